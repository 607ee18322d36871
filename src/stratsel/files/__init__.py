"""Bytes from outside and back: folders, decoding, atomic writing."""
