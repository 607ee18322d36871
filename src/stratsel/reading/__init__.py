"""YAML 1.2 core, read strictly, that knows its places."""
