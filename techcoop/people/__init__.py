"""Accounts, roles, and the States, regions and projects that a role covers."""
