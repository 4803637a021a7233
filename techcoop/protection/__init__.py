"""What identifies people at risk, kept so that a stolen database tells nothing."""
