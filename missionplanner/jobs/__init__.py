"""The long acts: read from the store, work on plain data, write as one step."""
