"""Evaluations, what they found, and the Global Review with its synthesis report."""
