"""The program's own labels and exports are understood without a doubt."""

import pytest

from missionplanner.exchange import columns
from missionplanner.exchange.fields import FIELDS, ImportField
from missionplanner.exchange.own_headings import exported, field_of
from missionplanner.i18n import translator


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_labels_of_fields_mean_their_field(field: ImportField, language: str) -> None:
    label = translator(language)(field.label)
    column = columns.guess(["City" if field.name == "name" else "Company", label])[1]
    assert (column.field, column.sure) == (field.name, True)


def test_names_of_fields_are_headings_where_they_leave_no_doubt() -> None:
    assert (field_of("description_fr"), field_of("title"), field_of("Company number")) == ("description_fr", "", "")


def test_an_export_of_companies_is_read_as_it_was_written() -> None:
    headings = ["name", "side", "status", "phone", "delegates", "meetings", "seeks"]
    assert exported(headings) == ["name", "", "", "phone_company", "", "", "seeks"]
    assert [column.sure for column in columns.guess(headings)] == [True] * 7


def test_an_export_of_delegates_names_their_company() -> None:
    assert exported(["company", "side", "title", "given_name", "phone"]) == ["name", "", "title", "given_name", "phone"]


def test_other_sheets_are_no_exports() -> None:
    assert exported(["Company", "City"]) is None
