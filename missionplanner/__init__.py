"""Trade Mission Planner: registrations, meetings, timetable and briefing packs in one local file."""

__version__ = "0.3.0.dev0"
