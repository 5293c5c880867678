"""The screen for the day itself: who should be where now, and the calls of the evening before."""
