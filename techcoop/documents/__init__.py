"""Papers and their classes, and the sources from which records came."""
