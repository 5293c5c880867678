"""Milestones and tasks of a mission: entered, taken from templates, put into calendars."""
