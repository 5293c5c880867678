"""A source that comes again: what it says otherwise is taken, what somebody typed since stays."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.changes import (
    Memory,
    Registration,
    SourceEntry,
    changed_fields,
    combine,
    merge,
    weighty,
)
from missionplanner.domain.companies import Company, Delegate, Side

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
    delegates=(Delegate(id=9, company_id=1, given_name="Zoë", email="z@a.ca"),),
)


def draft(**company: object) -> SourceEntry:
    return SourceEntry({"name": "A", **company})


def test_what_the_source_says_otherwise_is_taken_when_nobody_typed() -> None:
    after, kept = merge(RECORD, draft(city="Gatineau", employees=20), Memory(SAID))
    assert after.company.city == "Gatineau"
    assert kept == []


def test_what_was_typed_since_stays_and_both_are_told() -> None:
    typed = replace(RECORD, company=replace(RECORD.company, city="Lévis"))
    for theirs in ("Ottawa", "Gatineau"):
        after, kept = merge(typed, draft(city=theirs), Memory(SAID))
        assert after == typed
        assert [(k.field, k.ours, k.theirs) for k in kept] == [("city", "Lévis", theirs)]


def test_what_was_emptied_stays_empty() -> None:
    emptied = replace(RECORD, company=replace(RECORD.company, description=""))
    after, kept = merge(emptied, draft(description="Castings."), Memory(SAID))
    assert after.company.description == ""
    assert len(kept) == 1


def test_the_file_is_right_where_somebody_says_so() -> None:
    typed = replace(RECORD, company=replace(RECORD.company, city="Lévis"))
    after, kept = merge(typed, draft(city="Ottawa"), Memory(SAID), {"city"})
    assert after.company.city == "Ottawa"
    assert kept == []


def test_a_later_source_wins_over_an_earlier_one_but_not_over_somebody() -> None:
    after, kept = merge(RECORD, draft(city="Gatineau"), Memory({}, (SAID,)))
    assert after.company.city == "Gatineau"
    by_hand, kept = merge(RECORD, draft(city="Gatineau"), Memory())
    assert by_hand.company.city == "Ottawa"
    assert [k.field for k in kept] == ["city"]


def test_an_older_file_of_another_source_does_not_undo_the_newer() -> None:
    newer = replace(RECORD, company=replace(RECORD.company, city="Gatineau"))
    after, kept = merge(newer, draft(city="Ottawa"), Memory(SAID, ({"city": "Gatineau"},)))
    assert after == newer
    assert kept == []


def test_empty_fields_are_filled() -> None:
    after, kept = merge(RECORD, draft(website="https://a.ca"), Memory(SAID))
    assert after.company.website == "https://a.ca"
    assert kept == []


def test_a_delegate_somebody_removed_does_not_come_back() -> None:
    removed = replace(RECORD, delegates=())
    person = SourceEntry({"name": "A"}, delegates=({"given_name": "Zoë", "email": "z@a.ca"},))
    after, kept = merge(removed, person, Memory(SAID))
    assert after.delegates == ()
    assert kept[0].person == "Zoë"
    new = SourceEntry({"name": "A"}, delegates=({"given_name": "Max", "email": "m@a.ca"},))
    assert len(merge(removed, new, Memory(SAID))[0].delegates) == 1


def test_a_delegates_post_typed_since_stays() -> None:
    typed = replace(RECORD, delegates=(replace(RECORD.delegates[0], position="CEO"),))
    person = SourceEntry({"name": "A"}, delegates=({"given_name": "Zoë", "email": "z@a.ca", "position": "Clerk"},))
    after, kept = merge(
        typed, person, Memory({"delegates": [{"given_name": "Zoë", "email": "z@a.ca", "position": "Clerk"}]})
    )
    assert after.delegates[0].position == "CEO"
    assert (kept[0].person, kept[0].field) == ("Zoë", "position")


def test_fewer_of_the_known_sectors_say_nothing_new() -> None:
    said = SourceEntry({"name": "A"}, sectors=(1,))
    assert merge(RECORD, said, Memory({"sectors": [1, 4]})) == (RECORD, [])
    assert merge(RECORD, SourceEntry({"name": "A"}, sectors=(1, 5)), Memory({"sectors": [1, 4]}))[0].sectors == (1, 5)


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


def test_later_draft_wins_and_what_only_the_first_says_stays() -> None:
    first = SourceEntry(
        {"name": "A", "city": "Lévis", "employees": 3}, delegates=({"given_name": "Zoë", "email": "z@a.ca"},)
    )
    later = SourceEntry(
        {"name": "a inc", "employees": 8}, delegates=({"given_name": "Zoe", "email": "z@a.ca", "phone": "1"},)
    )
    both = combine(first, later)
    assert both.company == {"name": "A", "city": "Lévis", "employees": 8}
    assert both.delegates == ({"given_name": "Zoë", "email": "z@a.ca", "phone": "1"},)


def test_applying_the_same_draft_twice_changes_nothing() -> None:
    record = Registration(Company(id=1, side=Side.DELEGATION, name="A"), Application(company_id=1))
    draft = SourceEntry({"name": "A", "city": "Lévis"}, sectors=(2, 1), delegates=({"given_name": "Zoë"},))
    once, _kept = merge(record, draft, Memory())
    assert changed_fields(record, once) == ["city", "sectors", "delegates"]
    assert merge(once, draft, Memory()) == (once, [])
    assert once.delegates == (Delegate(company_id=1, given_name="Zoë"),)
