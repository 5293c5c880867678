"""The menu of the office's papers."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from missionplanner.domain.letter_papers import LetterPaper
from missionplanner.gui.letters.screen import LettersScreen
from missionplanner.store.store import Store
from tests.unit.exchange.documents import document, lines


def test_papers_are_chosen_saved_and_removed(
    screen: LettersScreen, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[tuple[str, str]]
) -> None:
    menu, source = screen.papers, tmp_path / "p.docx"
    source.write_bytes(document("{text}"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "out.docx"), ""))
    menu.offer()
    assert [one.text() for one in menu.actions()] == [
        "Word document: Your timetable", "Word document: All letters", "Letterhead…", "Signature…",
        "Write a document to begin with…", "",
    ]  # fmt: skip
    menu.choose(screen.list.kind, "fr")
    (paper,) = store.all(LetterPaper)
    assert (paper.kind, paper.language, paper.name) == ("moment_timetable", "fr", "p.docx")
    menu.offer()
    assert menu.actions()[-1].text() == "Your timetable – Français (p.docx)"
    menu.save_starter()
    assert "{text}" in lines((tmp_path / "out.docx").read_bytes())
    menu.save_as(paper)
    assert (tmp_path / "out.docx").read_bytes() == source.read_bytes()
    menu.remove(paper)
    assert store.all(LetterPaper) == []
