"""A source that comes again: what it says otherwise is taken, what somebody typed since stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.changes import (
    Kept,
    Registration,
    RowOutcome,
    SourceDraft,
    SourceEntry,
    changed_fields,
    overlay,
    weighty,
)
from missionplanner.domain.companies import Company, Market, Partner, Side
from missionplanner.domain.people import Person
from tests.builders import defaults

SAID = {
    "city": "Ottawa",
    "employees": 20,
    "description": "Castings.",
    "delegates": [{"given_name": "Zoë", "email": "z@a.ca"}],
}
RECORD = Registration(
    Company(id=1, side=Side.DELEGATION, name="A", city="Ottawa", employees=20, description="Castings."),
    Application(company_id=1),
    sectors=(1, 4),
    delegates=(Person(id=9, company_id=1, given_name="Zoë", email="z@a.ca"),),
)


def draft(**company: object) -> SourceEntry:
    return SourceEntry({"name": "A", **company})


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"description": "Other."}, True),
        ({"name": "B"}, True),
        ({"phone": "+1"}, False),
        ({"notes": "x"}, False),
    ],
)
def test_only_weighty_edits_ask_for_approval(change: dict[str, str], counts: bool) -> None:
    accepted = replace(RECORD, application=Application(company_id=1, status=Status.ACCEPTED))
    assert bool(weighty(accepted, replace(accepted, company=replace(accepted.company, **change)))) is counts  # type: ignore[arg-type]
    renamed = replace(accepted, delegates=(replace(accepted.delegates[0], family_name="Roy"),))
    assert weighty(accepted, renamed) == ["delegates"]


NOW = datetime(2025, 12, 1, tzinfo=UTC)


def test_new_drafts_have_no_key() -> None:
    assert defaults(SourceDraft) == {"id": 0}
    assert {outcome.value for outcome in RowOutcome} == {"new", "changed", "same", "duplicate", "rejected"}


def test_an_entry_says_only_what_is_there_in_values_of_json() -> None:
    entry = SourceEntry(
        {"name": "A", "consent_on": date(2025, 1, 2), "employees": 3},
        sectors=(2, 1),
        offers=("Castings",),
        markets=(Market(country="Chile", share="40 %"),),
        partners=(Partner(name="B", relationship="supplier", place="Puebla"),),
        delegates=({"given_name": "Zoë"},),
        application={"signed_by": "Zoë", "decided_at": NOW},
        received=NOW,
    )
    assert entry.name == "A"
    assert entry.said == {
        "consent_on": "2025-01-02",
        "employees": 3,
        "signed_by": "Zoë",
        "decided_at": "2025-12-01T00:00:00+00:00",
        "sectors": [2, 1],
        "offers": ["Castings"],
        "markets": [["Chile", "40 %"]],
        "partners": [["B", "supplier", "Puebla"]],
        "delegates": [{"given_name": "Zoë"}],
    }
    assert SourceEntry({}).said == {}
    assert SourceEntry({}).name == ""
    assert SourceEntry({}, stops=(3,), seeks=("Steel",)).said == {"stops": [3], "seeks": ["Steel"]}


def test_a_kept_value_of_a_person_is_told_from_one_of_the_company() -> None:
    assert Kept("phone", "1", "2").key == "phone"
    assert Kept("phone", "1", "2", "Zoë").key == "Zoë: phone"


def test_all_that_differs_is_named_but_for_the_note_of_edits() -> None:
    after = replace(
        RECORD,
        company=replace(RECORD.company, city="Lévis", phone="1"),
        application=replace(RECORD.application, signed_by="Zoë", edited="city"),
        seeks=("Steel",),
        markets=(Market(country="Chile"),),
        delegates=(),
    )
    assert changed_fields(RECORD, after) == ["city", "phone", "signed_by", "seeks", "markets", "delegates"]
    assert changed_fields(RECORD, RECORD) == []
    assert weighty(RECORD, after) == ["seeks", "delegates"]
    assert weighty(RECORD, replace(RECORD, delegates=(replace(RECORD.delegates[0], phone="1"),))) == []


def test_what_was_typed_goes_over_what_others_changed_meanwhile() -> None:
    opened = replace(
        RECORD,
        offers=("Castings",),
        delegates=tuple(Person(id=n, company_id=1, given_name=f"P{n}") for n in (1, 2, 3, 4)),
    )
    one, two, three, four = opened.delegates
    new = Person(company_id=1, given_name="New")
    typed = replace(
        opened,
        company=replace(opened.company, city="Lévis"),
        application=replace(opened.application, signed_by="Zoë"),
        seeks=("Steel",),
        delegates=(replace(one, position="CEO"), two, four, new),
    )
    by_others = Person(id=5, company_id=1, given_name="P5")
    current = replace(
        opened,
        company=replace(opened.company, city="Gatineau", phone="1"),
        application=replace(opened.application, reviewer="ben"),
        offers=("Steel castings",),
        delegates=(replace(one, phone="9"), replace(two, phone="2"), three, by_others),
    )
    assert overlay(current, opened, typed) == replace(
        current,
        company=replace(current.company, city="Lévis"),
        application=replace(current.application, signed_by="Zoë"),
        seeks=("Steel",),
        delegates=(replace(one, position="CEO"), replace(two, phone="2"), by_others, new),
    )
    assert overlay(current, opened, opened) == current
