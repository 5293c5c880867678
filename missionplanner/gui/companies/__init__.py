"""The screen of registrations: table, filter, form."""
