"""Several organisers on one mission, in the window."""
