"""Which companies are the same, and which suit one another."""
