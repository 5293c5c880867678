"""The screen for afterwards: outcomes, follow-ups, the scorecard."""
