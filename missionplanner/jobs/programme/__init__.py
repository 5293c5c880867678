"""The programme: events, venues and sessions, and a mission with all of them from the start."""
