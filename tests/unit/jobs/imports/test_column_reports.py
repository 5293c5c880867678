"""What is reported of columns, and when a file is refused for them."""

from missionplanner import i18n
from missionplanner.exchange import columns, fields
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row
from missionplanner.jobs.imports.column_reports import ColumnReport, refusal, reports, target_label, targets_for


def table(*rows: list[str]) -> SourceTable:
    return columns.choose([SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))])


SURE = table(
    ["Company", "E-mail", "Passport number", ""], ["A Inc.", "a@x.example.ca", "GA1", ""], ["B Ltd.", "", "", ""]
)


def test_a_report_says_field_reason_and_values() -> None:
    first, second, third = reports(SURE)
    assert first == ColumnReport(
        1, "Company", "name", 1.0, True, False,
        "The heading reads like “Company name”. 100 % of the cells hold a legal form such as Inc. or S.A.", ("A Inc.", "B Ltd."),
    )  # fmt: skip
    assert (second.target, second.examples) == ("email", ("a@x.example.ca",))
    assert (third.target, third.sure, third.sensitive) == ("", True, True)


def test_examples_are_three_different_values_cut_short() -> None:
    rows = [["A", "x" * 200], ["A", "b"], ["B", "c"], ["C", "d"]]
    found = reports(table(["Company", "City"], *rows))
    assert found[0].examples == ("A", "B", "C")
    assert [len(text) for text in found[1].examples] == [80, 1, 1]


def test_sensitive_columns_are_offered_only_fields_nobody_else_reads() -> None:
    assert {name for name, _label in targets_for(reports(SURE)[2], fields.OF_COMPANIES)} == {
        "dietary",
        "access_needs",
        "emergency_contact",
    }
    labels = [label for _name, label in targets_for(reports(SURE)[0], fields.OF_COMPANIES)]
    assert (labels[0], "Notes" in labels, labels == sorted(labels, key=str.casefold)) == ("Access needs", True, True)


def test_targets_are_named_in_the_language_of_the_screen() -> None:
    assert (target_label("email"), target_label("email#2")) == ("E-mail", "E-mail (2)")
    i18n.use("fr")
    assert target_label("city") == "Ville"


def test_a_file_without_a_sure_name_is_refused() -> None:
    assert refusal(SURE) is None
    error = refusal(table(["Zebra organization unit", "City", "E-mail"], ["x", "Laval", "a@x.example.ca"]))
    assert error is not None
    assert error.text == "No column is surely the name of the company."
    assert error.hint.endswith("Perhaps: Zebra organization unit.")
    error = refusal(table(["City", "E-mail"], ["Laval", "a@x.example.ca"]))
    assert error is not None
    assert error.hint.endswith('{"Heading in the file": "name"}.')


def test_strictly_what_may_be_sensitive_has_to_be_sure() -> None:
    found = table(["Company", "City", "What do you need?"], ["A Inc.", "Laval", "steel"])
    assert refusal(found) is None
    error = refusal(found, strict=True)
    assert error is not None
    assert "What do you need?" in error.text
    assert refusal(columns.correct(found, {"What do you need?": "seeks"}), strict=True) is None
