"""Questions asked of a problem: what would settle a place, how firm it is, what else could have been."""
