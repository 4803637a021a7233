"""What the programme consists of."""
