"""Personal data: written out for one person, erased for one or all, and the copies that still hold them."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from missionplanner.domain.journals import Letter
from missionplanner.domain.mentions import Mentions
from missionplanner.domain.people import Person
from missionplanner.domain.record_labels import record_label
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.wording import Words
from missionplanner.pack import gathering
from missionplanner.store.merging.blanking import Place
from missionplanner.store.store import Store
from missionplanner.store.tables import KIND_OF
from missionplanner.store.upkeep import erasing, leftovers, restoring
from missionplanner.store.upkeep.known_people import KnownCompany, KnownPerson
from missionplanner.store.upkeep.passages import Passage
from missionplanner.store.upkeep.restoring import RowChange
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class Erased:
    """The outcome of erasing people."""

    people: int
    """How many were made anonymous."""
    copies: tuple[Path, ...]
    """Copies on this computer that still hold them."""


@dataclass(frozen=True, slots=True)
class NamingPassage:
    """A text that names people, in words."""

    passage: Passage
    record: str
    """The kind of the record it stands in, and the name of its field."""
    about: str
    """The name of the record, or of those it belongs to."""

    @property
    def place(self) -> Place:
        """Where it stands: by this it is kept."""
        return self.passage.place


def people(store: Store) -> list[KnownPerson]:
    """Return everybody the mission holds data of: those who are there, then those of the history."""
    return erasing.people(store)


def deleted_companies(store: Store) -> list[KnownCompany]:
    """Return the deleted companies whose data the history still holds."""
    return erasing.deleted_companies(store)


def find(store: Store, text: str, is_company: bool = False) -> tuple[list[int], list[int]]:
    """Return the keys of the people of a full name or address, and of deleted companies of a name.

    A name or address somebody had before counts where nobody has it now.

    Raises UserError where there is nobody, or several people have the name.
    """
    wanted = fold(text)
    if is_company:
        companies = [one.key for one in deleted_companies(store) if fold(one.name) == wanted]
        if not companies:
            text = _("No deleted company is called “{name}”.").format(name=text)
            raise UserError(text, _("Only what was deleted is erased so; delete the company first."))
        return [], companies
    known = people(store) if wanted else []
    found = [one for one in known if wanted in (fold(one.name), fold(one.email))]
    found = found or [one for one in known if wanted in map(fold, one.formerly)]
    if not found:
        text = _("Nobody here is called “{name}”.").format(name=text)
        raise UserError(text, _("Type the full name, or the e-mail address."))
    if {one.key for one in found} - erasing.meant(store, [found[0].key]).keys:
        names = "; ".join(f"{one.name}, {one.company}, {one.email}" for one in found)
        text = _("Several people are called “{name}”: {names}.").format(name=text, names=names)
        raise UserError(text, _("Type the e-mail address of the one you mean."))
    return [one.key for one in found], []


def free_texts(store: Store) -> set[Place]:
    """Return every free text of the mission, to be kept when everybody is erased."""
    return erasing.free_texts(store)


def passages(store: Store, keys: Sequence[int] | None, companies: Sequence[int] = ()) -> list[NamingPassage]:
    """Return the texts that name people (None: anybody), each to be blanked or kept; the doubtful ones last."""
    words = Words(store)
    if keys is None:
        found = erasing.passages_about_everybody(store)
    else:
        found = erasing.passages_about(store, erasing.meant(store, keys, companies))
    return [_in_words(store, one, words) for one in sorted(found, key=lambda one: not one.is_sure)]


def _in_words(store: Store, passage: Passage, words: Words) -> NamingPassage:
    table, _uid, column = passage.place
    row = restoring.last_seen(store, table, passage.key) if table in KIND_OF else None
    field = label(column) if table != "attachments" else _("may be about them")
    return NamingPassage(passage, f"{record_label(table)}: {field}", words.about(table, passage.key, row))


def erase(
    store: Store,
    keys: Sequence[int] | None = None,
    companies: Sequence[int] = (),
    kept: Collection[Place] | None = None,
) -> Erased:
    """Make people (None: everybody) anonymous for good; statistics stay.

    keys, companies: present or deleted people, and deleted companies. kept: texts that stay although they name
    somebody; None for those that may only be about them.
    """
    known = [one.key for one in erasing.people(store)] if keys is None else list(keys)
    # Read before they are erased, as the copies are searched for them afterwards.
    whom = erasing.meant(store, known, companies)
    if keys is None:
        number = erasing.erase_everybody(store, kept or ())
        return Erased(number, tuple(leftovers.holding(store)))
    erased = {one.uid for one in erasing.deleted_companies(store) if one.key in companies}
    number = erasing.erase(store, keys, companies, kept)
    return Erased(number, tuple(leftovers.holding(store, whom.uids | erased, Mentions(whom.called))))


def delete_copies(copies: Sequence[Path]) -> int:
    """Delete copies that still hold personal data; return how many. Raises UserError when one cannot be deleted."""
    return leftovers.delete(copies)


def save_person(store: Store, key: int, target: Path) -> None:
    """Write everything the mission holds of a person, present or deleted, as JSON.

    That is their record, company, meetings, events, letters, files, texts that name them, and the values the history
    keeps of them.
    """
    whom = erasing.meant(store, [key])
    row = restoring.last_seen(store, "people", key) or {}
    company = restoring.last_seen(store, "companies", int(row.get("company_id") or 0)) or {}
    there = store.where(Person, "id", [key])
    texts = erasing.texts_about(store, whom)
    found: dict[str, Any] = {
        "person": _filled_values(asdict(own_values.with_own(store, there)[0]) if there else row),
        "company": {name: company.get(name, "") for name in ("name", "city", "country")},
        **(
            _timetable(store, there[0])
            if there
            else {"meetings": [], "events": [], "journeys": [], "stays": [], "seats": [], "sign_ins": []}
        ),
        "letters": _letters(store, whom.companies, [one.place for one in texts]),
        "files": erasing.files_about(store, whom),
        "texts": [
            {"record": table, "field": column, "words": one.words}
            for one in texts
            for table, _uid, column in [one.place]
            if table != "letters"
        ],
        "history": [],
    }
    for step in sorted(restoring.steps_about(store, "people", sorted(whom.keys))):
        for change in restoring.changes(store, step):
            if _is_of(change, whom.keys):
                parts = {"before": change.before, "after": change.after}
                found["history"].append(
                    {"step": step, **{name: _filled_values(part) for name, part in parts.items() if part}}
                )
    replace_file(target, json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


_THEIRS = ("person_values", "legs", "stays", "seats", "sign_ins")
"""The tables whose records belong to one person."""


def _is_of(change: RowChange, people: Collection[int]) -> bool:
    """Whether a change is of one of these people, or of what belongs to one of them alone."""
    if change.table in _THEIRS:
        return (change.after or change.before or {}).get("person_id") in people
    return change.table == "people" and change.key in people


def _timetable(store: Store, person: Person) -> dict[str, list[dict[str, str]]]:
    """Return the meetings and events of a person, with how they come, sleep, ride and sign in."""
    snapshot = store.snapshot()
    meetings = []
    for company, meeting in snapshot.meetings_of_person(person):
        stop, slot = snapshot.stop_of_slot[meeting.slot_id], snapshot.slot[meeting.slot_id]
        other = snapshot.company[gathering.other_of(meeting, snapshot.company[company])]
        start = in_zone(slot.starts, stop.time_zone).isoformat()
        meetings.append({"start": start, "with": other.name, "status": meeting.status.value})
    for meeting in snapshot.interpreted_by(person):
        stop, slot = snapshot.stop_of_slot[meeting.slot_id], snapshot.slot[meeting.slot_id]
        start = in_zone(slot.starts, stop.time_zone).isoformat()
        names = " – ".join(snapshot.company[key].name for key in meeting.pair)
        meetings.append({"start": start, "interprets": names, "status": meeting.status.value})
    events = [
        {"start": snapshot.ends_of(event).starts.isoformat(), "name": event.name_en}
        for event in snapshot.events
        if snapshot.person_attends(person, event)
    ]
    return {"meetings": meetings, "events": events, **_travel(snapshot, person)}


def _travel(snapshot: Snapshot, person: Person) -> dict[str, list[dict[str, str]]]:
    hotels = {one.id: one.name for one in snapshot.hotels}
    names = {event.id: event.name_en for event in snapshot.events}
    journeys = [
        {"kind": leg.kind.value, "flight": leg.flight, "way": leg.way, "at": leg.at.isoformat() if leg.at else "",
         "booking": leg.booking, "note": leg.note}
        for leg in snapshot.legs_of.get(person.id, ())
    ]  # fmt: skip
    stays = [
        {"hotel": hotels.get(one.hotel_id or 0, ""), "room": one.room, "kind": one.kind.value,
         "check_in": str(one.check_in or ""), "check_out": str(one.check_out or ""), "note": one.note}
        for one in snapshot.stays_of.get(person.id, ())
    ]  # fmt: skip
    seats = [
        {"transfer": names.get(seat.event_id, ""), "vehicle": snapshot.vehicle[seat.vehicle_id].name}
        for seat in snapshot.seats
        if seat.person_id == person.id
    ]
    signed = [
        {"for": names.get(one.event_id or 0, one.kind.value), "at": one.at.isoformat()}
        for one in snapshot.sign_ins
        if one.person_id == person.id
    ]
    return {"journeys": journeys, "stays": stays, "seats": seats, "sign_ins": signed}


def _letters(store: Store, companies: Collection[int], naming: Collection[Place]) -> list[dict[str, str]]:
    """Return the letters of companies that name somebody, in whichever of their texts."""
    named = {uid for table, uid, _column in naming if table == "letters"}
    found = [one for one in store.where(Letter, "company_id", sorted(companies)) if one.uid in named]
    return [{"sent": one.sent_at.isoformat(), "subject": one.subject, "to": one.recipient} for one in found]


def _filled_values(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", "uid", "company_id") and value}
