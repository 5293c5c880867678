"""Tests of advice and scenarios."""
