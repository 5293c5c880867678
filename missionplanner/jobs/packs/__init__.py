"""Briefing packs: drafted, printed, compared with what was printed."""
