"""Measures the Assistant on questions that others wrote; nothing here is seen by people who ask."""
