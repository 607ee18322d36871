"""Files in; a round or findings out. Nothing here computes a value."""
