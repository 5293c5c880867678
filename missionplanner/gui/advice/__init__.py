"""The screen of advice: what would let more requests be met, and what if the mission were another."""
