"""The writing of an accepted import; records of new companies are made only then, as a file may hold many."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.changes import Registration, SourceDraft, SourceEntry
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.own_values import made
from missionplanner.domain.packed_entries import Entry, opened
from missionplanner.domain.people import Person
from missionplanner.domain.spelling import words
from missionplanner.exchange.choices import NamedChoices

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """The options and decisions of a comparison; see ImportOptions."""

    side: Side
    on_duplicate: str
    """skip, merge or add: what happens to further rows of the same company."""
    source: str
    """The form: the hash of its headings and side."""
    file_name: str
    """Recorded as the source of new applications."""
    answers: Mapping[int, bool]
    """Whether a row (by number) is the company it looks like."""
    take: Mapping[int, frozenset[str]]
    """The fields of a row (by number) to be taken although somebody typed something else since."""
    stops: NamedChoices | None = None
    """The stops of the mission, where a new counterpart that names none meets in the one it is at home in."""


@dataclass(frozen=True, slots=True)
class CompanyTarget:
    """A company to be written."""

    row: int
    """The first row about it."""
    entry: Entry
    """The statements of its rows, perhaps packed."""
    asked: Asked
    before: Registration | None = None
    """None for a new company."""
    changed: Registration | None = None
    """A company of the mission as it will be."""

    @property
    def draft(self) -> SourceEntry:
        """The statements of its rows."""
        return opened(self.entry)

    @property
    def placed(self) -> SourceEntry:
        """The statements of its rows, with the stop of its city for a counterpart that names none."""
        draft = self.draft
        stops = () if draft.stops else _at_home(draft, self.asked)
        return replace(draft, stops=stops) if stops else draft

    @property
    def after(self) -> Registration:
        """The company as it will be."""
        return self.changed or _new_record(self.draft, self.asked)


@dataclass(frozen=True, slots=True)
class Remembered:
    """The entry of a source, kept for the next time."""

    source: str
    entry: Entry
    """The statements, perhaps packed."""
    company_id: int
    before: SourceDraft | None = None
    """The statements of the source the last time."""

    @property
    def content(self) -> str:
        """The entry as it is stored."""
        # A file may lack columns of the form: what it stated in them before stays known.
        said = opened(self.entry).said
        if self.before:
            said = {**json.loads(self.before.content), **said}
        return _JSON.encode(said)


def _new_record(draft: SourceEntry, asked: Asked) -> Registration:
    """Return the record of a company the mission does not have."""
    company, application = new_fields(draft, asked)
    return Registration(
        company=made(Company, company),
        application=Application(company_id=0, **application),
        sectors=draft.sectors,
        stops=tuple(sorted(draft.stops)) or _at_home(draft, asked),
        offers=draft.offers,
        seeks=draft.seeks,
        markets=draft.markets,
        inputs=draft.inputs,
        partners=draft.partners,
        delegates=tuple(made(Person, person) for person in draft.delegates),
    )


def _at_home(draft: SourceEntry, asked: Asked) -> tuple[int, ...]:
    """Return the stop of the city a counterpart is in: nobody thinks of sending hosts to another one."""
    if asked.stops is None or asked.side is not Side.COUNTERPART:
        return ()
    key = asked.stops.spellings.get(words(str(draft.company.get("city", ""))))
    return () if key is None else (key,)


def new_fields(draft: SourceEntry, asked: Asked) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields of a company the mission does not have, and those of its application."""
    company = {"side": asked.side, **draft.assumed, **draft.company}
    application = {
        "status": Status.WITHDRAWN if draft.is_withdrawn else Status.APPLIED,
        "received": draft.received,
        "source": asked.file_name,
        **draft.application,
    }
    return company, application
