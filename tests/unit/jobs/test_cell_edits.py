"""What is found in cells is replaced, whatever its capitals and accents."""

import pytest

from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.errors import UserError
from missionplanner.jobs.cell_edits import Edit, EditReport, RefusedEdit, applied, replacements, spelled


def test_replacing_keeps_blanks_and_is_quick() -> None:
    edits = [Edit(1, "name", "Acme Inc Canada"), Edit(2, "notes", "x" * 100_000 + " inc")]
    assert [e.text[-12:] for e in replacements(edits, "Inc", "Ltd")] == ["e Ltd Canada", "xxxxxxxx Ltd"]
    assert replacements([Edit(1, "city", "Que\u0301bec")], "quebec", "QC")[0].text == "QC"


def test_replacing_ignores_accents_and_keeps_the_rest() -> None:
    found = replacements([Edit(1, "city", "Montréal-Nord, MONTREAL"), Edit(2, "city", "Laval")], "montreal", "Mtl")
    assert found == [Edit(1, "city", "Mtl-Nord, Mtl")]
    assert replacements([Edit(1, "city", "x")], "", "y") == []


@pytest.mark.parametrize(
    ("text", "find", "new", "found"),
    [
        ("straße 5, Strasse 6", "strasse", "St.", "St. 5, St. 6"),
        ("aaa", "aa", "b", "ba"),
        ("Montréal", "real", "X", "MontX"),
    ],
)
def test_replacing_takes_what_reads_alike(text: str, find: str, new: str, found: str) -> None:
    assert [edit.text for edit in replacements([Edit(1, "notes", text)], find, new)] == [found]


def test_edits_are_applied_one_after_the_other_and_the_refused_are_told() -> None:
    def changed(record: str, edit: Edit) -> str:
        if not edit.text:
            raise UserError("Empty.")
        return f"{record}{edit.text}" if edit.text != "-" else record

    edits = [Edit(1, "a", "b"), Edit(1, "a", "c"), Edit(2, "a", ""), Edit(3, "a", "-"), Edit(9, "a", "x")]
    after, report = applied(edits, {1: "x", 2: "y", 3: "z"}, changed, lambda record: f"named {record}")
    assert after == {1: "xbc"}
    assert report == EditReport(2, (RefusedEdit("named y", "a", "", "Empty."),))


def test_members_are_found_by_their_codes_and_labels_in_every_language() -> None:
    found = spelled(SIDE_LABELS)
    assert {found["delegation"], found["delegacion"]} == {Side.DELEGATION}
    assert found["homologue"] is Side.COUNTERPART
