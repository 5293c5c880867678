"""The pages of a delegate's pack, in the order that the mission wants."""

from collections.abc import Iterable
from enum import StrEnum

from missionplanner.i18n import N_, _


class PackPage(StrEnum):
    """A section of the delegate edition; the cover is always there."""

    WELCOME = "welcome"
    ABOUT = "about"
    PROGRAMME = "programme"
    WEEK = "week"
    SCHEDULE = "schedule"
    PROFILES = "profiles"
    BRIEFING = "briefing"
    PROTOCOL = "protocol"
    LOGISTICS = "logistics"
    FELLOWS = "fellows"
    CONDUCT = "conduct"
    EVALUATION = "evaluation"
    CONTACTS = "contacts"
    DIRECTORY = "directory"
    COUNTERPARTS = "counterparts"

    @property
    def label(self) -> str:
        """Its name in the language of the screen."""
        return _(PAGE_LABELS[self])


PAGE_LABELS = {
    PackPage.WELCOME: N_("Welcome"),
    PackPage.ABOUT: N_("About the mission"),
    PackPage.PROGRAMME: N_("Days, hour by hour"),
    PackPage.WEEK: N_("Week at a glance"),
    PackPage.SCHEDULE: N_("Meeting schedule"),
    PackPage.PROFILES: N_("Profiles and notes of meetings"),
    PackPage.BRIEFING: N_("Market briefing"),
    PackPage.PROTOCOL: N_("Business culture and protocol"),
    PackPage.LOGISTICS: N_("Logistics"),
    PackPage.FELLOWS: N_("Fellow delegates"),
    PackPage.CONDUCT: N_("Media and code of conduct"),
    PackPage.EVALUATION: N_("Evaluation form"),
    PackPage.CONTACTS: N_("Emergency contacts"),
    PackPage.DIRECTORY: N_("Directory of the delegation"),
    PackPage.COUNTERPARTS: N_("Directory of the counterparts"),
}
PAPER_LABELS = {
    "plan": N_("Table plan"), "tables": N_("Table cards"), "people": N_("Pick-up list"),
    "interpreters": N_("Interpreters"), "sign-in": N_("Sign-in sheets"), "calls": N_("Calls of the evening before"),
    "routes": N_("Day routes"), "drivers": N_("Drivers’ sheet"),
    "day-sheets": N_("Day sheets"), "arrivals": N_("Arrival board"), "rooms": N_("Rooming list"),
    "manifests": N_("Vehicle manifests"),
    "badges": N_("Name badges"), "cards": N_("Place cards"),
}  # fmt: skip
"""The papers of the organiser edition."""
_OF_PLACES = frozenset({"tables", "people", "sign-in", "badges", "cards"})
"""The papers of a place where people meet: nobody is handed, signs or wears anything where all meet by video."""
USUAL = tuple(page for page in PackPage if page not in (PackPage.DIRECTORY, PackPage.COUNTERPARTS))
"""The pages of a mission that chose none, those of the page plan; the directories are a volume of their own."""


WELCOME_WORDS = 120
"""The most words of a welcome: it is read before anything else, and shares its page with the contents."""


def usual_papers(by_video: bool) -> frozenset[str]:
    """Return the papers that are printed where none are named; by_video: whether nobody meets at a place."""
    return frozenset(PAPER_LABELS) - (_OF_PLACES if by_video else frozenset())


def words_too_many(kind: str, body: str) -> int:
    """Return by how many words a text of this kind is longer than packs want it; 0 where it is not."""
    return max(len(body.split()) - WELCOME_WORDS, 0) if kind == PackPage.WELCOME else 0


def pages_of(text: str) -> tuple[PackPage, ...]:
    """Return the pages a setting names, each once and unknown ones left out; the usual ones where it names none."""
    known = {page.value: page for page in PackPage}
    found = dict.fromkeys(known[name] for name in text.split(",") if name in known)
    return tuple(found) or USUAL


def follows_plan(pages: Iterable[PackPage]) -> bool:
    """Whether packs of these pages follow the page plan: its own in their order, of which texts may be left out."""
    chosen = tuple(pages)
    in_order = tuple(page for page in USUAL if page in chosen) == chosen
    return in_order and {PackPage.PROGRAMME, PackPage.WEEK, PackPage.SCHEDULE, PackPage.PROFILES} <= set(chosen)


def as_setting(pages: Iterable[PackPage]) -> str:
    """Return pages as a setting of the mission; empty for the usual ones in their usual order."""
    kept = tuple(pages)
    return "" if kept in (USUAL, ()) else ",".join(kept)
