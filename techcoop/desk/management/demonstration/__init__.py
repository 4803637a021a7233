"""The demonstration programme: invented, seeded, and lived through the programme's own acts."""
