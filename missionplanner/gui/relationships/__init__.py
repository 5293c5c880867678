"""The board, list and charts of relationships, and the page of each."""
