"""The screen of meeting requests."""
