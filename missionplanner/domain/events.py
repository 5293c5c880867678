"""Programme items that are no B2B meeting, and who attends them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from missionplanner.domain.time import Range
from missionplanner.domain.translated_names import TranslatedName, text_in
from missionplanner.i18n import N_, _
from missionplanner.messages import InLanguages


class EventKind(StrEnum):
    """The kinds of events."""

    PLENARY = "plenary"
    RECEPTION = "reception"
    SITE_VISIT = "site_visit"
    TRANSFER = "transfer"
    BRIEFING = "briefing"
    CALL = "call"
    SIGNING = "signing"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(EVENT_KIND_LABELS[self])


EVENT_KIND_LABELS = {
    EventKind.PLENARY: N_("Plenary"),
    EventKind.RECEPTION: N_("Reception"),
    EventKind.SITE_VISIT: N_("Site visit"),
    EventKind.TRANSFER: N_("Transfer"),
    EventKind.BRIEFING: N_("Briefing"),
    EventKind.CALL: N_("Bilateral call"),
    EventKind.SIGNING: N_("Signing ceremony"),
}


class Audience(StrEnum):
    """Who attends: every company at the stop, the delegation, those of a sector or a status, or listed ones."""

    EVERYONE = "everyone"
    DELEGATION = "delegation"
    SECTOR = "sector"
    LISTED = "listed"
    STATUS = "status"

    @property
    def label(self) -> str:
        """The audience in the language of the screen."""
        return _(AUDIENCE_LABELS[self])


AUDIENCE_LABELS = {
    Audience.EVERYONE: N_("Everyone at the stop"),
    Audience.DELEGATION: N_("The delegation at the stop"),
    Audience.SECTOR: N_("Companies of a sector"),
    Audience.STATUS: N_("Companies of a status"),
    Audience.LISTED: N_("Listed companies"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(TranslatedName):
    """A plenary, reception, site visit, transfer, briefing or bilateral call; nobody who attends has a meeting then.

    A transfer leaves its stop and may end at another (`domain.transfers`).
    """

    id: int = 0
    uid: str = ""
    stop_id: int
    venue_id: int | None = None
    kind: EventKind = EventKind.PLENARY
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    place: str = ""
    """The place in words, where it is no venue."""
    starts: datetime
    ends: datetime
    audience: Audience = Audience.EVERYONE
    sector_id: int | None = None
    """The sector of the companies expected, where the audience is one."""
    notes: str = ""
    capacity: int | None = None
    """The number of people there is room for."""
    to_venue_id: int | None = None
    """The venue where a transfer ends."""
    status: str = ""
    """The status of the companies expected, where the audience is one."""
    talking_points: str = ""
    """For the leader of the mission, one a line."""
    place_fr: str = ""
    place_es: str = ""
    to_stop_id: int | None = None
    """The stop at which a transfer ends, on whose clocks it arrives; None where that is the one it leaves."""
    to_place: str = ""
    """Where a transfer ends in words, where that is no venue."""
    to_place_fr: str = ""
    to_place_es: str = ""
    meeting_point: str = ""
    """Where those who attend meet before."""
    meeting_point_fr: str = ""
    meeting_point_es: str = ""
    organiser: str = ""
    """Who organises it, where that is not the mission."""
    organiser_fr: str = ""
    organiser_es: str = ""
    unconfirmed: bool = False
    """Whether its ends were taken from a file that knew one, and nobody has confirmed them yet."""

    host_id: int | None = None
    """The organisation that receives a bilateral call."""
    hosts: str = ""
    """Who receives it, one a line, in the order of protocol."""
    brief: str = ""
    objectives: str = ""
    protocol: str = ""
    """Notes on protocol: who greets whom, gifts, flags."""
    interpreter_id: int | None = None

    @property
    def named(self) -> InLanguages:
        """The event as a message names it: in the language of the reader."""
        return InLanguages({"en": self.name_en, "fr": self.name_fr, "es": self.name_es})

    def said(self, text: str, language: str) -> tuple[str, str]:
        """Return a text such as `place` in a language, else in the first it has, with the language it is in."""
        return text_in(language, *(getattr(self, name) for name in (text, f"{text}_fr", f"{text}_es")))

    @property
    def span(self) -> Range:
        """From its start to its end."""
        return Range(self.starts, self.ends)


def together(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield every two events that have some time in common, in the order of time."""
    going_on: list[Event] = []
    for event in sorted(events, key=lambda event: (event.starts, event.id)):
        going_on = [other for other in going_on if other.ends > event.starts]
        yield from ((other, event) for other in going_on)
        going_on.append(event)


class Part(StrEnum):
    """The part of a company in an event, as entered by hand: it comes, does not come, or waits for a place."""

    IN = "in"
    OUT = "out"
    WAITING = "waiting"

    @property
    def label(self) -> str:
        """The part in the language of the screen."""
        return _(PART_LABELS[self])


PART_LABELS = {Part.IN: N_("Attends"), Part.OUT: N_("Does not attend"), Part.WAITING: N_("Waiting list")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A company's part in an event, entered by hand; it takes precedence over the event's audience."""

    id: int = 0
    uid: str = ""
    event_id: int
    company_id: int
    part: Part = Part.IN


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAttendance:
    """One person's part in an event, entered by hand; it takes precedence over that of their organisation."""

    id: int = 0
    uid: str = ""
    event_id: int
    person_id: int
    part: Part = Part.IN
    enters: int | None = None
    """Their place in the order in which those of a bilateral call enter, 1 first."""
