"""Meeting requests: entered by hand, or suggested."""
