"""Lists as files, handed in and taken away."""
