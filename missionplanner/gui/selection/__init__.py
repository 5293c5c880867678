"""The screen of selection: ranking, marks, quotas, the reserve list, letters."""
