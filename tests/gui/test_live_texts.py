"""No text of a user comes alive on any screen or in any dialog: names are drawn to the letter, whatever they look like."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Mission
from missionplanner.domain.people import Person
from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.chips import Chip, _Popup
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLES
from tests.gui.dialogs import dialogs, make, makers
from tests.gui.live_texts import NAMES, live_texts
from tests.gui.test_refresh import RECORDS, SCREENS, open_afresh, settle

__all__ = ["open_afresh"]
CODED = {
    "uid", "language", "languages", "kind", "country", "time_zone", "home_zone", "content", "wanted", "fingerprint", "digest", "colour", "logo", "portrait",
    "pack_pages", "lunch_starts", "lunch_ends", "no_show_side", "late_side", "reconfirmed_by", "home_country", "host_country",
    "reading", "announced", "part", "side", "currency", "source", "several_at_once", "languages_wanted", "status", "coordinates",
    "choices", "code", "period", "packs", "suits_with", "intents", "met_by", "intent", "tariff", "exposure",
}  # fmt: skip
"""Text fields that hold codes, not words."""


def hostile(record: Any, name: str) -> Any:
    """The record with a name in every field that holds words."""
    words = [field.name for field in fields(record) if field.type in ("str", str) and field.name not in CODED]
    return replace(record, **dict.fromkeys(words, name))


@pytest.fixture(params=['<img src="file:///etc/passwd">', "&File &lt;b&gt;<b>x</b>"], ids=["markup", "key"])
def name(request: pytest.FixtureRequest) -> str:
    """A name that looks like markup, or marks a key; all others are tried on each widget of the house."""
    return str(request.param)


@pytest.fixture
def store(workspace: Workspace, name: str) -> Store:
    """A mission with a record in every table, all of whose words are that name."""
    store = workspace.store
    with store.change(message("Fill {text}", text=name)) as change:
        for table in TABLES:
            for record in store.all(table.kind) if table.undoable else ():
                change.update(hostile(record, name))
        for record, _changes in RECORDS:
            if not isinstance(record, FormDraft):  # its content is what a form keeps
                change.insert(hostile(record, name))
    return store


@pytest.fixture(autouse=True)
def met(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that came alive in dialogs and menus which opened on the way; all are left at once."""
    found: list[str] = []

    def leave(shown: QDialog | QMenu, *_words: object) -> int:
        found.extend(live_texts(shown))
        return 0

    monkeypatch.setattr(QDialog, "exec", leave)
    monkeypatch.setattr(QMenu, "exec", leave)
    return found


def opened(widget: QWidget) -> list[str]:
    """The texts that come alive in a widget: tab by tab, with its first rows chosen, its menus and lists open."""
    found = live_texts(widget)
    for tabs in widget.findChildren(QTabWidget):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            settle(widget)  # type: ignore[arg-type]
            found += _first_rows(widget) + live_texts(widget)
    found += _first_rows(widget) + live_texts(widget)
    for menu in widget.findChildren(QMenu):
        menu.aboutToShow.emit()
        found += live_texts(menu)
    for chip in widget.findChildren(Chip):
        chip.open()
        for popup in chip.findChildren(_Popup):
            found += live_texts(popup)
            popup.close()
    return found


def _first_rows(widget: QWidget) -> list[str]:
    """Choose the first row of every list, and open it; the texts that come alive after each."""
    found = []
    for view in widget.findChildren(QAbstractItemView):
        if view.isVisibleTo(widget) and view.model() is not None and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))
            if isinstance(view, DataTable):
                view.activated_row.emit(0)
            settle(widget)  # type: ignore[arg-type]
            found += live_texts(widget)
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_no_name_comes_alive_on_a_screen(
    store: Store, open_afresh: Callable[[str], Any], met: list[str], screen: str
) -> None:
    found = open_afresh(screen)
    settle(found)
    assert opened(found) + met == []


@pytest.mark.parametrize("kind", dialogs(), ids=lambda kind: kind.__name__)
def test_no_name_comes_alive_in_a_dialog(
    kind: type[QDialog], store: Store, workspace: Workspace, runner: Runner, name: str, met: list[str], tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    dialog = make(kind, makers(workspace, runner, name, tmp_path))
    qtbot.addWidget(dialog)
    dialog.show()
    runner.wait()
    settle(dialog)  # type: ignore[arg-type]
    assert opened(dialog) + met == []


def test_no_name_of_a_file_comes_alive_in_the_window(
    open_window: Callable[[Path | None], MainWindow], small_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "R&D <b>x<b> &File.mission"
    path.write_bytes(small_file.read_bytes())
    settings.write("recent", [str(path)])
    window = open_window(path)
    window.banner.setText(NAMES[0])
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    # Entries of menus mark a letter of the program's own words; of the file's name only what is escaped is shown.
    named = {
        action.text() for menu in window.findChildren(QMenu) for action in menu.actions() if "x<b>" in action.text()
    }
    assert named == {"&1  R&&D <b>x<b> &&File"}
    assert [text for text in live_texts(window) if not text.startswith(("QMenu: key", "Menu: key"))] == []


def test_every_field_of_words_is_filled(store: Store, name: str) -> None:
    assert {company.name for company in store.all(Company)} == {name}
    assert store.all(Person)[0].family_name == store.all(Mission)[0].name == name
