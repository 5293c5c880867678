"""The window of the guide: contents, search, pictures."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui.guide.guide_window import GuideWindow


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    """The window of the English guide."""
    parent = QWidget()
    qtbot.addWidget(parent)
    found = GuideWindow(parent)
    found.parent_ = parent  # type: ignore[attr-defined]
    return found


def shown(guide: GuideWindow) -> list[str]:
    """The titles in the contents that are not hidden."""
    found: list[str] = []

    def walk(item: QTreeWidgetItem) -> None:
        if not item.isHidden():
            found.append(item.text(0))
            for place in range(item.childCount()):
                walk(item.child(place))

    for place in range(guide.contents.topLevelItemCount()):
        walk(guide.contents.topLevelItem(place))
    return found


def test_contents_are_the_headings_of_the_guide(guide: GuideWindow) -> None:
    assert shown(guide) == [one.title for one in guide.chapters]


def test_first_chapter_is_shown_with_its_parts(guide: GuideWindow) -> None:
    titles = [one.title for one in guide.chapters if one.title in guide.page.toPlainText().splitlines()]
    assert titles == [one.title for one in guide.chapters[: len(titles)]]
    assert [one.level for one in guide.chapters[: len(titles) + 1]] == [2, *[3] * (len(titles) - 1), 2]


def test_chapter_of_a_screen_is_shown(guide: GuideWindow) -> None:
    guide.show_chapter("people")
    wanted = next(one for one in guide.chapters if "people" in one.names)
    assert (guide.contents.currentItem().text(0), guide.page.toPlainText().splitlines()[0]) == (
        wanted.title,
        wanted.title,
    )


def test_search_leaves_the_chapters_that_hold_every_word_and_marks_the_words(guide: GuideWindow) -> None:
    guide.search.setText("scorecard")
    (title,) = shown(guide)
    assert guide.contents.currentItem().text(0) == title
    marked = {one.cursor.selectedText().lower() for one in guide.page.extraSelections()}  # type: ignore[attr-defined]
    assert marked == {"scorecard"}


def test_next_hit_goes_round(guide: GuideWindow) -> None:
    guide.search.setText("scorecard")
    places = []
    for _time in range(len(guide.page.extraSelections()) + 1):
        places.append(guide.page.textCursor().position())
        guide.page.next_hit()
    assert (places[0], sorted(set(places))) == (places[-1], places[:-1])


def test_words_that_stand_nowhere_are_told(guide: GuideWindow) -> None:
    guide.search.setText("xylophone")
    assert (shown(guide), guide.nothing.isHidden()) == ([], False)


def test_emptied_search_shows_every_chapter_without_marks(guide: GuideWindow) -> None:
    guide.search.setText("scorecard")
    guide.search.setText("")
    assert (shown(guide), guide.page.extraSelections()) == ([one.title for one in guide.chapters], [])


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_pictures_are_no_wider_than_the_page(qtbot: QtBot, language: str) -> None:
    i18n.use(language)
    parent = QWidget()
    qtbot.addWidget(parent)
    guide = GuideWindow(parent)
    kind = QTextDocument.ResourceType.ImageResource.value
    image = guide.page.loadResource(kind, QUrl(f"pictures/{language}-light/companies.png"))
    assert 0 < image.width() <= guide.page.viewport().width()


def test_a_page_is_rendered_anew_for_another_width_alone(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.show()
    guide.page._fit.timeout.emit()
    changed: list[None] = []
    guide.page.document().contentsChanged.connect(lambda: changed.append(None))
    guide.page._fit.timeout.emit()
    assert changed == []
    guide.resize(guide.width() - 200, guide.height())
    guide.page._fit.timeout.emit()
    assert changed != []
