"""The calendars and address books of those who take part."""
