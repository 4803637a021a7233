"""What the programme consists of: components, forms of assistance, families of funds, parameters."""
