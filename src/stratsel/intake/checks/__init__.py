"""What no single model can see; each check yields findings and computes no value."""
