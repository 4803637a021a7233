"""What the world may read, without signing in; publishing asks and never acts."""
