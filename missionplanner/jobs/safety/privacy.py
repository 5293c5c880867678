"""Personal data: written out for one person, erased for one or all, and the copies that still hold them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.journals import Letter
from missionplanner.domain.time import in_zone
from missionplanner.pack import gathering
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, leftovers, restoring
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class Erased:
    """The outcome of erasing people."""

    people: int
    """How many were made anonymous."""
    copies: tuple[Path, ...]
    """Copies on this computer that still hold them."""


def erase(store: Store, keys: Sequence[int] | None = None) -> Erased:
    """Make people (None: everybody) anonymous for good; statistics stay."""
    # Read before they are erased, as the copies are searched for them afterwards.
    wanted = store.all(Delegate) if keys is None else store.where(Delegate, "id", keys)
    number = erasing.erase_everybody(store) if keys is None else erasing.erase(store, keys)
    return Erased(number, tuple(leftovers.holding(store, None if keys is None else {person.uid for person in wanted})))


def delete_copies(copies: Sequence[Path]) -> int:
    """Delete copies that still hold personal data; return how many. Raises UserError when one cannot be deleted."""
    return leftovers.delete(copies)


def save_person(store: Store, key: int, target: Path) -> None:
    """Write everything the mission holds of a person as JSON.

    That is their record, company, meetings, events, letters and the values the history keeps of them.
    """
    snapshot, person = store.snapshot(), store.get(Delegate, key)
    company = store.get(Company, person.company_id)
    found: dict[str, Any] = {
        "person": _filled_values(asdict(person)),
        "company": {"name": company.name, "city": company.city, "country": company.country},
        "meetings": [],
        "events": [],
        "letters": [],
        "history": [],
    }
    for meeting in gathering.meetings_of(snapshot, company, person):
        stop, slot = snapshot.stop_of_slot[meeting.slot_id], snapshot.slot[meeting.slot_id]
        other = snapshot.company[gathering.other_of(meeting, company)]
        found["meetings"].append(
            {
                "start": in_zone(slot.starts, stop.time_zone).isoformat(),
                "with": other.name,
                "status": meeting.status.value,
            }
        )
    for event in snapshot.events:
        if snapshot.attends(company.id, event):
            zone = snapshot.stop[event.stop_id].time_zone
            found["events"].append({"start": in_zone(event.starts, zone).isoformat(), "name": event.name_en})
    letters = [one for one in store.where(Letter, "company_id", [company.id]) if person.email in one.recipient]
    found["letters"] = [{"sent": one.sent_at.isoformat(), "subject": one.subject} for one in letters if person.email]
    for step in sorted(restoring.steps_about(store, "delegates", [key])):
        for change in restoring.changes(store, step):
            if change.table == "delegates" and change.key == key:
                row = {"before": change.before, "after": change.after}
                found["history"].append(
                    {"step": step, **{name: _filled_values(part) for name, part in row.items() if part}}
                )
    replace_file(target, json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def _filled_values(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", "uid", "company_id") and value}
