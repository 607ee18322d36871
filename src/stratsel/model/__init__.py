"""What a valid file means: frozen pydantic models, and the plain columns that the rest reads."""
