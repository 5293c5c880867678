"""Values of a row beyond the bounds of their fields are cut or left out with a remark, and the rest is kept."""

from datetime import UTC, datetime

from missionplanner.domain.changes import SourceEntry
from missionplanner.domain.companies import Market, Partner
from missionplanner.domain.limits import LINE, TEXT
from missionplanner.exchange.files import Row
from missionplanner.exchange.reader import ColumnLayout, Reader
from missionplanner.exchange.within_bounds import within_bounds
from tests.unit.exchange.test_companies import CONTEXT, read


def reader() -> Reader:
    return Reader(Row(3, ("a",)), ColumnLayout(()), CONTEXT)


def test_what_is_within_stays_the_same() -> None:
    entry = SourceEntry({"name": "A", "employees": 5}, delegates=({"email": "a@b.ca"},), offers=("x" * TEXT,))
    found = reader()
    assert within_bounds(entry, found) == entry
    assert found.issues == []


def test_what_is_beyond_is_cut_or_left_out_and_reported() -> None:
    entry = SourceEntry(
        {"name": "N" * (LINE + 1), "year_founded": 5, "city": "Laval"},
        delegates=({"position": "p" * (LINE + 5), "email": "a@b.ca"},),
        markets=(Market(country="C" * (LINE + 1), share="1 %"),),
        partners=(Partner(name="P", place="x" * (LINE + 1)),),
        seeks=("s" * (TEXT + 1),),
        received=datetime(1901, 1, 1, tzinfo=UTC),
        application={"applicant": "Ana"},
    )
    noted = reader()
    found = within_bounds(entry, noted)
    assert found.company == {"name": "N" * LINE, "city": "Laval"}
    assert found.delegates == ({"position": "p" * LINE, "email": "a@b.ca"},)
    assert (found.markets[0].country, found.markets[0].share) == ("C" * LINE, "1 %")
    assert (found.partners[0].place, found.seeks, found.received) == ("x" * LINE, ("s" * TEXT,), None)
    assert found.application == {"applicant": "Ana"}
    assert [(issue.code, issue.row) for issue in noted.issues] == [
        ("too_long", 3), ("out_of_bounds", 3), ("too_long", 3), ("too_long", 3), ("too_long", 3), ("too_long", 3),
        ("out_of_bounds", 3),
    ]  # fmt: skip
    assert all(len(issue.value) <= 60 for issue in noted.issues)


def test_a_remark_names_row_and_column() -> None:
    rows = read(
        ["Company", "City", "Consent date"], ["A" * 5000, "Laval", "1901-02-03"], ["B Inc.", "Lévis", "2026-02-03"]
    )
    first, second = rows
    assert first.draft is not None
    assert second.draft is not None
    assert (len(first.draft.name), first.draft.company["city"]) == (LINE, "Laval")
    assert second.issues == ()
    assert [(issue.row, issue.column) for issue in first.issues] == [(2, "Company"), (2, "Consent date")]
    assert first.issues[0].text == f"“{'A' * 60}…” is longer than 1,000 characters; the rest was left out."
    assert first.issues[1].text == "“1901-02-03” was left out: This is no day from 1990 to 2100."
