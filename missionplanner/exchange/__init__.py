"""Files that come in and go out: spreadsheets, csv, calendars."""
