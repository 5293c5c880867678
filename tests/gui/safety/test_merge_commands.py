"""The commands that bring copies together, through the window: compared and taken in beside it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.safety import merge_commands, taken_copies
from missionplanner.gui.safety.city_copies import BringBackDialog, TakeCopyDialog
from missionplanner.gui.safety.merging import MergeDialog
from missionplanner.gui.safety.open_clashes import OpenClashesDialog
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.safety.merging import Merged
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.builders import meet
from tests.gui.conftest import Opener
from tests.gui.safety.merged_files import city, edit, work_apart

PASSWORD = "five words for a test"


@pytest.fixture
def copy(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """luc’s copy of the small mission, in which both worked."""
    with Store.open(path) as store:
        work_apart(store, tmp_path / "luc.mission", monkeypatch)
    return tmp_path / "luc.mission"


@pytest.fixture
def window(copy: Path, path: Path, open_window: Opener) -> MainWindow:
    """The window on ana’s file."""
    return open_window(path)


def answer(monkeypatch: pytest.MonkeyPatch, act: Callable[[MergeDialog], object]) -> list[MergeDialog]:
    """Have the merge dialog answered by `act` and accepted; returns those that were shown."""
    shown: list[MergeDialog] = []

    def accept(dialog: MergeDialog) -> int:
        shown.append(dialog)
        act(dialog)
        return 1

    monkeypatch.setattr(MergeDialog, "exec", accept)
    return shown


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))


def wait(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Wait until the status line says this and nothing is under way."""
    qtbot.waitUntil(lambda: window.status.text.text() == text and not window.runner.is_busy, timeout=10_000)


def test_a_copy_is_merged_with_what_was_chosen(
    window: MainWindow, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, copy)
    answer(monkeypatch, lambda dialog: dialog.clashes.take([0, 1], "mine"))
    window.do("show_companies")
    window.do("merge_copy")
    wait(window, qtbot, "3 records came in. 2 clashes were settled. 1 clash is to be settled.")
    store = window.workspace.store
    assert (city(store, "D1"), city(store, "D2"), city(store, "C2")) == ("Lévis", "Laval", "Puebla")
    assert window.session.stack.currentWidget() is window.screens["overview"]
    with Store.open(copy) as theirs:
        assert city(theirs, "D1") == "Laval"


def test_a_merge_without_anything_left_stays_on_its_screen(
    window: MainWindow, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, copy)
    answer(monkeypatch, lambda dialog: dialog.clashes.take(range(3), "theirs"))
    window.do("show_companies")
    window.do("merge_copy")
    wait(window, qtbot, "3 records came in. 3 clashes were settled.")
    assert window.session.stack.currentWidget() is window.screens["companies"]


def test_the_copy_is_brought_to_the_same(
    window: MainWindow, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, copy)
    answer(monkeypatch, lambda dialog: (dialog.clashes.take(range(3), "mine"), dialog.both.setChecked(True)))
    window.do("merge_copy")
    wait(window, qtbot, "3 records came in. 3 clashes were settled. The copy is up to date now.")
    with Store.open(copy) as theirs:
        assert theirs.all(Company) == window.workspace.store.all(Company)


def test_nothing_is_merged_without_a_file_or_an_answer(
    window: MainWindow, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, "")
    window.do("merge_copy")
    assert not window.runner.is_busy
    choose_file(monkeypatch, copy)
    asked: list[int] = []
    monkeypatch.setattr(MergeDialog, "exec", lambda _dialog: asked.append(1) or 0)
    window.do("merge_copy")
    qtbot.waitUntil(lambda: asked == [1] and not window.runner.is_busy)
    assert city(window.workspace.store, "C2") == ""


def test_the_password_of_a_copy_is_asked_for_until_it_opens(
    window: MainWindow, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords.set_password(copy, "", PASSWORD)
    choose_file(monkeypatch, copy)
    typed = iter([("wrong password", True), (PASSWORD, True)])
    questions: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda _p, _t, text, *_m: questions.append(text) or next(typed))
    answer(monkeypatch, lambda dialog: dialog.both.setChecked(True))
    window.do("merge_copy")
    wait(window, qtbot, "3 records came in. 3 clashes are to be settled. The copy is up to date now.")
    assert ["does not open" in question for question in questions] == [False, True]


