"""Columns and kinds of records have names, in the language of the screen."""

from missionplanner import i18n
from missionplanner.domain.record_labels import record_label
from missionplanner.exchange.fields import FIELDS
from missionplanner.jobs.column_labels import HIDDEN, label, label_in
from missionplanner.store.rows import names
from missionplanner.store.tables import UNDOABLE


def test_a_column_of_a_registration_is_called_as_in_its_form() -> None:
    # The kind of other records has the same name.
    own = [field for field in FIELDS if field.name != "kind"]
    assert {field.name: label(field.name) for field in own} == {field.name: field.label for field in own}


def test_columns_and_records_are_named_in_the_language_of_the_screen() -> None:
    assert (label("slot_id"), record_label("meetings")) == ("Slot", "Meeting")
    i18n.use("fr")
    assert (label("slot_id"), label("city"), record_label("meetings")) == ("Plage", "Ville", "Rencontre")
    i18n.use("es")
    assert record_label("companies") == "Empresa"


def test_an_unknown_column_or_table_is_shown_as_it_is_written() -> None:
    assert (label("shoe_size"), record_label("shoes")) == ("shoe size", "Mark of the history")


def test_every_column_people_see_has_a_name() -> None:
    unnamed = {
        f"{table.name}.{column}"
        for table in UNDOABLE
        for column in names(table.kind)
        if column not in HIDDEN and label(column) == column.replace("_", " ")
    }
    assert unnamed == set()
    assert {table.name for table in UNDOABLE if record_label(table.name) == table.name} == set()


def test_only_companies_have_a_company_name() -> None:
    assert [label_in(table, "name") for table in ("companies", "venues")] == ["Company name", "Name"]
    assert label_in("venues", "address") == "Address"
