"""What keeps a mission safe: copies, passwords, history, personal data, damaged files."""
