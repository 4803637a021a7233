"""Money that belongs to no single project."""
