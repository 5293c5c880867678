"""The sections of a delegate's pack."""

from dataclasses import replace

import pytest

from missionplanner.domain.packs import PackPage
from missionplanner.i18n import translator
from missionplanner.pack.figures import Code, Picture
from missionplanner.pack.flowables import Mark
from missionplanner.pack.sections import Sections
from missionplanner.pack.style import look, register_fonts
from missionplanner.pack.typesetting import Lined
from missionplanner.store.store import Store
from tests.unit.pack.making import parts
from tests.unit.pack.test_pictures import png


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
    bare = replace(sections, shared=replace(sections.shared, texts={}, venues=(), places=(), charts=()))
    empty = (PackPage.WELCOME, PackPage.ABOUT, PackPage.BRIEFING, PackPage.PROTOCOL, PackPage.CONDUCT)
    assert [bare.makers()[page]() for page in empty] == [[]] * 5


def test_texts_share_a_page_where_that_is_wanted(sections: Sections) -> None:
    assert len(sections.info(tight=True)) < len(sections.info(tight=False))


@pytest.mark.parametrize("named", ["Ana Ruiz, minister", ""])
def test_the_portrait_stands_beside_the_welcome_with_who_is_on_it(sections: Sections, named: str) -> None:
    shared = replace(sections.shared, portrait="p", portrait_of=named, pictures={"p": png(300, 400)})
    (sheet,) = replace(sections, shared=shared).welcome()
    (picture, left, bottom), *rest = [row for row in sheet.pieces if isinstance(row[0], Picture)]
    assert (rest, left + picture.width <= 500, left > 0.72 * 500, bottom > 0) == ([], True, True, True)
    assert picture.words == (f"Portrait of {named}" if named else "Portrait")
    captions = [piece.text for piece, x, _y in sheet.pieces if isinstance(piece, Lined) and x > 0]
    assert captions == ([named] if named else [])


def test_the_evaluation_leads_to_its_site_where_there_is_one(sections: Sections) -> None:
    for link, codes in (("https://a.example/f", 1), ("", 0)):
        (sheet,) = replace(sections, shared=replace(sections.shared, evaluation_link=link)).conduct()
        assert [piece.content for piece, _x, _y in sheet.pieces if isinstance(piece, Code)] == [link] * codes
        told = [piece.text for piece, _x, _y in sheet.pieces if isinstance(piece, Lined) and piece.link]
        assert told == [f"Or on the web: {link}"] * codes
