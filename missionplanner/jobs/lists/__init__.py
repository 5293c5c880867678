"""The lists of a mission: as rows, on paper, in files."""
