"""Outcomes of meetings and follow-ups, entered and reported."""
