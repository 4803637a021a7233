"""Pages of assessments of needs."""
