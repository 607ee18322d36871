"""From a round to a problem: the only place where a candidate becomes an alternative and text becomes arrays."""
