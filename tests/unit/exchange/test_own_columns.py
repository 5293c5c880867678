"""Columns of own fields: known again, kept where they mean nothing, and none lost."""

from dataclasses import replace

from missionplanner.domain.own_fields import NO_FIELDS, OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange import own_columns
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.reasons import Reason
from missionplanner.exchange.source_rows import Row

BOTH = (Subject.COMPANY, Subject.PERSON)
HOTEL = OwnField(id=1, uid="h", code="hotel", name_en="Hotel", name_fr="Hôtel préféré")
OWN = OwnFields((HOTEL,))


def table(*columns: SourceColumn, cells: tuple[str, ...] = ()) -> SourceTable:
    placed = tuple(replace(one, index=place) for place, one in enumerate(columns))
    return SourceTable("S", 1, placed, [Row(2, cells or ("x",) * len(columns))])


def test_a_column_is_known_by_the_name_of_a_field_in_any_language() -> None:
    found = own_columns.understood(table(SourceColumn(0, "HOTEL PREFERE")), OWN, BOTH, "Canada")
    assert (found.columns[0].field, found.columns[0].sure, found.columns[0].reason.kind) == (
        "company.hotel", True, "own field",
    )  # fmt: skip


def test_what_was_chosen_or_is_a_field_of_every_mission_stays() -> None:
    chosen = SourceColumn(0, "Hotel", reason=Reason("chosen"))
    city = SourceColumn(0, "City", "city")
    own = OwnFields((HOTEL, replace(HOTEL, id=2, uid="c", code="city", name_en="City")))
    found = own_columns.understood(table(chosen, city), own, BOTH, "Canada")
    assert [column.field for column in found.columns] == ["", "city"]


def test_a_field_that_is_gone_or_is_not_sensitive_as_its_column_is_feeds_nothing() -> None:
    gone = SourceColumn(0, "A", "company.gone", reason=Reason("before"))
    private = SourceColumn(0, "Hotel", "company.hotel", sensitive=True)
    found = own_columns.understood(table(gone, private), OWN, BOTH, "Canada")
    assert [column.field for column in found.columns] == ["", ""]


def test_what_is_to_be_kept_becomes_a_field_of_the_kind_of_its_cells() -> None:
    asked = SourceColumn(0, "Arrival day", "person.")
    again = SourceColumn(0, "Hotel", "company.", reason=Reason("chosen"))
    found = own_columns.understood(table(asked, again, cells=("2026-02-15", "Hilton")), OWN, BOTH, "Canada")
    day, hotel = found.new_fields
    assert (day.name, day.kind, day.id, found.columns[0].field) == ("person.arrival_day", FieldKind.DATE, -1, day.name)
    assert (hotel.name, hotel.name_en) == ("company.hotel_2", "Hotel (2)")
    assert found.own.all == (HOTEL, day, hotel)


def test_every_column_that_would_be_lost_is_kept_where_that_is_wanted() -> None:
    columns = (
        SourceColumn(0, "Side"),
        SourceColumn(0, "Full name", reason=Reason("parts")),
        SourceColumn(0, "Perhaps", asked="city"),
        SourceColumn(0, "Firm", asked="name"),
        SourceColumn(0, "", sensitive=True),
        SourceColumn(0, "Empty"),
    )
    cells = ("delegation", "Ann Roe", "Halifax", "Acme", "x", " ")
    found = own_columns.understood(table(*columns, cells=cells), NO_FIELDS, BOTH, "Canada", keep_unknown=True)
    assert [column.field for column in found.columns] == ["", "", "company.perhaps", "", "company.column_5", ""]
    assert [field.sensitive for field in found.new_fields] == [False, True]


def test_targets_are_the_fields_of_the_subjects_and_new_ones() -> None:
    assert own_columns.targets(OWN, BOTH) == ("company.hotel", "company.", "person.")
    assert own_columns.targets(OWN, (Subject.PERSON,)) == ("person.",)
