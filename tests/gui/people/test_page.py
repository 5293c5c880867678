"""The page of a person: who it is, the card and the fields."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.domain.companies import Side
from missionplanner.gui.people.page import PersonPage
from missionplanner.gui.workspace import Workspace
from tests.gui.people.conftest import Folk


@pytest.fixture
def page(workspace: Workspace, folk: Folk) -> Iterator[PersonPage]:
    found = PersonPage(workspace)
    found.show()
    yield found
    delete(found)


def test_a_page_says_who_it_is(page: PersonPage, folk: Folk) -> None:
    assert page.show_person(folk.rosa)
    assert (page.title.text(), page.standing.text(), page.key) == (
        "Rosa Pérez", "Delegation  ·  D1, D2  ·  Accepted", folk.rosa,
    )  # fmt: skip
    assert page.show_person(folk.luis)
    assert page.standing.text() == "Minister  ·  Counterpart"


def test_somebody_who_is_gone_is_not_shown(page: PersonPage) -> None:
    assert not page.show_person(999)


def test_what_is_typed_stays_where_only_the_card_is_shown_anew(page: PersonPage, folk: Folk) -> None:
    page.show_person(folk.rosa)
    page.form.form.editors["title"].setText("Mme")  # type: ignore[attr-defined]
    page.show_person(folk.rosa, with_fields=False)
    assert page.form.form.value("title") == "Mme"
    page.form.forget_draft()


def test_a_new_person_has_only_fields(page: PersonPage) -> None:
    page.show_new(Side.COUNTERPART)
    assert (page.title.text(), page.parts.isTabVisible(0), page.parts.currentIndex()) == ("New person", False, 1)
    assert page.form.form.value("side") is Side.COUNTERPART
    page.turn()
    assert page.parts.currentIndex() == 1


def test_one_turns_from_the_card_to_the_fields_and_back(page: PersonPage, folk: Folk) -> None:
    page.show_person(folk.rosa)
    page.turn()
    assert page.parts.currentIndex() == 1
    page.turn()
    assert page.parts.currentIndex() == 0


def test_a_page_asks_to_be_left(page: PersonPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        page.leave()
