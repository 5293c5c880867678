"""Who wants to meet whom: entered by hand, or suggested."""
