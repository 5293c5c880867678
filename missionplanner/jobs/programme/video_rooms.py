"""The video rooms of a venue that is online: their links as they are typed, one after the other."""

import re

from missionplanner.domain.mission import Table, Venue
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.store import Store

_BETWEEN = re.compile(r"[\s;,]+")
_LINK = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)

_NONE = "-"
"""Stands for a room without a link."""


def split(text: str) -> list[str]:
    """Return the links that are typed, one for each room; raises UserError for what is no web address."""
    found = ["" if link == _NONE else link for link in _BETWEEN.split(text) if link]
    if wrong := problem(text):
        raise UserError(wrong, _("Type addresses such as https://meet.example/room-1, one for each room."))
    return found


def typed(links: list[str]) -> str:
    """Return links as they are typed, a line each; a room without one between others is a dash."""
    while links and not links[-1]:
        links = links[:-1]
    return "\n".join(link or _NONE for link in links)


def problem(text: str) -> str:
    """Return which of the links that are typed is none, in a sentence; empty where all are."""
    wrong = next((link for link in _BETWEEN.split(text) if link not in ("", _NONE) and not _LINK.fullmatch(link)), "")
    return _("“{text}” is no web address.").format(text=wrong) if wrong else ""


def links(store: Store, venue: Venue) -> list[str]:
    """Return the links of the rooms of a venue in their order, empty where one has none."""
    return [table.link for table in sorted(store.where(Table, "venue_id", [venue.id]), key=lambda one: one.number)]


def missing(store: Store) -> list[tuple[Venue, int]]:
    """Return the venues with rooms that have no link, with how many."""
    found = [(venue, sum(not link for link in links(store, venue))) for venue in store.all(Venue) if venue.online]
    return [(venue, number) for venue, number in found if number]
