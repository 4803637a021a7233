"""Money: currencies and the rates by which amounts are converted."""
