"""The letters of moments: who gets one, what it says, the drafts, and what was noted at them."""
