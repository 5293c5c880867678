"""Printed packs: content first as plain data, then pages."""
