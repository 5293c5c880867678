"""Plain data and rules of trade missions; the standard library only."""
