"""Texts of the mission: formatted and stored."""

from pytestqt.qtbot import QtBot

from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import MissionText
from missionplanner.gui.widgets.texts_pane import TextsPane
from missionplanner.store.store import Store


def test_lines_and_words_are_formatted_and_the_text_is_stored(qtbot: QtBot, store: Store) -> None:
    texts = TextsPane(store)
    qtbot.addWidget(texts)
    texts.title.setText("Hello")
    texts.body.setPlainText("Three words here.\n\nA line")
    texts.body.selectAll()
    texts.make_list()
    assert texts.body.toPlainText() == "- Three words here.\n\n- A line"
    texts.make_list()
    texts.body.moveCursor(texts.body.textCursor().MoveOperation.Start)
    texts.make_heading()
    cursor = texts.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.select(cursor.SelectionType.WordUnderCursor)
    texts.body.setTextCursor(cursor)
    texts.make_bold()
    texts.save()
    (stored,) = store.all(MissionText)
    assert (stored.title, stored.body) == ("Hello", "# Three words here.\n\nA **line**")
    texts.language.setCurrentIndex(1)
    assert texts.title.text() == ""


def test_what_was_typed_and_not_stored_comes_back(qtbot: QtBot, store: Store) -> None:
    texts = TextsPane(store)
    qtbot.addWidget(texts)
    texts.body.setPlainText("Half a sent")
    texts._keep()
    again = TextsPane(store)
    qtbot.addWidget(again)
    assert (again.body.toPlainText(), again.note.isVisibleTo(again), store.all(MissionText)) == (
        "Half a sent",
        True,
        [],
    )
    again.save()
    assert (store.all(MissionText)[0].body, store.all(FormDraft)) == ("Half a sent", [])


def test_a_text_that_is_too_long_stays_and_is_not_stored(qtbot: QtBot, store: Store) -> None:
    texts = TextsPane(store)
    qtbot.addWidget(texts)
    texts.body.setPlainText("x" * 100_001)
    texts.save()
    assert (texts.note.text(), store.all(MissionText)) == ("This is longer than 100,000 characters.", [])
    texts.kind.setCurrentIndex(2)
    assert (texts.kind.currentIndex(), len(texts.body.toPlainText())) == (0, 100_001)
    texts.body.setPlainText("short")
    texts.save()
    assert (texts.note.isVisibleTo(texts), store.all(MissionText)[0].body) == (False, "short")


def test_a_welcome_that_is_longer_than_its_page_wants_is_told_while_it_is_typed(qtbot: QtBot, store: Store) -> None:
    texts = TextsPane(store)
    qtbot.addWidget(texts)
    texts.kind.setCurrentIndex(texts.kind.findData("welcome"))
    texts.body.setPlainText("word " * 120)
    assert texts.length.isHidden()
    texts.body.setPlainText("word " * 121)
    assert texts.length.text() == "A word of welcome has at most 120 words; this one has 121."
    texts.kind.setCurrentIndex(texts.kind.findData("about"))
    texts.body.setPlainText("word " * 500)
    assert texts.length.isHidden()
    texts.kind.setCurrentIndex(texts.kind.findData("welcome"))
    assert (texts.length.isHidden(), store.all(MissionText)[0].body.count("word")) == (False, 121)
