"""The fields of a mission's own: set up, and their values stored."""
