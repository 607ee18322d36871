"""The fonts that the PDF brings, and which letters they have."""
