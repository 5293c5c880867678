"""Columns are known by their cells: choices of a list of the mission, whatever the heading."""

import pytest

from missionplanner.domain.people import OrganisationKind
from missionplanner.exchange import choices
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.listed_columns import KIND_WORDS, listed_column, with_kind
from missionplanner.exchange.reasons import Reason
from missionplanner.exchange.source_rows import Row

KINDS = choices.of_titled([
    OrganisationKind(id=1, name_en="Company", name_fr="Entreprise", spellings="Business"),
    OrganisationKind(id=2, name_en="University", name_fr="Université"),
])  # fmt: skip


def table(heading: str, *cells: str, field: str = "", reason: str = "nothing") -> SourceTable:
    columns = (SourceColumn(0, "Name", "name"), SourceColumn(1, heading, field, reason=Reason(reason)))
    return SourceTable("s", 1, columns, tuple(Row(n, (f"C{n}", cell)) for n, cell in enumerate(cells, start=2)))


@pytest.mark.parametrize(
    ("heading", "cells", "found"),
    [
        ("Type of organization", ("Business", "University", "Other"), True),
        ("Type of organization", ("Business", "Other", "Another"), False),
        ("Group", ("Business", "University", "Other"), False),
        ("Group", ("entreprise", "UNIVERSITÉ", "company"), True),
        ("Group", ("entreprise", "UNIVERSITÉ"), False),
        ("Type", ("", ""), False),
    ],
)
def test_more_cells_have_to_be_choices_where_the_heading_says_nothing(
    heading: str, cells: tuple[str, ...], found: bool
) -> None:
    assert (listed_column(table(heading, *cells), KINDS, KIND_WORDS) is not None) is found


def test_a_column_with_a_field_is_taken_only_where_that_is_allowed() -> None:
    position = table("Position", *["University"] * 3, field="position")
    assert listed_column(position, KINDS, KIND_WORDS) is None
    assert listed_column(position, KINDS, KIND_WORDS, taken=("position",)) == position.columns[1]


def test_the_kind_is_read_and_said_why() -> None:
    column = with_kind(table("Type", "Business", "University", "Other"), KINDS).columns[1]
    assert (column.field, column.sure, column.reason) == ("kind", True, Reason("listed", "kind", "kind", 2 / 3))


def test_a_column_somebody_decided_stays() -> None:
    chosen = table("Type", "Business", reason="chosen")
    assert with_kind(chosen, KINDS) == chosen
    already = table("Type", "Business", field="kind")
    assert with_kind(already, KINDS) == already
