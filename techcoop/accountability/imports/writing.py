"""What every import into accountability says to the database before it writes, and after."""

# The triggers of this app let nobody else write; the word is taken back as soon as the rows are there.
SAY_WHO_WRITES = "SET LOCAL techcoop.importing = 'accountability'"
SAY_THAT_IT_IS_DONE = "SET LOCAL techcoop.importing = ''"
