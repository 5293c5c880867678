"""The engine that makes a timetable; the rules it keeps are those of domain/rules.py."""
