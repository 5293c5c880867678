"""Cards are painted with what is overdue in a strip, a sign and words, and where a card is carried to."""

from dataclasses import replace

from PySide6.QtGui import QColor, QImage

from missionplanner.domain.relationships import Stage
from missionplanner.gui.relationships.card_painting import LINES, card_height
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.jobs.relationships.lines import DueState


def grabbed(screen: RelationshipsScreen, state: DueState) -> QImage:
    (line, *_others) = screen._shown
    screen.board.show_lines([replace(line, due_state=state)])
    screen.board.clearSelection()
    column = list(Stage).index(line.stage)
    return screen.board.viewport().grab(screen.board.visualRect(screen.board.cards.index(0, column))).toImage()


def number_of(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_card_is_as_high_as_its_lines(screen: RelationshipsScreen) -> None:
    assert card_height(20) - card_height(10) == LINES * 10
    high = card_height(screen.board.fontMetrics().lineSpacing())
    assert screen.board.verticalHeader().defaultSectionSize() == high


def test_only_what_is_overdue_is_marked_in_shape_and_colour(screen: RelationshipsScreen) -> None:
    quiet, overdue = grabbed(screen, DueState.LATER), grabbed(screen, DueState.OVERDUE)
    assert number_of(quiet, colours().bad) == 0
    assert number_of(overdue, colours().bad) > 200
    assert number_of(grabbed(screen, DueState.SOON), colours().warn) > 10


def test_the_stage_a_card_is_carried_to_is_tinted(screen: RelationshipsScreen) -> None:
    board = screen.board
    board.cards.target = 0
    shade = tint(colours().accent, 0.16).name()
    area = board.visualRect(board.cards.index(0, 0))
    assert number_of(board.viewport().grab(area).toImage(), shade) > area.width() * area.height() // 2
    board.cards.target = -1
    assert number_of(board.viewport().grab(area).toImage(), shade) == 0
