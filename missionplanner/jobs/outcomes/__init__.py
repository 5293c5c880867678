"""What meetings led to, and the report on it."""
