"""The wizard that brings files in."""
