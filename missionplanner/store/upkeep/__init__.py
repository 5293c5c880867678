"""What keeps mission files safe: kept copies, passwords, salvage, erasing, restoring, comparing."""
