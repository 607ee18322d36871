"""What can be wrong with a file, and how to say it."""
