"""The look of the packs of a mission: their pages in order, their colour, the mission's logo; each set as one step."""

from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain.packs import PackPage, as_setting
from missionplanner.jobs.programme import programme
from missionplanner.messages import message
from missionplanner.store.store import Store


def set_pages(store: Store, pages: Iterable[PackPage]) -> None:
    """Have delegate packs made of these pages in this order."""
    setting = as_setting(pages)
    if setting != store.mission.pack_pages:
        programme.save(store, replace(store.mission, pack_pages=setting), message("Choose the pages of packs"))


def set_colour(store: Store, colour: str) -> None:
    """Have covers and headings in a web colour; empty for the program's own."""
    if colour != store.mission.colour:
        programme.save(store, replace(store.mission, colour=colour), message("Choose the colour of packs"))


def set_logo(store: Store, picture: bytes) -> None:
    """Keep a PNG as the mission's logo on covers; an empty one removes it."""
    digest = store.contents.keep(picture) if picture else ""
    if digest != store.mission.logo:
        programme.save(store, replace(store.mission, logo=digest), message("Choose the logo of the mission"))


def logo(store: Store) -> bytes:
    """Return the mission's logo, empty when it has none or the file lost it."""
    digest = store.mission.logo
    return store.contents.read(digest) if digest and digest in store.contents else b""
