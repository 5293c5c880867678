"""Decisions on registrations, and the letters that announce them."""
