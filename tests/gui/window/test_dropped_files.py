"""One mission or one spreadsheet is taken; anything else is refused in a sentence."""

from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.gui.window.dropped_files import dropped_file


@pytest.mark.parametrize(
    "name", ["a.mission", "A.MISSION", "a.csv", "a.XLSX", "a.xlsm", "a.xlsb", "a.xls", "a.ods", "a.tsv", "a.txt"]
)
def test_missions_and_spreadsheets_are_taken(name: str) -> None:
    assert dropped_file([Path(name)]) == Path(name)


@pytest.mark.parametrize(("name", "shown"), [("a.pdf", "a.pdf"), ("a", "a"), ("mission", "mission"), ("", "This")])
def test_anything_else_is_refused(name: str, shown: str) -> None:
    with pytest.raises(UserError) as raised:
        dropped_file([Path(name)])
    assert (raised.value.text, raised.value.hint) == (
        f"{shown} is neither a mission nor a spreadsheet (csv, xlsx, xlsm, ods).",
        "Drop one mission, or one spreadsheet to import.",
    )


def test_a_folder_is_refused_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(UserError, match=r"^a\.csv is neither"):
        dropped_file([tmp_path / "a.csv"])
    with pytest.raises(UserError, match=r"^This is neither"):
        dropped_file([])


def test_several_files_are_reported_with_their_number() -> None:
    with pytest.raises(UserError) as raised:
        dropped_file([Path("a.csv"), Path("b.csv"), Path("c.mission")])
    assert str(raised.value) == "3 files were dropped at once. Drop one mission, or one spreadsheet to import."
