"""The command line: each command takes options, makes one call of the library, renders, and gives an exit code."""
