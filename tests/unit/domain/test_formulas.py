"""No text comes alive in a spreadsheet, and every text is read back as it was."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from missionplanner.domain.formulas import stilled, typed
from tests.builders import HOSTILE

PIECES = (
    "=", "+", "-", "@", "＝", "'", '"', ";", ",", "\t", "|", "\n", "\r\n", "\r", "\v", "\u2028", " ", "\xa0", "\u200b", "\0",
    "x", "- ", "1+cmd|'/C calc'!A0", "52", "&",
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
INVISIBLE = "".join(map(chr, range(33))) + "\x7f\x85\xa0\ufeff\u200b\u2028\u2029"


def lives(cell: str) -> bool:
    """Whether a cell is a formula that does something: telephone numbers and points of a list do nothing."""
    bare = cell.strip(INVISIBLE + '"')
    if re.fullmatch(r"- [^\W\d_](?:[^|(!\[\"']*|(?:[^|(!\[\"']*[\w.%?])?\".*)", bare, re.DOTALL):
        return False  # a point of a list, which can call nothing: no formula has a text right after a name
    return bare.startswith(tuple("=+-@＝＋－＠")) and not bare[1:].replace(" ", "").replace("ext.", "").isdigit()


@given(TEXTS)
@example("x;+1+cmd|' /C calc'!A0")
@example("-2+3")
@example('x;""=1')
@example("x\n'- c")
@example("x\n- c&")
def test_text_is_read_back_as_it_was(text: str) -> None:
    assert typed(stilled(text)) == text


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@given(TEXTS)
@example("x;+1+cmd|' /C calc'!A0")
@example('x;"=1')
@example("x\n\n =1")
@example("0\r- A|")
@example("0\n- x, b|c!A0")
@example("x\n- cmd|' /C calc'!A0")
def test_no_cell_lives_whichever_separator_is_guessed(separator: str, text: str) -> None:
    for line in stilled(text).splitlines() or [""]:
        pieces = line.split(separator)
        quoted = next(csv.reader(io.StringIO(line.replace("\0", ""), newline=""), delimiter=separator), [])
        assert [cell for cell in (*pieces, *quoted) if lives(cell)] == []


@pytest.mark.parametrize(
    "text", ["+52 55 1234 5678", "+1 416 555 0100 ext. 5", "Toronto - Mexico", "a = b", "a; b\n- c; d = e", "5", ""]
)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert stilled(text) == text


@pytest.mark.parametrize("text", ["it's", "'quoted'", "o' =x", "rock 'n' roll"])
def test_apostrophe_of_a_text_stays(text: str) -> None:
    assert typed(text) == text


@pytest.mark.parametrize("text", [*HOSTILE, "\n" * 100_000, "'" * 100_000, ";=" * 50_000])
def test_long_and_hostile_texts_take_no_time(text: str) -> None:
    assert typed(stilled(text)) == text
