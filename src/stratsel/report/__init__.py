"""Results made into bytes: one document for people in every format, and data for other programs."""
