"""The history, personal data, and copies merged back."""
