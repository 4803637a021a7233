"""Tests of assessments of needs."""
