"""Lists of companies whose heading of names nobody here reads: it is asked."""

from missionplanner.exchange import company_names
from missionplanner.exchange.columns import SourceTable, decided, table_at
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row


def table(*rows: tuple[str, ...]) -> SourceTable:
    return table_at(SourceSheet("S", [Row(n, cells) for n, cells in enumerate(rows, start=1)]), 0)


DUTCH = (
    ("Vestigingsplaats", "Bedrijfsnaam", "E-mailadres", "Branche"),
    ("Naaldwijk", "Kas en Zonen Inc.", "a@kas.example", "Kassen"),
    ("Venlo", "Groen Koelen", "b@groen.example", "Koeling"),
    ("Venlo", "Tuinlicht", "c@tuin.example", "Kassen"),
)


def test_a_column_of_different_names_is_asked_about_where_none_names_the_companies() -> None:
    found = company_names.asked(table(*DUTCH))
    asked = {column.heading: (column.asked, column.reason.kind) for column in found.columns}
    assert asked["Bedrijfsnaam"] == ("name", "missing")
    assert [heading for heading, (field, _reason) in asked.items() if field == "name"] == ["Bedrijfsnaam"]


def test_a_position_that_ends_in_legal_forms_is_asked_about() -> None:
    rows = (("Town", "Org. title"), ("Naivasha", "Savannah Roses Ltd"), ("Nairobi", "Mara Supplies"))
    found = company_names.asked(table(*rows))
    assert [(column.field, column.asked) for column in found.columns] == [("city", ""), ("", "name")]


def test_nothing_is_asked_where_a_column_names_them_and_of_what_was_decided_and_of_no_names() -> None:
    named = table(("Company", "Bedrijfsnaam"), ("A", "Kas Inc."), ("B", "Groen"))
    chosen = decided(table(*DUTCH), {1: ""})
    numbers = table(("Nr.", "E-mailadres"), ("1", "a@kas.example"), ("2", "b@groen.example"))
    assert company_names.asked(named) == named
    assert company_names.asked(chosen).columns[1] == chosen.columns[1]
    assert company_names.asked(numbers) == numbers
