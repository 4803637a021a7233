"""Tests, as the programme's own stories."""
