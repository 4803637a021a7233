"""Starting, testing and checking techcoop; of the standard library alone, but for what is in inside/."""
