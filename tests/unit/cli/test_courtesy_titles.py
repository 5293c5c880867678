"""The command titles: the list of courtesy titles; each act one step."""

from pathlib import Path

import pytest

from missionplanner.domain.courtesy_titles import CourtesyTitle, in_protocol_order
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run


def labels(mission: Path) -> list[str]:
    with Store.open(mission, read_only=True) as store:
        return [title.label for title in in_protocol_order(store.all(CourtesyTitle))]


def test_titles_are_listed_in_their_order(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "people", mission, "add", "--given-name", "Ana", "--title", "Dra.")
    code, out, _error = run(capsys, "titles", mission)
    assert (code, out.splitlines()[-1]) == (0, "17 courtesy titles")
    assert out.splitlines()[0].split("  ")[0] == "Before the name"
    rows = document(capsys, "titles", mission)
    assert (rows[0]["written_en"], rows[0]["salutation_fr"], rows[0]["on_badges"]) == ("H.E.", "Excellence,", True)
    assert [row["written_es_f"] for row in rows if row["people"]] == ["Dra."]


def test_a_title_is_added_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    before = labels(mission)
    _code, out, _error = run(capsys, "titles", mission, "add", "written_en=Chief", "place=2", "on_badges=no")
    assert (out, labels(mission)) == ("Chief was added.\n", [before[0], "Chief", *before[1:]])
    row = document(capsys, "titles", mission, "set", "chief", "salutation_en=Dear Chief {family},", "place=1")
    assert (row["salutation_en"], row["on_badges"], labels(mission)[0]) == ("Dear Chief {family},", False, "Chief")
    _code, out, _error = run(capsys, "titles", mission, "remove", "CHIEF")
    assert (out, labels(mission)) == ("Chief was deleted.\n", before)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (("add", "chief"), "“chief” names no field with a value."),
        (("add", "place=first", "written_en=Chief"), "“first” is no place in the list."),
        (("add", "on_badges=perhaps", "written_en=Chief"), "“perhaps” is neither yes nor no."),
        (("add", "salutation_en=Dear,"), "The title needs what is written before a name."),
        (("set", "Chief", "place=1"), "No courtesy title is written “Chief”."),
        (("remove", "H.E. Mr"), "No courtesy title is written “H.E. Mr”."),
    ],
)
def test_what_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], mission: Path, typed: tuple[str, ...], problem: str
) -> None:
    before = labels(mission)
    code, _out, error = run(capsys, "titles", mission, *typed)
    assert (code, error[: len(problem)]) == (3, problem)
    assert labels(mission) == before