def test_a_copy_whose_password_nobody_types_is_left(
    window: MainWindow, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords.set_password(copy, "", PASSWORD)
    choose_file(monkeypatch, copy)
    asked: list[int] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_words: (asked.append(1), ("", False))[1])
    window.do("merge_copy")
    qtbot.waitUntil(lambda: asked == [1] and not window.runner.is_busy)
    assert city(window.workspace.store, "C2") == ""


def test_a_file_that_is_no_copy_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException]
) -> None:
    (tmp_path / "notes.mission").write_text("notes", encoding="utf-8")
    choose_file(monkeypatch, tmp_path / "notes.mission")
    window.do("merge_copy")
    qtbot.waitUntil(lambda: len(shown_errors) == 1)
    assert "not a mission file" in str(shown_errors[0])


def test_open_clashes_are_settled_from_the_menu_and_the_overview(
    window: MainWindow, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, copy)
    answer(monkeypatch, lambda _dialog: None)
    window.do("merge_copy")
    wait(window, qtbot, "3 records came in. 3 clashes are to be settled.")
    overview = window.screens["overview"]
    qtbot.waitUntil(lambda: overview.attention.item(0).text() == "3 clashes are to be settled.")

    def settle(dialog: OpenClashesDialog) -> int:
        dialog.clashes.take([0], "mine")
        dialog.settle()
        return 0

    monkeypatch.setattr(OpenClashesDialog, "exec", settle)
    overview.attention.itemActivated.emit(overview.attention.item(0))
    qtbot.waitUntil(lambda: overview.attention.item(0).text() == "2 clashes are to be settled.")
    window.do("settle_clashes")
    qtbot.waitUntil(lambda: overview.attention.item(0).text() == "1 clash is to be settled.")
    window.do("undo")
    qtbot.waitUntil(lambda: overview.attention.item(0).text() == "2 clashes are to be settled.")


def test_a_copy_is_taken_for_a_city_and_brought_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TakeCopyDialog, "exec", lambda dialog: dialog.accept() or 1)
    window.do("take_city_copy")
    (taken,) = taken_copies.of(window.workspace.store.mission.uid)
    assert window.status.text.text() == f"The copy is {taken.path}."
    with Store.open(Path(taken.path)) as there:
        edit(there, "D3", city="Monterrey")
    edit(window.workspace.store, "C3", city="Puebla")
    monkeypatch.setattr(BringBackDialog, "exec", lambda dialog: dialog.accept() or 1)
    shown = answer(monkeypatch, lambda _dialog: None)
    window.do("bring_copy_back")
    wait(window, qtbot, "1 record came in. The copy is up to date now.")
    assert len(shown) == 1
    assert city(window.workspace.store, "D3") == "Monterrey"
    with Store.open(Path(taken.path)) as there:
        assert city(there, "C3") == "Puebla"


def test_nothing_is_taken_or_brought_back_where_that_is_cancelled(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.status.text.text()
    for kind in (TakeCopyDialog, BringBackDialog):
        monkeypatch.setattr(kind, "exec", lambda _dialog: 0)
    window.do("take_city_copy")
    window.do("bring_copy_back")
    assert (window.status.text.text(), window.runner.is_busy) == (before, False)


def test_double_bookings_of_two_planners_lead_to_the_overview(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, copy = window.workspace.store, tmp_path / "eva.mission"
    shutil.copy(path, copy)
    meet(store, "D1", "C1", slot=0, table=0)
    with Store.open(copy) as theirs:
        meet(theirs, "D1", "C3", slot=0, table=1)
    choose_file(monkeypatch, copy)
    answer(monkeypatch, lambda _dialog: None)
    window.do("merge_copy")
    wait(window, qtbot, "1 record came in. The timetable has 1 conflict now; the overview lists it.")
    window.screens["overview"].finish()
    lines = window.screens["overview"].attention
    assert [lines.item(0).text(), window.session.stack.currentWidget()] == [
        "The timetable has 1 double booking.", window.screens["overview"]
    ]  # fmt: skip
    lines.itemActivated.emit(lines.item(0))
    assert window.session.stack.currentWidget() is window.screens["timetable"]


def test_the_outcome_counts_what_there_is() -> None:
    assert merge_commands.outcome(Merged(1, 0, 0, 0)) == "1 record came in."
    assert merge_commands.outcome(Merged(2, 1, 3, 4)) == (
        "2 records came in. 1 clash was settled. 3 clashes are to be settled. "
        "The timetable has 4 conflicts now; the overview lists them."
    )
