"""The screen of arrivals and rooms."""
