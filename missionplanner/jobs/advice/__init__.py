"""Advice for a timetable, and what a mission would be like if it were another."""
