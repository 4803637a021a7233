"""Messages as mail servers keep them: read with limits, or refused in a sentence."""
