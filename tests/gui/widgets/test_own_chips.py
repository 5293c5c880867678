"""The chips of own fields above a list whose lines are at hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain import own_filters
from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.own_values import Values
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.own_chips import OwnLineChips

BUS = OwnField(id=1, uid="a", subject=Subject.PERSON, code="bus", name_en="Bus", kind=FieldKind.ONE, choices="B\nA")
HOTEL = OwnField(id=2, uid="b", subject=Subject.PERSON, code="hotel", name_en="Hotel")
OTHERS = (
    OwnField(id=3, uid="c", subject=Subject.PERSON, code="story", kind=FieldKind.LONG),
    OwnField(id=4, uid="d", code="port"),
)
LINES: list[Values] = [
    {"person.bus": "A", "person.hotel": "Ritz"}, {"person.bus": "A", "person.hotel": "Savoy"}, {"person.bus": "B"},
]  # fmt: skip


@pytest.fixture
def chips(qtbot: QtBot) -> Iterator[OwnLineChips]:
    widget = QWidget()
    qtbot.addWidget(widget)
    row = WrappingRow(widget)
    found = OwnLineChips(
        Subject.PERSON, lambda: None, lambda own: [line for line in LINES if own_filters.passes(own, line)]
    )
    row.addWidget(found.more)
    found.fill(OwnFields((BUS, HOTEL, *OTHERS)), row)
    found.fill(OwnFields((BUS, HOTEL, *OTHERS)), row)
    yield found
    widget.close()


def options(chips: OwnLineChips, name: str) -> list[tuple[object, str, int | None]]:
    return [(one.value, one.label, one.number) for one in chips.chips[name].options()]


def test_fields_of_the_records_have_chips_with_counts(chips: OwnLineChips) -> None:
    assert list(chips.chips) == ["person.bus", "person.hotel"]
    assert options(chips, "person.bus") == [("B", "B", 1), ("A", "A", 2), ("", "Not said", 0)]
    chips.choose(("person.hotel=Ritz",))
    assert options(chips, "person.bus") == [("A", "A", 1), ("", "Not said", 0)]
    assert options(chips, "person.hotel") == [("Ritz", "Ritz", 1), ("Savoy", "Savoy", 1), ("", "Not said", 1)]
    assert (chips.wanted, chips.words) == (("person.hotel=Ritz",), ["Hotel: Ritz"])


def test_a_chip_is_shown_once_it_is_asked_for(chips: OwnLineChips) -> None:
    assert [chip.isHidden() for chip in chips.chips.values()] == [True, True]
    chips._offer()
    assert [action.text() for action in chips.more.menu().actions()] == ["Bus", "Hotel"]
    chips.choose(("person.bus=A",))
    assert [chip.isHidden() for chip in chips.chips.values()] == [False, True]


def test_a_mission_without_fields_has_no_more_filters(chips: OwnLineChips) -> None:
    row = chips.more.parentWidget().layout()
    assert isinstance(row, WrappingRow)
    chips.fill(OwnFields(OTHERS), row)
    assert (chips.chips, chips.more.isHidden()) == ({}, True)
