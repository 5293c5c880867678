"""A report is read and completed before it is saved; what is saved is what is shown."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui.widgets.problem_dialog import ProblemDialog, circumstances


@pytest.fixture
def dialog(qtbot: QtBot) -> ProblemDialog:
    """A bug that just happened."""
    found = ProblemDialog("It failed.", "All is safe.", ["ValueError", "Anna Müller"], is_new=True)
    qtbot.addWidget(found)
    found.show()
    return found


def test_report_is_shown_before_it_is_saved(dialog: ProblemDialog) -> None:
    text = dialog.report.toPlainText()
    assert "What went wrong\n---------------\nValueError\n(lines left out: 1)\n" in text
    assert [name for name, _value in circumstances()] == ["Qt", "Screens", "Language", "Theme"]
    assert all(f"{name}: {value}" in text for name, value in circumstances())
    assert dialog.focusWidget() is dialog.go_on


def test_what_is_saved_and_copied_is_what_is_shown(
    dialog: ProblemDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog.report.setPlainText("I pressed é.\n")
    target = tmp_path / "report.txt"
    for chosen in ("", str(target)):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, found=chosen: (found, ""))
        dialog.save.click()
    assert (target.read_text(encoding="utf-8"), dialog.said.text()) == ("I pressed é.\n", f"{target} was written.")
    dialog.copy.click()
    assert (QGuiApplication.clipboard().text(), dialog.said.text()) == (
        "I pressed é.\n", "The report is on the clipboard.",
    )  # fmt: skip


def test_a_place_that_cannot_be_written_is_said_and_the_report_stays(
    dialog: ProblemDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "no" / "r.txt"), ""))
    dialog.save.click()
    assert dialog.said.text().startswith("r.txt cannot be written (No such file or directory).")
    assert dialog.isVisible()


def test_program_goes_on_or_ends(dialog: ProblemDialog) -> None:
    dialog.go_on.click()
    assert (dialog.isVisible(), dialog.is_to_quit) == (False, False)
    dialog.show()
    dialog.quit.click()
    assert (dialog.isVisible(), dialog.is_to_quit) == (False, True)


@pytest.mark.parametrize(("language", "title"), [("fr", "Rapport d’un problème"), ("es", "Informe de un problema")])
def test_a_report_without_a_bug_is_closed_and_ends_nothing(qtbot: QtBot, language: str, title: str) -> None:
    i18n.use(language)
    dialog = ProblemDialog("x", "y")
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.windowTitle(), dialog.quit.isVisible()) == (title, False)
    assert "What went wrong" not in dialog.report.toPlainText()
