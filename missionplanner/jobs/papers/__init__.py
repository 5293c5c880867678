"""The papers of the office: chosen, kept in the mission, and letters on them."""
