"""Relationships and agreements come back from workbooks cell by cell; what follows from other things is refused."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.agreements import Agreement, AgreementStatus
from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Relationship
from missionplanner.errors import UserError
from missionplanner.jobs.agreements import entering as agreements
from missionplanner.jobs.imports import read_back, row_editors
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import mission_workbook
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import key_of, small_mission
from tests.workbooks import Cells


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_mission(tmp_path_factory.mktemp("results") / "m.mission", 2, 1) as store:
        pair = (store.get(Company, key_of(store, name)) for name in ("D1", "C1"))
        entering.make(store, *pair, date(2020, 3, 20))
        agreement = Agreement(title_en="Steel", announced_value=10.0, actual_value=7.5, currency="CAD")
        agreements.enter(store, None, agreement, ["D1", "C1"], [])
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def came_back(store: Store, folder: Path, change: object) -> read_back.ReadBack:
    path = folder / "mission.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot(), sensitive=True))
    return run_now(read_back.analyse(workbooks.edited(path, change)), store)  # type: ignore[arg-type]


def write(sheets: Cells, sheet: str, **texts: object) -> None:
    """Write texts into the first row of a sheet, by headings with _ for blanks."""
    heads = sheets[sheet][0]
    for heading, text in texts.items():
        sheets[sheet][1][heads.index(heading.replace("_", " "))] = text


def test_nothing_changes_where_nobody_changed_anything(store: Store, tmp_path: Path) -> None:
    found = came_back(store, tmp_path, lambda _sheets: None)
    assert (found.changes, found.added, found.unknown) == ((), (), ())


def test_cells_become_one_step(store: Store, tmp_path: Path) -> None:
    def change(sheets: Cells) -> None:
        write(sheets, "Relationships", Owner="Ann", Next_step="Call", Due="2020-04-01", Notes="Met at dinner")
        write(sheets, "Agreements", Status="Firmado", Signed_on="2020-03-21", Real_value=12.5, Title_in_French="Acier")

    before, found = store.get(Agreement, 1), came_back(store, tmp_path, change)
    assert [one.refusal for one in found.changes] == [""] * 8
    assert {one.record for one in found.changes} == {"D1 – C1", "Steel"}
    read_back.accept(store, found)
    (one,) = store.all(Relationship)
    assert (one.owner, one.next_step, one.due, one.notes) == ("Ann", "Call", date(2020, 4, 1), "Met at dinner")
    (after,) = store.all(Agreement)
    assert (after.status, after.signed_on, after.actual_value, after.title_fr) == (
        AgreementStatus.SIGNED, date(2020, 3, 21), 12.5, "Acier",
    )  # fmt: skip
    store.undo()
    assert store.all(Agreement) == [before]
    assert store.all(Relationship)[0].owner == ""


def test_what_is_worked_out_is_not_read(store: Store, tmp_path: Path) -> None:
    def change(sheets: Cells) -> None:
        write(sheets, "Relationships", Stage="Trading", Value=5, Counterpart="D2")
        write(sheets, "Agreements", Parties="D2", Embargo_until="2020-01-01")

    found = came_back(store, tmp_path, change)
    assert found.taken(over=True) == []


@pytest.mark.parametrize(
    ("kind", "column", "text", "why"),
    [
        ("relationships", "stage", "Trading", "worked out"), ("relationships", "due", "soon", "soon"),
        ("agreements", "parties", "D2", "worked out"), ("agreements", "status", "gone", "There is no “gone”"),
        ("agreements", "title_en", "", "needs a title"), ("agreements", "currency", "zz", "no currency"),
        ("agreements", "announced_value", "-5", "“-5” is no amount"), ("agreements", "actual_value", "much", "no amount"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(store: Store, kind: str, column: str, text: str, why: str) -> None:
    editor = row_editors.of_kind(store, kind)
    record = next(iter(editor.records([1]).values()))
    with pytest.raises(UserError, match=why):
        editor.changed(record, column, text)
