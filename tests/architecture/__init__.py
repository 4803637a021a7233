"""What holds for every file: the shape of the house, checked."""
