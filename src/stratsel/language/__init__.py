"""Languages of people: which one, its sentences, its numbers and dates."""
