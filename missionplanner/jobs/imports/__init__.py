"""Files brought in: compared with the mission first, then written as one step."""
