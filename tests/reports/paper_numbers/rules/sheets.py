"""Sheets to fill in: no number stands there."""

RULES = {}
TABLES = {}
