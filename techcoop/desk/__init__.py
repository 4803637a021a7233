"""Pages that gather what all stages know: my desk, the files of States and projects, the thread."""
