"""What every import into accountability says to the database before it writes."""

# The triggers of this app let nobody else write; the word is gone when the transaction ends.
SAY_WHO_WRITES = "SET LOCAL techcoop.importing = 'accountability'"
