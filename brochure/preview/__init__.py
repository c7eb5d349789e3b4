"""Watches, rebuilds and shows the press PDF's own pixels."""
