"""Several organisers on one mission: shared, joined, kept the same, and left."""
