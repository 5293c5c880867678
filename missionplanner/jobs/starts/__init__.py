"""Missions to start from."""
