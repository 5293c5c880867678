"""Copies of one mission, changed apart by several people and merged in every order."""
