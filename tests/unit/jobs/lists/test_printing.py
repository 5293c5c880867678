"""Lists written as they are shown."""

from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import printing
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.store.store import Store


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
