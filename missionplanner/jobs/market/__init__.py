"""Figures of the market with their sources: entered, imported, listed."""
