"""Who shares a mission: what each computer last said of itself. Nothing depends on it but what organisers see."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from missionplanner.sharing import sealing
from missionplanner.sharing.carrier import Carrier, Presence
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, parcels
from missionplanner.user import shown_name, user_name


@dataclass(frozen=True, slots=True)
class Colleague:
    """A computer that shares the mission."""

    name: str
    at: datetime
    about: str
    """The record or screen its organiser looks at."""


def say(store: Store, carrier: Carrier, writer: str, about: str) -> None:
    """Say that this computer shares the mission, and what its organiser looks at."""
    document = {
        "name": user_name(),
        "seen": parcels.seen(store),
        "erased": sorted(erasing.tombstones_of(store).uids),
        "about": about,
    }
    content = sealing.sealed(json.dumps(document).encode(), f"{writer}/here", store.password, store.mission.uid)
    carrier.say_present(Presence(writer, datetime.now(UTC), content))


def colleagues(store: Store, carrier: Carrier, writer: str) -> list[Colleague]:
    """Return the others who share the mission, as their computers last said. Raises UserError as `carrier` does."""
    return [
        Colleague(shown_name(str(said.get("name", ""))), one.at, str(said.get("about", "")))
        for one, said in _said(store, carrier)
        if one.writer != writer
    ]


def not_obeyed(store: Store, carrier: Carrier, writer: str) -> list[str]:
    """Return whose computers did not say yet that they erased who was erased here."""
    mine = erasing.tombstones_of(store).uids
    found = []
    for one, said in _said(store, carrier):
        erased = said.get("erased")
        if one.writer != writer and not mine <= set(map(str, erased if isinstance(erased, list) else [])):
            found.append(shown_name(str(said.get("name", ""))))
    return found


def _said(store: Store, carrier: Carrier) -> list[tuple[Presence, dict[str, Any]]]:
    found = []
    for one in carrier.present():
        try:
            content = sealing.opened(one.content, f"{one.writer}/here", store.password, store.mission.uid)
            said: Any = json.loads(content)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            found.append((one, said))
    return found
