"""Who shares a mission: what each computer last said of itself. Nothing depends on it but what organisers see."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.i18n import _
from missionplanner.sharing import sealing
from missionplanner.sharing.carrier import Carrier, Presence
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, parcels
from missionplanner.user import shown_name, user_name

PLANNING = "planning"
"""Said to be looked at while a timetable is made."""
_RECENT = timedelta(minutes=3)
"""How long what a computer said of its organiser is taken for true; each says it again every minute."""


@dataclass(frozen=True, slots=True)
class SharingComputer:
    """A computer that shares a mission, and the password its words are sealed with."""

    writer: str
    mission: str
    password: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """A computer that shares the mission."""

    name: str
    at: datetime
    about: str
    """The uid of the company its organiser looks at, or PLANNING; empty for anything else."""

    def is_here(self, now: datetime) -> bool:
        """Return whether it said so a short time ago; clocks of computers differ."""
        return abs(now - self.at) < _RECENT


def sharer(store: Store) -> SharingComputer:
    """Return this computer as one that shares the mission."""
    return SharingComputer(store.steps.own_replica(), store.mission.uid, store.password)


def say(store: Store, carrier: Carrier, writer: str, about: str) -> None:
    """Say that this computer shares the mission, and what its organiser looks at."""
    say_word(carrier, word(store, about), SharingComputer(writer, store.mission.uid, store.password))


def word(store: Store, about: str) -> bytes:
    """Return what this computer has to say of itself."""
    document = {
        "name": user_name(),
        "seen": parcels.seen(store),
        "erased": sorted(erasing.tombstones_of(store).uids),
        "about": about,
    }
    return json.dumps(document).encode()


def say_word(carrier: Carrier, said: bytes, one: SharingComputer) -> None:
    """Put at a carrier what a computer has to say of itself."""
    content = sealing.sealed(said, f"{one.writer}/here", one.password, one.mission)
    carrier.say_present(Presence(one.writer, datetime.now(UTC), content))


def colleagues(carrier: Carrier, me: SharingComputer) -> list[Colleague]:
    """Return the others who share the mission, as their computers last said. Raises UserError as `carrier` does."""
    return [
        Colleague(shown_name(str(said.get("name", ""))), one.at, str(said.get("about", "")))
        for one, said in _said(carrier, me)
        if one.writer != me.writer
    ]


def doing(one: Colleague, companies: Iterable[Company]) -> str:
    """Return in a few words where a colleague is: at the timetable, in a company, or somewhere in the mission."""
    if one.about == PLANNING:
        return _("{name} plans the timetable").format(name=one.name)
    company = next((company.name for company in companies if company.uid == one.about), "") if one.about else ""
    if company:
        return _("{name} is in {company}").format(name=one.name, company=company)
    return _("{name} is here").format(name=one.name)


def not_obeyed(store: Store, carrier: Carrier, writer: str) -> list[str]:
    """Return whose computers did not say yet that they erased who was erased here."""
    mine = erasing.tombstones_of(store).uids
    found = []
    for one, said in _said(carrier, SharingComputer(writer, store.mission.uid, store.password)):
        erased = said.get("erased")
        if one.writer != writer and not mine <= set(map(str, erased if isinstance(erased, list) else [])):
            found.append(shown_name(str(said.get("name", ""))))
    return found


def _said(carrier: Carrier, me: SharingComputer) -> list[tuple[Presence, dict[str, Any]]]:
    found = []
    for one in carrier.present():
        try:
            content = sealing.opened(one.content, f"{one.writer}/here", me.password, me.mission)
            said: Any = json.loads(content)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            found.append((one, said))
    return found
