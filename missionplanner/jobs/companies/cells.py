"""Registrations edited as cells of a table: typed, pasted, filled down, replaced; one step each, with a report."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from missionplanner.domain import bounds
from missionplanner.domain.applications import STATUS_LABELS, Decision, Status, decide, refusal, same_words
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import SIDE_LABELS, TRANSLATIONS, Company, Side
from missionplanner.domain.meets_at import MEETS_AT_LABELS, MeetsAt
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_values import with_values
from missionplanner.domain.people import OrganisationKind
from missionplanner.domain.requests import Request
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.exchange import choices
from missionplanner.exchange.choices import NamedChoices
from missionplanner.i18n import LANGUAGES, _, translator
from missionplanner.jobs.cell_edits import Edit, EditReport, applied, spelled
from missionplanner.jobs.companies import clocks, entry, exposures, sharing_out
from missionplanner.jobs.companies.registrations import records, save
from missionplanner.jobs.fields import fees
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.selection import decisions
from missionplanner.messages import Message
from missionplanner.store.store import Store
from missionplanner.user import user_name

EDITABLE = (
    "name", "side", "status", "sectors", "city", "region", "country", "website", "employees", "address", "postal_code",
    "phone", "year_founded", "language", "operating_name", "notes", "reviewer", "delegate", "email", "kind",
    "attendees", "meets_at",
)  # fmt: skip
"""The columns of the companies' table that can be typed into."""
FIELDS = (
    *EDITABLE, "registration_number", "description", *TRANSLATIONS, "objectives", "wishes", "consent", "stops",
    "offers", "seeks", "zone", "coordinates", "directions", "time_zone",
    "intents", *exposures.FIELDS,
)  # fmt: skip
"""The columns that can be changed in a workbook, which has more of them."""
_KINDS = {"website": "website", "phone": "phone", "country": "country", "email": "email", "employees": "integer",
          "year_founded": "integer"}  # fmt: skip


def edit(store: Store, edits: Sequence[Edit], label: Message) -> EditReport:
    """Change cells as one step; each is checked as in the form, and one that cannot be changed stays."""
    found = records(store, {one.key for one in edits})
    editor = CompanyEditor(store)
    after, report = applied(
        edits,
        found,
        lambda record, one: within_bounds(editor.changed(record, one.column, one.text)),
        lambda record: record.company.name,
    )
    with store.change(label) as change:
        for key, record in after.items():
            save(store, change, found[key], record)
    return report


def within_bounds(record: Registration) -> Registration:
    """Return a record; raises UserError where a value of it cannot be stored."""
    for part in (record.company, record.application, *record.delegates):
        for problem in bounds.problems(part).values():
            raise UserError(problem)
    return record


def _spellings_of_statuses(side: Side) -> dict[str, Status]:
    """The statuses by their codes and words in all languages; own words win, of two statuses the first."""
    found: dict[str, Status] = {fold(status.value): status for status in Status}
    for labels in (STATUS_LABELS[side], STATUS_LABELS[side.other]):
        for status, label in labels.items():
            for language in LANGUAGES:
                found.setdefault(fold(translator(language)(label)), status)
    return found


