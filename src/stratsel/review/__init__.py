"""Findings that need values: what can only be said of files once they are ranked."""
