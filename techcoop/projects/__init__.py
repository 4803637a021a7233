"""Project documents: what is to be done, where, with what money, answering which recommendations."""
