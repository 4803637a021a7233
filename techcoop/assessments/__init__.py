"""Assessment of domestic human rights needs, on which projects are built."""
