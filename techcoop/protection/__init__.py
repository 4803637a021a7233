"""Do no harm: fields that are encrypted because they identify people at risk."""
