"""Dialogs that keep a mission safe: copies, passwords, history, personal data, damaged files."""
