"""Blocks of the clipboard: no cell of one is a formula, and what was copied is pasted as it was."""

import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from missionplanner.gui.widgets.cell_blocks import copy_block, pasted
from tests.unit.domain.test_formulas import TEXTS, lives

BLOCKS = st.lists(st.tuples(TEXTS, TEXTS).map(list), min_size=1, max_size=4)
SLOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def kept(text: str) -> str:
    """A text as the clipboard holds it."""
    return text.replace("\0", "").encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")


@SLOW
@given(BLOCKS)
@example([["x;+1+cmd|' /C calc'!A0", "-2+3"], ["\n=1", "'=1"]])
def test_copied_block_is_pasted_as_it_was(qapp: QApplication, block: list[list[str]]) -> None:
    wanted = [[kept(cell) for cell in row] for row in block]
    copy_block(wanted)
    found = pasted(QGuiApplication.clipboard().text())
    assert found == wanted


@SLOW
@given(BLOCKS)
@example([["x;=1", 'y|"=1']])
def test_no_cell_of_a_copied_block_lives_whichever_separator_is_guessed(
    qapp: QApplication, block: list[list[str]]
) -> None:
    text = copy_block([[kept(cell) for cell in row] for row in block])
    for separator in ",;\t|":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            assert [cell for cell in row if lives(cell)] == []


def test_end_follows_the_last_line(qapp: QApplication) -> None:
    assert copy_block([["a", "=b"], ["c", "d"]], end="\n") == "a\t'=b\nc\td\n" == QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("one", [["one"]]),
        ("a\tb\nc\td\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\t"say ""so"""', [["two\nlines", 'say "so"']]),
        ("a\n\nb", [["a"], [""], ["b"]]),
    ],
)
def test_blocks_of_the_clipboard_are_read_as_spreadsheets_write_them(text: str, block: list[list[str]]) -> None:
    assert pasted(text) == block


def test_pasted_text_is_cut_as_a_spreadsheet_means_it() -> None:
    assert pasted("a\tb\n\nc\td\n") == [["a", "b"], [""], ["c", "d"]]
    assert pasted('"x ""y"""\t"1\n2"') == [['x "y"', "1\n2"]]
    assert pasted("") == []
