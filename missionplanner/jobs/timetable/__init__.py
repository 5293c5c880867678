"""The timetable: planned, repaired, changed by hand, kept in versions."""
