"""The safety of mission files: kept copies, passwords, salvage, erasing, restoring, comparing."""
