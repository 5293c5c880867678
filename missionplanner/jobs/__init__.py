"""Long acts in three parts: read from the store, work on plain data, write as one step."""
