"""The content of pocket cards: hours, places and numbers; what else a pack holds does not put a card out of date."""

from dataclasses import replace

from missionplanner.domain.packs import PackPage
from missionplanner.pack.changes import DETAILS, Content
from missionplanner.pack.delegate_content import Own, Shared

PAGES = (PackPage.LOGISTICS, PackPage.CONTACTS)
"""The pages of the mission that parts of it stand on."""


def of_cards(shared: Shared) -> Shared:
    """Return the part of what packs share that stands on cards: venues and numbers."""
    texts = {kind: text for kind, text in shared.texts.items() if kind == PackPage.CONTACTS}
    return replace(shared, texts=texts, days=(), stops=(), clocks=(), places=(), ways=(), follows_plan=False)


def of_card(own: Own, content: Content) -> tuple[Own, Content]:
    """Return the part of one's own pack that stands on a card, with the marks the journal keeps of it."""
    meetings = {uid: row[:DETAILS] for uid, row in content["meetings"].items()}
    bare = replace(own, meetings=(), fellows=(), facts=None, briefings=(), logo="", pictures={})
    return bare, {**content, "meetings": meetings, "profiles": {}}
