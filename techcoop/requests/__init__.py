"""Requests from States and regional organisations: nothing begins without one."""
