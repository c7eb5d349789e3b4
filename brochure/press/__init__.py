"""Runs one job end to end."""
