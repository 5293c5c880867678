"""The screen of briefing packs."""
