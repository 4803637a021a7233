"""Activities: assistance as it is given, each in exactly one of the seven forms."""
