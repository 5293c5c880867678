"""Companies that are the same, and companies that suit one another."""
