"""One file per format in which findings are shown."""
