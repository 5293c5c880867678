"""The card of a person: where they are when, whom they represent, what is changed of both."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.domain.events import Audience, Event, Part, PersonAttendance
from missionplanner.domain.people import Membership, Person
from missionplanner.gui.people.card import PersonCard
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment
from tests.gui.people.conftest import Folk, role_of

Fill = Callable[..., None]


@pytest.fixture
def card(workspace: Workspace, folk: Folk) -> Iterator[PersonCard]:
    store = workspace.store
    with store.change(message("Events")) as change:
        for name, hour, audience in (("Dinner", 19, Audience.EVERYONE), ("Talk", 8, Audience.LISTED)):
            change.insert(Event(stop_id=1, name_en=name, starts=moment(hour), ends=moment(hour + 1), audience=audience))
    meet(store, "D2", "C1", 0, 0)
    found = PersonCard(workspace)
    workspace.changed.connect(lambda _tables: show(found, folk.rosa))
    show(found, folk.rosa)
    yield found
    delete(found)


def show(card: PersonCard, key: int) -> None:
    snapshot = card._workspace.snapshot()
    if key in snapshot.person:
        card.show_person(snapshot, snapshot.person[key])


def cells(table: object) -> list[list[str]]:
    rows = table.rows  # type: ignore[attr-defined]
    return [[rows.text(row, place) for place in range(rows.columnCount())] for row in range(rows.rowCount())]


def test_a_card_says_where_somebody_is_and_how_to_reach_them(card: PersonCard, folk: Folk) -> None:
    assert cells(card.appointments) == [
        ["Mon, Feb 16, 09:00–09:20", "C1, for D2", "Hall, table 1", "Meeting"],
        ["Mon, Feb 16, 19:00–20:00", "Dinner", "", "Event"],
    ]
    assert cells(card.organisations) == [["D1", "", "Consultant", "yes"], ["D2", "", "Board member", ""]]
    assert (card.phone.text(), card.email.text()) == ("+1 514-555-0199", "rosa@x.mx")
    labels = [card.facts.itemAt(place).widget() for place in range(card.facts.count())]
    assert [one.text() for one in labels if isinstance(one, QLabel)] == [
        "Phone", "+1 514-555-0142", "Languages", "Español, English",
    ]  # fmt: skip
    show(card, folk.luis)
    assert card.phone.isHidden()
    assert card.email.isHidden()


def test_telephone_and_address_are_clicked(card: PersonCard, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    card.phone.click()
    card.email.click()
    assert opened == ["tel:+15145550199", "mailto:rosa@x.mx"]


def test_another_organisation_is_added(card: PersonCard, store: Store, fill_dialogs: Fill) -> None:
    fill_dialogs(organisation="c3", role_id=role_of(store, "Press"), position="Writer")
    card.add_organisation()
    assert cells(card.organisations)[1:] == [["D2", "", "Board member", ""], ["C3", "Press", "Writer", ""]]


def test_role_and_post_are_changed(card: PersonCard, store: Store, fill_dialogs: Fill) -> None:
    card.organisations.choose([1])
    fill_dialogs(position="Chair")
    card.edit_organisation()
    assert cells(card.organisations)[1] == ["D2", "", "Chair", ""]


def test_another_becomes_the_main_one_and_one_is_left(card: PersonCard, store: Store, folk: Folk) -> None:
    card.organisations.choose([1])
    card.make_main()
    assert store.get(Person, folk.rosa).company_id == key_of(store, "D2")
    card.organisations.choose([1])
    card.leave_organisation()
    assert cells(card.organisations) == [["D2", "", "Board member", "yes"]]
    card.organisations.clearSelection()
    card.leave_organisation()
    assert (cells(card.organisations), store.all(Membership)) == ([], [])


def test_an_organisation_is_opened(card: PersonCard, store: Store, qtbot: QtBot) -> None:
    card.organisations.choose([1])
    with qtbot.waitSignal(card.company_asked) as asked:
        card.organisations.activated_row.emit(1)
    assert asked.args == [key_of(store, "D2")]


@pytest.mark.usefixtures("cancel_dialogs")
def test_nothing_happens_without_a_choice_or_when_cancelled(card: PersonCard, store: Store, folk: Folk) -> None:
    show(card, folk.luis)
    label = store.steps.undo_label
    for act in (
        card.edit_organisation, card.make_main, card.leave_organisation, card.open_organisation, card.stay_away,
        card.attend_as_usual, card.add_organisation, card.attend,
    ):  # fmt: skip
        act()
    assert store.steps.undo_label == label


def test_events_are_attended_by_hand(card: PersonCard, store: Store, folk: Folk, fill_dialogs: Fill) -> None:
    dinner, talk = (event.id for event in store.all(Event))
    fill_dialogs(event=talk)
    card.attend()
    assert cells(card.appointments)[0] == ["Mon, Feb 16, 08:00–09:00", "Talk", "", "Attends"]
    card.appointments.choose([2])
    card.stay_away()
    assert cells(card.appointments)[2][1:] == ["Dinner", "", "Does not attend"]
    assert {(row.event_id, row.part) for row in store.all(PersonAttendance)} == {(dinner, Part.OUT), (talk, Part.IN)}
    card.appointments.choose([2])
    card.attend_as_usual()
    assert cells(card.appointments)[2][1:] == ["Dinner", "", "Event"]


def test_a_meeting_is_opened(card: PersonCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.meeting_asked) as asked:
        card.appointments.activated_row.emit(0)
    assert asked.args == [1]
    with qtbot.assertNotEmitted(card.meeting_asked):
        card.appointments.activated_row.emit(1)
