"""The paper for the meeting: one module for each group of its sections."""
