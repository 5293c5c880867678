"""What is found in cells is replaced, whatever its capitals and accents."""

import pytest

from missionplanner.jobs.cell_edits import Edit, replacements


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
