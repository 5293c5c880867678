"""The screen of the letters of moments."""
