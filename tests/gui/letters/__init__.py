"""Tests of the screen of advice."""
