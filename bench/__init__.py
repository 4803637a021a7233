"""Measurements against the raw limit."""
