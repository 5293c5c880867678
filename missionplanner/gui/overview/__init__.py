"""The screen that shows how the mission stands."""
