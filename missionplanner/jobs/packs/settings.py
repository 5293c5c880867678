"""The look of the packs of a mission: their pages in order, their colour, the mission's logo; each set as one step."""

from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain.links import web
from missionplanner.domain.packs import PackPage, as_setting
from missionplanner.errors import UserError
from missionplanner.i18n import _
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


def set_portrait(store: Store, picture: bytes, of: str) -> None:
    """Keep a PNG as the portrait beside the word of welcome, with who is on it; an empty one removes both."""
    digest = store.contents.keep(picture) if picture else ""
    wanted = replace(store.mission, portrait=digest, portrait_of=of.strip() if picture else "")
    if wanted != store.mission:
        programme.save(store, wanted, message("Choose the portrait beside the welcome"))


def name_portrait(store: Store, of: str) -> None:
    """Say who is on the portrait. Raises UserError where there is none."""
    if not store.mission.portrait:
        raise UserError(_("There is no portrait."), _("Choose the picture first."))
    if of.strip() != store.mission.portrait_of:
        wanted = replace(store.mission, portrait_of=of.strip())
        programme.save(store, wanted, message("Name who is on the portrait"))


def portrait(store: Store) -> bytes:
    """Return the portrait beside the word of welcome, empty when there is none or the file lost it."""
    digest = store.mission.portrait
    return store.contents.read(digest) if digest and digest in store.contents else b""


def set_evaluation(store: Store, link: str) -> None:
    """Have packs lead to a site for their evaluation; empty for none. Raises UserError when it is no site."""
    site = web(link)
    if link.strip() and not site:
        raise UserError(
            _("“{text}” is no web site.").format(text=link.strip()), _("Enter it as https://www.example.org/form.")
        )
    if site != store.mission.evaluation_link:
        wanted = replace(store.mission, evaluation_link=site)
        programme.save(store, wanted, message("Choose where packs are evaluated"))


def logo(store: Store) -> bytes:
    """Return the mission's logo, empty when it has none or the file lost it."""
    digest = store.mission.logo
    return store.contents.read(digest) if digest and digest in store.contents else b""
