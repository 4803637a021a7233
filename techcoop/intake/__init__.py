"""Records from outside, shown before they are taken in: what they would create, change, skip."""
