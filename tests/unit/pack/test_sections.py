"""The sections of a delegate's pack."""

from dataclasses import replace

import pytest

from missionplanner.domain.packs import PackPage
from missionplanner.i18n import translator
from missionplanner.pack.flowables import Mark
from missionplanner.pack.sections import Sections
from missionplanner.pack.style import look, register_fonts
from missionplanner.store.store import Store
from tests.unit.pack.making import parts


@pytest.fixture
def sections(structured: Store) -> Sections:
    register_fonts()
    shared, own = parts(structured)
    return Sections(shared, own, (500, 660), look(""), translator("en"), {})


def test_every_section_begins_with_its_mark(sections: Sections) -> None:
    for key, make in sections.makers().items():
        for sheet in make()[:1]:
            marks = [piece for piece, _x, _y in sheet.pieces if isinstance(piece, Mark) and not piece.level]
            assert [mark.key for mark in marks] == [key]
            assert marks[0].head


def test_texts_that_are_not_there_take_no_page(sections: Sections) -> None:
    bare = replace(sections, shared=replace(sections.shared, texts={}, venues=(), places=(), bars=()))
    empty = (PackPage.WELCOME, PackPage.ABOUT, PackPage.BRIEFING, PackPage.PROTOCOL, PackPage.CONDUCT)
    assert [bare.makers()[page]() for page in empty] == [[]] * 5


def test_texts_share_a_page_where_that_is_wanted(sections: Sections) -> None:
    assert len(sections.info(tight=True)) < len(sections.info(tight=False))
