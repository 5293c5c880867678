"""The model of the board: cards by stage, those due first, with sums in the headings and everything in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from missionplanner.domain.relationships import Relationship, Stage
from missionplanner.gui.relationships.board_model import BoardModel, words
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.jobs.relationships import lines
from missionplanner.jobs.relationships.entering import edit
from missionplanner.store.store import Store

NEGOTIATION = list(Stage).index(Stage.NEGOTIATION)
ROLE = Qt.ItemDataRole


def test_it_is_sound(screen: RelationshipsScreen, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(screen.board.cards, force_py=True)


def test_headings_have_number_and_sums(screen: RelationshipsScreen) -> None:
    heading: Callable[..., object] = screen.board.cards.headerData
    assert heading(NEGOTIATION, Qt.Orientation.Horizontal) == "Negotiation  2\n200 CAD\n"
    assert heading(NEGOTIATION, Qt.Orientation.Horizontal, ROLE.AccessibleTextRole) == "Negotiation  2\n200 CAD"
    assert heading(0, Qt.Orientation.Horizontal) == "Introduced  0\n\n"
    assert heading(0, Qt.Orientation.Vertical) is None


def test_what_is_due_first_stands_first(
    screen: RelationshipsScreen, store: Store, made: dict[str, Relationship]
) -> None:
    edit(store, replace(made["D3"], due=date(2020, 4, 1), owner="Ana", next_step="Call <b>now</b>"), ["Port"])
    model = screen.board.cards
    first = model.index(0, NEGOTIATION)
    line = model.line(first)
    assert line is not None
    assert (line.names[0], model.line(model.index(2, NEGOTIATION)), model.data(model.index(2, 0))) == ("D3", None, None)
    assert words(line) == (
        "D3 – C3\nPort\nNegotiation\n100 CAD (expected)\nOwner: Ana\nNext step: Apr 1, 2020  ·  Call <b>now</b>\nOverdue"
    )
    assert model.data(first, ROLE.AccessibleTextRole) == words(line)
    assert model.data(first, ROLE.ToolTipRole) == literal(words(line))
    assert model.data(first) == "D3\nC3\n100 CAD (expected)\nApr 1, 2020  ·  Call <b>now</b>"


def test_empty_places_cannot_be_chosen(screen: RelationshipsScreen) -> None:
    model = screen.board.cards
    assert model.flags(model.index(1, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(0, NEGOTIATION)) & Qt.ItemFlag.ItemIsSelectable
    assert not model.index_of(99).isValid()


def test_four_hundred_cards_are_shown_without_a_widget_each(screen: RelationshipsScreen) -> None:
    (known, *_others) = screen._shown
    many = [replace(known, relationship=replace(known.relationship, id=n, due=date.today() + timedelta(n % 40)))  # noqa: DTZ011
            for n in range(1, 421)]  # fmt: skip
    model = BoardModel()
    model.set_lines(many)
    assert (model.rowCount(), model.number(list(Stage).index(known.stage))) == (420, 420)
    found = [model.line(model.index(row, list(Stage).index(known.stage))) for row in range(420)]
    assert found == sorted(many, key=lines.urgency)
    screen.board.show_lines(many)
    assert len(screen.board.viewport().children()) == 0
