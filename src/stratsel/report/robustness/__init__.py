"""The study of robustness in words: one module for each part."""
