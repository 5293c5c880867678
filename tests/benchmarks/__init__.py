"""How fast things are against bare references measured in the same run; these are no timed tests."""
