"""Questions about projects."""
