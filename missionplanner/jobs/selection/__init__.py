"""Who goes: decisions, and the letters that announce them."""
