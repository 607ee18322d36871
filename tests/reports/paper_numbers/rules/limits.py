"""Limits: no number stands there."""

RULES = {}
TABLES = {}