class CompanyEditor:
    """Checks cells against the mission as it was when the edit began."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._own = own_values.fields(store).named(Subject.COMPANY)
        self._choices: NamedChoices = choices.of_sectors(store.all(Sector))
        self._kinds = choices.of_titled(store.all(OrganisationKind))
        self._places: NamedChoices = choices.of_stops(store.all(Stop))
        self._busy = {key for meeting in store.all(Meeting) if meeting.stands for key in meeting.pair}
        self._last_ranks = decisions.last_ranks(store)
        self._asked = {key for request in store.all(Request) for key in request.pair}
        self._sides: dict[str, Side] = spelled(SIDE_LABELS)
        self._home = store.mission.home_country
        self._host = store.mission.host_country
        self._statuses = {side: _spellings_of_statuses(side) for side in Side}

    def changed(self, record: Registration, column: str, text: str) -> Registration:
        """Return the record with one cell changed; raises UserError when it cannot hold the text."""
        if field := self._own.get(column):
            text = own_values.typed(field, text, self._country(record), record.company.side)
            return replace(record, company=with_values(record.company, {column: text}))
        if column not in FIELDS:
            raise UserError(_("This column is worked out and cannot be typed into."))
        if column in exposures.FIELDS:
            return exposures.typed(record, column, text)
        text = entry.as_typed(Company, column, text)
        special: Callable[[Registration, str], Registration] | None = {
            "name": self._name,
            "side": self._side,
            "status": self._status,
            "sectors": self._sectors,
            "kind": self._kind,
            "attendees": self._attendees,
            "reviewer": self._reviewer,
            "delegate": self._delegate,
            "email": self._email,
            "stops": self._stops,
            "consent": self._consent,
            "meets_at": self._meets_at,
            "time_zone": self._time_zone,
            "offers": lambda one, typed: replace(one, offers=_lines(typed)),
            "seeks": lambda one, typed: replace(one, seeks=_lines(typed)),
        }.get(column)
        if special:
            return special(record, text)
        value = self._checked(record, column, text)
        return replace(record, company=replace(record.company, **{column: value}))

    def _country(self, record: Registration) -> str:
        return record.company.country or (self._home if record.company.side is Side.DELEGATION else self._host)

    def _checked(self, record: Registration, column: str, text: str) -> Any:
        country = self._country(record)
        if column == "region":
            return entry.region(text, country)
        if column == "language":
            return entry.languages(text).split(",")[0]
        found, problem = entry.checked(_KINDS.get(column, ""), text, country)
        if problem:
            raise UserError(problem)
        if _KINDS.get(column) == "integer":
            return int(found) if found else None
        return found

    def _name(self, record: Registration, text: str) -> Registration:
        if not text:
            raise UserError(_("The company needs a name."))
        return replace(record, company=replace(record.company, name=text))

    def _side(self, record: Registration, text: str) -> Registration:
        side = self._sides.get(fold(text))
        if side is None:
            raise UserError(_("No side is called “{name}”.").format(name=text))
        if record.company.id in self._busy | self._asked and side is not record.company.side:
            raise UserError(_("It has requests or meetings; its side cannot change."))
        return replace(record, company=replace(record.company, side=side))

    def _attendees(self, record: Registration, text: str) -> Registration:
        rule, most = sharing_out.read(text)
        return replace(record, company=replace(record.company, attendees_by=rule, attendees_most=most))

    def _reviewer(self, record: Registration, text: str) -> Registration:
        return replace(record, application=replace(record.application, reviewer=text))

    def _sectors(self, record: Registration, text: str) -> Registration:
        keys, unknown = self._choices.find(text) if text else ([], [])
        if unknown or (text and not keys):
            raise UserError(_("No sector is called “{name}”.").format(name=(*unknown, text)[0]))
        return replace(record, sectors=tuple(keys))

    def _stops(self, record: Registration, text: str) -> Registration:
        keys, unknown = self._places.find(text) if text else ([], [])
        if unknown or (text and not keys):
            raise UserError(_("No stop is called “{name}”.").format(name=(*unknown, text)[0]))
        return replace(record, stops=tuple(sorted(keys)))

    def _meets_at(self, record: Registration, text: str) -> Registration:
        return replace(record, company=replace(record.company, meets_at=place_of_meetings(text)))

    def _time_zone(self, record: Registration, text: str) -> Registration:
        return replace(record, company=replace(record.company, time_zone=clocks.typed_zone(text)))

    def _consent(self, record: Registration, text: str) -> Registration:
        found = entry.answer(text)
        if text and found is None:
            raise UserError(_("“{text}” is neither yes nor no.").format(text=text))
        return replace(record, company=replace(record.company, consent=found))

    def _kind(self, record: Registration, text: str) -> Registration:
        keys, unknown = self._kinds.find(text) if text else ([], [])
        if unknown or len(keys) > 1 or (text and not keys):
            raise UserError(_("No kind of organisation is called “{name}”.").format(name=text))
        return replace(record, company=replace(record.company, kind_id=keys[0] if keys else None))

    def _status(self, record: Registration, text: str) -> Registration:
        side = record.company.side
        status = self._statuses[side].get(fold(text))
        if status is None:
            raise UserError(_("No status is called “{name}”.").format(name=text))
        if record.application.status in same_words([status], side):
            return record
        why = refusal(record.application, status, side, record.company.id in self._busy)
        if not why and status is Status.CONFIRMED:
            why = fees.refusals(self._store, [record.company.id]).get(record.company.id, "")
        if why or status is Status.WITHDRAWN:
            raise UserError(why or _("Set it to withdrawn with the Status button: its meetings go with it."))
        decision = Decision(status, user_name(), datetime.now(UTC), record.application.reason)
        decided = decide(record.application, decision)
        if status is Status.RESERVE:
            self._last_ranks[side] += 1
            decided = replace(decided, rank=self._last_ranks[side])
        return replace(record, application=decided)

    def _email(self, record: Registration, text: str) -> Registration:
        return self._first_delegate(record, email=self._checked(record, "email", text))

    def _delegate(self, record: Registration, text: str) -> Registration:
        names = text.split()
        known = next(iter(record.people), None)
        given = min(len(known.given_name.split()), len(names) - 1) if known else 1
        given = max(given, 1)
        second = names.pop() if known and known.second_family_name and len(names) > given + 1 else ""
        return self._first_delegate(
            record, given_name=" ".join(names[:given]), family_name=" ".join(names[given:]), second_family_name=second
        )

    def _first_delegate(self, record: Registration, **values: Any) -> Registration:
        if not record.people:
            raise UserError(_("It has no delegate yet; add one in the form."))
        if record.delegates:
            first, *others = record.delegates
            return replace(record, delegates=(replace(first, **values), *others))
        one, *more = record.representatives
        return replace(record, representatives=(one.edited(replace(one.here, **values)), *more))


def place_of_meetings(text: str) -> MeetsAt:
    """Return where meetings are held, in any language; raises UserError for what is no such place."""
    found = spelled(MEETS_AT_LABELS).get(fold(text), MeetsAt.UNSAID)
    if text and not found:
        choices_of = ", ".join(place.label for place in MeetsAt if place)
        raise UserError(_("“{text}” is not one of the choices.").format(text=text), choices_of)
    return MeetsAt(found)


def _lines(text: str) -> tuple[str, ...]:
    """Return the products of a cell: one a line, or separated by semicolons."""
    return tuple(filter(None, (part.strip() for line in text.splitlines() for part in line.split(";"))))
