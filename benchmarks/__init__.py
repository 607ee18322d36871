"""How fast the tool is, as ratios to what a careful user would write by hand: see README.md."""
