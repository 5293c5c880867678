"""The commands of letters, worked without a screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.moments import LetterMark, LetterNote, LetterState, Moment, MomentLetter
from missionplanner.errors import UserError
from missionplanner.gui.letters.screen import LettersScreen
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.jobs.moments.attached import AttachedOptions, LetterFile
from missionplanner.jobs.moments.enclosures import Enclosures
from missionplanner.jobs.moments.writing import DraftForm
from missionplanner.store.store import Store
from tests.gui.letters.conftest import Settler


def test_drafts_are_written_and_noted(
    screen: LettersScreen, store: Store, tmp_path: Path, settle: Settler, monkeypatch: pytest.MonkeyPatch,
    told: list[tuple[str, str]],
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "out"))
    with pytest.raises(UserError, match="None of these letters was written yet"):
        screen.commands.note_out()
    screen.commands.write_drafts()
    settle()
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "C1 - Su agenda.pdf",
        "D1 - Your timetable.pdf",
    ]
    assert [text for text, _details in told] == ["2 letters were written."]
    assert [one.moment for one in store.all(MomentLetter)] == [Moment.TIMETABLE] * 2
    screen.refresh()
    assert [one.state for one in screen.list.letters] == [LetterState.WRITTEN] * 2
    with pytest.raises(UserError, match="None of these letters is to be written"):
        screen.commands.write_mailbox()
    for act in screen.commands.notes[:2]:
        act()
    with pytest.raises(UserError, match="None of these letters was written yet"):
        screen.commands.note_accepts()
    assert [note.mark for note in store.all(LetterNote)] == [
        LetterMark.OUT, LetterMark.OUT, LetterMark.KEPT,
    ]  # fmt: skip
    assert store.all(LetterNote)[-1].letter == store.all(MomentLetter)[0].uid


def test_an_answer_is_noted_at_the_letter_that_is_shown(
    screen: LettersScreen, store: Store, tmp_path: Path, settle: Settler, told: list[tuple[str, str]]
) -> None:
    screen.commands.write(tmp_path / "out", DraftForm.EML)
    settle()
    screen.list.table.choose([1])
    screen.commands.note_accepts()
    assert [(note.mark, note.letter) for note in store.all(LetterNote)] == [
        (LetterMark.ACCEPTS, store.all(MomentLetter)[1].uid)
    ]
    assert screen.list.words.text() == "Accepts: 1 letter"


def test_the_wording_is_changed(screen: LettersScreen, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(dialog: RecordDialog) -> int:
        dialog.form.set_values({"subject": "Where to be", "body": "{salutation}\n\n{items}"})
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RecordDialog, "exec", change)
    screen.commands.edit_wording("en")
    assert [(one.kind, one.subject) for one in store.all(LetterTemplate)] == [("moment_timetable", "Where to be")]
    assert screen.list.letters[1].subject == "Where to be"


def test_a_letter_is_tried_out(
    screen: LettersScreen, store: Store, tmp_path: Path, settle: Settler, monkeypatch: pytest.MonkeyPatch,
    told: list[tuple[str, str]],
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_words, **_more: ("me@office.ca", True))
    screen.commands.try_out()
    settle()
    assert b"To: me@office.ca" in (tmp_path / "Letter to try out.eml").read_bytes()
    assert ([text for text, _details in told], store.all(MomentLetter)) == (["The letter was written."], [])


def test_files_packs_and_invitations_go_along(
    screen: LettersScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = screen.commands
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([str(tmp_path / "a.pdf")], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_words, **_more: (" me@office.ca ", True))
    for act in (commands.attach_files, commands.attach_packs, commands.invite):
        act()
    screen.list.bar.letter.setCurrentIndex(2)
    wanted = AttachedOptions(LetterFile.PDF, Enclosures((tmp_path / "a.pdf",), tmp_path), "me@office.ca")
    assert commands.along == wanted
    assert screen.list.words.text().endswith("with 1 file  ·  with packs  ·  with invitations")
    commands.attach_nothing()
    assert commands.along == AttachedOptions(LetterFile.PDF)
