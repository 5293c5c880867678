"""A mission file on the disk: opened, locked, examined and copied."""
