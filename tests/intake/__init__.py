"""Records from outside, on their way in."""
