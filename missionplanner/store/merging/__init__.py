"""Copies edited apart, merged by construction: what a step writes, what two files know, what that shows."""
