"""Companies and their delegates: edited, completed, merged."""
