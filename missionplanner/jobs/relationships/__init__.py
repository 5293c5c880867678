"""Relationships of companies: entered, read from answers, verified and reported."""
