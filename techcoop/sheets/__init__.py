"""Lists as files: what people hand in is read with care, what they take away cannot harm them."""
