"""Pages of evaluations and reviews."""
