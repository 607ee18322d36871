"""From arrays to values, ranks and tiers; pure, and without a word about files."""
