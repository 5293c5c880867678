"""The pages of a delegate's pack, in the order that the mission wants."""

from collections.abc import Iterable
from enum import StrEnum

from missionplanner.i18n import N_, _


class PackPage(StrEnum):
    """A section of the delegate edition; cover and contents are always there."""

    WELCOME = "welcome"
    ABOUT = "about"
    PROGRAMME = "programme"
    SCHEDULE = "schedule"
    PROFILES = "profiles"
    DIRECTORY = "directory"
    COUNTERPARTS = "counterparts"
    BRIEFING = "briefing"
    PROTOCOL = "protocol"
    LOGISTICS = "logistics"
    CONDUCT = "conduct"
    CONTACTS = "contacts"
    EVALUATION = "evaluation"

    @property
    def label(self) -> str:
        """Its name in the language of the screen."""
        return _(PAGE_LABELS[self])


PAGE_LABELS = {
    PackPage.WELCOME: N_("Welcome"),
    PackPage.ABOUT: N_("About the mission"),
    PackPage.PROGRAMME: N_("Programme"),
    PackPage.SCHEDULE: N_("Meeting schedule"),
    PackPage.PROFILES: N_("Profiles and notes, a page per meeting"),
    PackPage.DIRECTORY: N_("Directory of the delegation"),
    PackPage.COUNTERPARTS: N_("Directory of the counterparts"),
    PackPage.BRIEFING: N_("Market briefing"),
    PackPage.PROTOCOL: N_("Business culture and protocol"),
    PackPage.LOGISTICS: N_("Logistics"),
    PackPage.CONDUCT: N_("Media and code of conduct"),
    PackPage.CONTACTS: N_("Emergency contacts"),
    PackPage.EVALUATION: N_("Evaluation form"),
}
PAPER_LABELS = {
    "plan": N_("Table plan"), "tables": N_("Table cards"), "people": N_("Pick-up list"),
    "interpreters": N_("Interpreters"), "sign-in": N_("Sign-in sheets"), "calls": N_("Calls of the evening before"),
    "badges": N_("Name badges"), "cards": N_("Place cards"),
}  # fmt: skip
"""The papers of the organiser edition."""
USUAL = tuple(page for page in PackPage if page is not PackPage.COUNTERPARTS)
"""The pages of a mission that chose none."""


def pages_of(text: str) -> tuple[PackPage, ...]:
    """Return the pages a setting names, each once and unknown ones left out; the usual ones where it names none."""
    known = {page.value: page for page in PackPage}
    found = dict.fromkeys(known[name] for name in text.split(",") if name in known)
    return tuple(found) or USUAL


def as_setting(pages: Iterable[PackPage]) -> str:
    """Return pages as a setting of the mission; empty for the usual ones in their usual order."""
    kept = tuple(pages)
    return "" if kept in (USUAL, ()) else ",".join(kept)
