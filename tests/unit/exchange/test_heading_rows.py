"""The rows of a sheet that hold its headings."""

from missionplanner.exchange import heading_rows
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row


def sheet(*rows: list[str]) -> SourceSheet:
    return SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))


def test_headings_are_the_row_that_names_most() -> None:
    found = sheet(["Registrations of 2026", ""], ["Company", "City"], ["A Inc.", "Laval"])
    assert heading_rows.found(found)[0] == 1
    assert heading_rows.at(found, 1) == (1, ["Company", "City"])


def test_groups_stand_above_their_columns() -> None:
    found = sheet(
        ["Company", "Delegate 1", "", "Delegate 2", ""], ["Name", "First name", "E-mail", "First name", "E-mail"]
    )
    place, headings = heading_rows.at(found, 0)
    assert place == 1
    assert headings[1:] == [
        "Delegate 1 - First name", "Delegate 1 - E-mail", "Delegate 2 - First name", "Delegate 2 - E-mail",
    ]  # fmt: skip


def test_a_question_stands_above_the_word_for_its_answer() -> None:
    question = "What are your goals for this trade mission, and what would make it a success for your company?"
    found = sheet(
        [
            "Respondent ID",
            "End Date",
            "Company",
            "What is your industry?",
            question,
            "Which cities will you visit?",
            "",
        ],
        ["Respondent ID", "End Date", "Company", "Response", "Open-Ended Response", "Monterrey", "Guadalajara"],
    )
    assert heading_rows.at(found, 0) == (
        1,
        [
            "Respondent ID", "End Date", "Company", "What is your industry?", question,
            "Which cities will you visit? - Monterrey", "Which cities will you visit? - Guadalajara",
        ],
    )  # fmt: skip


def test_boxes_below_a_heading_are_its_choices() -> None:
    found = sheet(["Company", "Sectors", ""], ["", "Mining", "Energy"])
    assert heading_rows.at(found, 0) == (1, ["Company", "Sectors - Mining", "Sectors - Energy"])


def test_groups_tell_apart_what_stands_several_times() -> None:
    groups = ["Entreprise", "", "Délégué principal", "", "Second délégué", "", "Facturation"]
    found = sheet(groups, ["Nom", "Ville", "Prénom", "Nom", "Prénom", "Nom", "Nom"])
    assert heading_rows.at(found, 1) == (
        1,
        [
            "Entreprise - Nom", "Ville", "Délégué principal - Prénom", "Délégué principal - Nom", "Second délégué - Prénom",
            "Second délégué - Nom", "Facturation - Nom",
        ],
    )  # fmt: skip
