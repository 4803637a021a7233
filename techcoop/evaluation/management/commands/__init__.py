"""Commands about evaluations and reviews."""
