"""Questions that only all stages together can answer."""
