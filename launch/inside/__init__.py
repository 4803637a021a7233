"""What runs inside the environment, where Django and the other libraries are."""
