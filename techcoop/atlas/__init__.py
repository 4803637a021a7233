"""States, territories, regions and organisations, with their names in six languages."""
