"""Paragraphs: words no line can hold, in whatever width they are tried, and what is broken once for many packs."""

import pytest
from reportlab.pdfbase import pdfmetrics

from missionplanner.pack.flowables import Text
from missionplanner.pack.style import BODY, markup, register_fonts

LONG = "Donaudampfschifffahrtsgesellschaft"


@pytest.fixture(autouse=True)
def fonts() -> None:
    register_fonts()


def lines(text: Text, width: float) -> list[str]:
    """The words of a paragraph in lines."""
    text.wrap(width, 1000)
    return [" ".join(words) for _room, words in text.blPara.lines]


def test_a_long_word_is_broken_for_the_width_it_is_tried_in() -> None:
    text = Text(markup(f"A {LONG} b"), BODY)
    narrow = lines(text, 80)
    assert all(pdfmetrics.stringWidth(line, BODY.fontName, BODY.fontSize) <= 80 for line in narrow)
    assert [line[-1] for line in narrow[1:-1]] == ["-"] * len(narrow[1:-1])
    assert lines(text, 400) == [f"A {LONG} b"]
    assert lines(text, 80) == narrow


def test_a_paragraph_that_many_packs_share_has_the_same_lines_in_all() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    first, second = Text(words, BODY), Text(words, BODY)
    assert lines(first, 90) == lines(second, 90)
    parts = first.split(90, 32)
    assert len(parts) == 2
    assert lines(Text(words, BODY), 90) == lines(second, 90)
    assert [line for part in parts for line in lines(part, 90)] == lines(second, 90)


def test_no_line_is_alone_on_another_page() -> None:
    text = Text("one two three four five six seven eight nine ten", BODY)
    assert (len(lines(text, 90)), text.split(90, 32)) == (3, [])


def test_lines_of_several_fonts_are_of_one_paragraph_alone() -> None:
    words = "one <b>two three four</b> five six seven eight nine ten"
    found = []
    for _number in range(2):
        text = Text(words, BODY)
        text.wrap(90, 1000)
        found.append(text.blPara)
    assert found[0] is not found[1]
