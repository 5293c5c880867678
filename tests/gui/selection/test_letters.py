"""Letters that wait: previewed, left out, reworded, written once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.selection.letters import LettersDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, runner: Runner) -> LettersDialog:
    found = LettersDialog(workspace, runner)
    qtbot.addWidget(found)
    return found


def tick(dialog: LettersDialog, wanted: set[int]) -> None:
    for row in range(dialog.list.count()):
        state = Qt.CheckState.Checked if row in wanted else Qt.CheckState.Unchecked
        dialog.list.item(row).setCheckState(state)


def test_every_decision_not_told_yet_has_its_letter(dialog: LettersDialog) -> None:
    assert [dialog.list.item(row).text() for row in range(2)] == [
        "D1  ·  Accepted  ·  English",
        "D2  ·  Accepted  ·  English",
    ]
    assert dialog.list.count() == 3
    assert dialog.words.text() == "3 letters will be written."


def test_counterparts_are_written_to_apart_and_are_invited(dialog: LettersDialog, store: Store) -> None:
    assert [dialog.side.itemText(n) for n in range(2)] == ["Applications (3)", "Counterparts (3)"]
    dialog.side.choose(Side.COUNTERPART)
    assert [dialog.list.item(row).text() for row in range(3)] == [f"C{n}  ·  Comes  ·  Español" for n in (1, 2, 3)]
    assert [one.company for one in dialog.chosen] == ["C1", "C2", "C3"]
    assert "le pedimos responder a este mensaje." in dialog.preview.toPlainText()
    menu = dialog.wording.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Comes", "Declined", "Reserve", "Contacted"]


def test_the_letters_of_counterparts_are_reworded_by_themselves(
    dialog: LettersDialog, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    dialog.side.choose(Side.COUNTERPART)
    fill_dialogs(subject="See you, {company}", body="Come along.")
    dialog.change_wording(Status.ACCEPTED, "es")
    assert [one.kind for one in store.all(LetterTemplate)] == ["counterpart_accepted"]
    assert [one.subject[:8] for one in dialog._all] == ["Test mis"] * 3 + ["See you,"] * 3


def test_the_current_letter_is_previewed(dialog: LettersDialog) -> None:
    dialog.list.setCurrentRow(1)
    lines = dialog.preview.toPlainText().splitlines()
    assert lines[0] == "To: (no address)"
    assert lines[1].startswith("Subject: ")
    assert "Given D2" in dialog.preview.toPlainText()


def test_only_ticked_letters_are_written_and_they_are_written_once(
    dialog: LettersDialog, store: Store, qtbot: QtBot, tmp_path: Path, told: list[tuple[str, str]]
) -> None:
    tick(dialog, {1})
    assert dialog.words.text() == "1 letter will be written."
    dialog.write(tmp_path / "letters")
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=20_000)
    assert [(one.company_id, one.kind) for one in store.all(Letter)] == [(key_of(store, "D2"), "accepted")]
    assert sorted(path.name for path in (tmp_path / "letters").iterdir()) == ["All letters.pdf", "D2 - Accepted.pdf"]
    assert told[0][0] == "1 letter was written."
    assert "Without an address, to be printed: D2" in told[0][1]
    assert settings.read("letter_folder") == str(tmp_path / "letters")
    journal = dialog.tabs.widget(1)
    assert [journal.rows.text(0, column) for column in (1, 2)] == ["D2", "Accepted"]  # type: ignore[attr-defined]


def test_a_company_with_an_address_gets_a_draft_of_an_e_mail(
    workspace: Workspace, store: Store, runner: Runner, qtbot: QtBot, tmp_path: Path, told: list[tuple[str, str]]
) -> None:
    with store.change(message("Address")) as change:
        for person in store.all(Person)[:1]:
            change.update(type(person)(company_id=person.company_id, id=person.id, uid=person.uid, email="a@b.example"))
    dialog = LettersDialog(workspace, runner)
    qtbot.addWidget(dialog)
    assert dialog.preview.toPlainText().startswith("To: a@b.example\n")
    tick(dialog, {0})
    dialog.write(tmp_path / "letters")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert (tmp_path / "letters" / "D1 - Accepted.eml").exists()
    assert "Without an address" not in told[0][1]


def test_nothing_is_written_when_nothing_is_ticked(dialog: LettersDialog) -> None:
    tick(dialog, set())
    assert (dialog.write_button.isEnabled(), dialog.words.text()) == (False, "0 letters will be written.")


def test_when_everybody_was_told_the_list_says_so(
    dialog: LettersDialog, qtbot: QtBot, tmp_path: Path, told: list[tuple[str, str]]
) -> None:
    for number in (1, 2):
        dialog.write(tmp_path / "letters")
        qtbot.waitUntil(lambda n=number: len(told) == n, timeout=20_000)  # type: ignore[misc]
    assert dialog.words.text() == "Every company has been informed of its decision."
    assert dialog.preview.toPlainText() == ""


def test_a_letter_is_reworded(dialog: LettersDialog, store: Store, fill_dialogs: Callable[..., None]) -> None:
    fill_dialogs(subject="Welcome, {company}", body="Come along.")
    dialog.change_wording(Status.ACCEPTED, "en")
    (found,) = store.all(LetterTemplate)
    assert (found.kind, found.language, found.subject) == ("accepted", "en", "Welcome, {company}")
    assert dialog.preview.toPlainText().splitlines()[1:] == ["Subject: Welcome, D1", "", "Come along."]


def test_a_field_that_does_not_exist_is_refused(
    dialog: LettersDialog, store: Store, fill_dialogs: Callable[..., None], shown_errors: list[BaseException]
) -> None:
    fill_dialogs(subject="Welcome, {firm}", body="Come along.")
    dialog.change_wording(Status.ACCEPTED, "en")
    (error,) = shown_errors
    assert isinstance(error, UserError)
    assert error.text == "There is no field {firm}."
    assert store.all(LetterTemplate) == []


def test_the_folder_is_asked_for(
    dialog: LettersDialog, qtbot: QtBot, tmp_path: Path, told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "")
    dialog.write_button.click()
    tick(dialog, {0})
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "chosen"))
    dialog.write_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert (tmp_path / "chosen" / "D1 - Accepted.pdf").exists()
