"""A new mission from an earlier file: what is wanted of it, and the file that is made, with what was done told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Mission, Venue
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Session
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.starts.departure import Departure
from missionplanner.jobs.starts.departure import usual as usual_departure
from missionplanner.jobs.starts.take import USUAL, Take, whole
from missionplanner.jobs.starts.taking import Taking
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Earlier:
    """A mission that is to be made from an earlier one."""

    take: frozenset[Take] = frozenset(USUAL)
    departure: date | None = None
    """None for the same day of the week a year later, or as many years as it takes."""
    name: str = ""
    """Empty for the earlier one with its year moved."""


@dataclass(frozen=True, slots=True)
class Made:
    """The parts of an earlier mission that were taken."""

    name: str
    starts: date
    counts: dict[type, int] = field(default_factory=dict)
    """How many records of each kind."""
    sentences: tuple[str, ...] = ()
    """The consequences of the moved days, and the parts that were left out."""


def departure_of(mission: Mission, wanted: Earlier, today: date) -> Departure:
    """Return how the days of an earlier mission move."""
    return Departure(mission.starts, wanted.departure or usual_departure(mission.starts, today))


def name_of(mission: Mission, moved: Departure, name: str = "") -> str:
    """Return the name of a new mission: as wanted, else the earlier one with its year moved, as it is called here."""
    return name.strip() or _with_year(mission.called(current().language), moved)


def make(path: Path, old: Store, wanted: Earlier, today: date) -> tuple[Store, Made]:
    """Make a mission file from an open earlier one; return it with what was taken.

    Raises UserError where the file cannot be made.
    """
    if path.exists() and old.path.exists() and path.samefile(old.path):
        raise UserError(_("That is the earlier file itself."), _("Choose another name."))
    moved = departure_of(old.mission, wanted, today)
    parts = whole(wanted.take)
    taking = Taking(old, parts, moved)
    # What had a password does not lie in the open afterwards.
    store = Store.create(path, taking.blanked(_mission(old.mission, moved, parts, wanted.name)), old.password)
    with store.made_whole():
        for picture in taking.pictures:
            store.contents.keep(picture)
        with store.change(message("New mission")) as change:
            found = taking.into(store, change)
            _apply(change, found.get(Company, []), old.mission.name)
        store.steps.seal()
    counts = {kind: len(records) for kind, records in found.items()}
    return store, Made(store.mission.name, moved.after, counts, tuple(_told(taking)))


def preview(old: Store, wanted: Earlier, today: date) -> list[str]:
    """Return what a move of the days and the choice of parts mean, before anything is made."""
    moved = departure_of(old.mission, wanted, today)
    return list(_told(Taking(old, whole(wanted.take), moved)))


def words(made: Made) -> str:
    """Return in a line how much was taken."""
    amounts = (
        count("{n} venue", "{n} venues", made.counts.get(Venue, 0)),
        count("{n} session", "{n} sessions", made.counts.get(Session, 0)),
        count("{n} event", "{n} events", made.counts.get(Event, 0)),
        count("{n} company", "{n} companies", made.counts.get(Company, 0)),
        count("{n} person", "{n} people", made.counts.get(Person, 0)),
    )
    return _("Taken: {amounts}.").format(amounts=", ".join(amounts))


def _mission(old: Mission, moved: Departure, parts: frozenset[Take], name: str) -> Mission:
    """Return the new mission: what it is called and when it is, with the goals and looks that are wanted."""
    found = old if Take.STRUCTURE in parts else Mission(starts=old.starts, ends=old.ends)
    look = old if Take.TEXTS in parts else Mission(starts=old.starts, ends=old.ends)
    own = name.strip()
    return replace(
        found,
        home_country=old.home_country,
        host_country=old.host_country,
        home_zone=old.home_zone,
        pack_pages=look.pack_pages,
        colour=look.colour,
        logo=look.logo,
        id=0,
        uid="",
        name=own or _with_year(old.name, moved),
        name_fr="" if own else _with_year(old.name_fr, moved),
        name_es="" if own else _with_year(old.name_es, moved),
        organiser=old.organiser,
        languages=old.languages,
        starts=moved.after,
        ends=moved.day(old.ends),
        registration_closes=moved.instant(old.registration_closes) if old.registration_closes else None,
        keep_until=moved.day(old.keep_until) if old.keep_until else None,
        portrait="",
        portrait_of="",
        evaluation_link="",
    )


def _with_year(name: str, moved: Departure) -> str:
    """Return a name with the year of the new departure in place of the earlier one."""
    return re.sub(rf"\b{moved.before.year}\b", str(moved.after.year), name)


def _apply(change: Change, companies: Iterable[Company], source: str) -> None:
    """Enter where the companies stand: counterparts are on the long list, those of the delegation are prospects."""
    change.insert_all(Application(company_id=one.id, status=_STATUS[one.side], source=source) for one in companies)


_STATUS = {Side.DELEGATION: Status.PROSPECT, Side.COUNTERPART: Status.APPLIED}


def _told(taking: Taking) -> Iterable[str]:
    """Yield what the move of the days means, and what is left out of what was wanted."""
    held = [*(taking.old.all(Session) if taking.wants(Session) else ())]
    going_on = [*(taking.old.all(Event) if taking.wants(Event) else ())]
    yield from taking.moved.sentences([one.starts.date() for one in held] + [one.starts.date() for one in going_on])
    if taking.refused:
        yield count(
            "{n} company is left out: it did not agree that its data are shared.",
            "{n} companies are left out: they did not agree that their data are shared.",
            taking.refused,
        )
    if taking.dates_of_world:
        yield count(
            "{n} date of the world around stays on its day: check it.",
            "{n} dates of the world around stay on their days: check them.",
            taking.dates_of_world,
        )
    if taking.views_left:
        yield count(
            "{n} view is left out: it asks for what is not taken.",
            "{n} views are left out: they ask for what is not taken.",
            taking.views_left,
        )
    if Take.PEOPLE in taking.parts:
        yield _("People are taken without passports, diets, access needs, emergency contacts and consent.")
    elif named := taking.named_in:
        yield _("What names people is left out of: {texts}.").format(texts=", ".join(named))
