"""Lists written as they are shown."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from missionplanner.errors import UserError
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import printing
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.store.store import Store
from tests.builders import key_of


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".csv"])
def test_a_list_is_written_as_shown(store: Store, tmp_path: Path, ending: str) -> None:
    shown = ShownList(
        "Companies", "All", ["Company", "Employees"], [["=A1", "12"], ["<b>Ñandú", ""]], [200, 80], frozenset({1})
    )
    target = run_now(printing.save(shown, tmp_path / f"list{ending}"), store)
    content = target.read_bytes()
    assert len(content) > 20
    if ending == ".csv":
        assert content.decode("utf-8-sig").splitlines() == ["Company,Employees", "'=A1,12", "<b>Ñandú,"]
    with pytest.raises(UserError, match="cannot be made"):
        printing.save(shown, tmp_path / "list.doc")


def test_numbers_of_a_list_are_numbers_in_a_workbook(store: Store, tmp_path: Path) -> None:
    rows = [["12", "12"], ["", "²"], ["-3", "x"]]
    shown = ShownList("Sizes", "", ["Text", "Number"], rows, [1, 1], frozenset({1}))
    target = run_now(printing.save(shown, tmp_path / "list.XLSX"), store)
    book = CalamineWorkbook.from_path(str(target))
    assert book.sheet_names == ["Sizes"]
    assert book.get_sheet_by_name("Sizes").to_python() == [["Text", "Number"], ["12", 12.0], ["", "²"], ["-3", "x"]]


def test_what_is_listed_is_written_so_that_it_can_be_read_back(store: Store, tmp_path: Path) -> None:
    keys = [key_of(store, name) for name in ("D2", "D1")]
    shown = ShownList(
        "My list", "", ["Complete", "Company", "Employees"], [["5", "D2", ""], ["7", "D1", ""]], [1, 1, 1],
        frozenset({0, 2}), "companies", keys, ["complete", "name", "employees"],
    )  # fmt: skip
    target = run_now(printing.save(shown, tmp_path / "list.xlsx"), store)
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_name("My list").to_python()
    assert rows[0][1:] == ["Complete", "Company name", "Employees"]
    assert [row[1:] for row in rows[1:]] == [[5.0, "D2", ""], [7.0, "D1", ""]]
    found = read_back.compared(store, target)
    assert (found.changes, found.read) == ((), 2)
