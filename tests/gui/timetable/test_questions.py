"""What is asked about meetings."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.gui.timetable import questions
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, interpreter, key_of, moment
from tests.gui.conftest import Answers


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


def plan_of(store: Store) -> Plan:
    snapshot = store.snapshot()
    return Plan(snapshot, snapshot.meetings)


def test_who_attends_is_what_is_ticked(store: Store, first: Meeting, parent: QWidget, fill_dialogs: Answers) -> None:
    people = (store.all(Person)[0].id,)
    meeting_edits.attend(store, first.id, people)
    fill_dialogs()
    assert questions.ask_people(plan_of(store), first, parent) == people
    fill_dialogs(delegation=())
    assert questions.ask_people(plan_of(store), first, parent) == ()


def test_an_interpreter_or_nobody_is_chosen(
    store: Store, first: Meeting, parent: QWidget, fill_dialogs: Answers
) -> None:
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    fill_dialogs(who=person)
    assert questions.ask_interpreter(plan_of(store), [first], parent) == person
    fill_dialogs()
    assert questions.ask_interpreter(plan_of(store), [first], parent) == 0


def test_an_interpreter_says_what_speaks_against_them(store: Store, first: Meeting) -> None:
    second = store.all(Meeting)[1]
    with store.change(message("Interpreters")) as change:
        ana, luc = (change.insert(interpreter(name, languages="en,es")) for name in ("Ana", "Luc"))
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=luc, starts=moment(9), ends=moment(9, 30)))
    meeting_edits.give_interpreter(store, [second.id], ana)
    plan = plan_of(store)
    people = plan.snapshot.interpreters
    assert [questions.interpreter_line(plan, person, [first]) for person in people] == [
        "Ana (en,es)",
        "Luc (en,es) – Not available",
    ]
    assert questions.interpreter_line(plan, people[1], [first, second]) == "Luc (en,es) – Not available"


def test_an_interpreter_is_busy_at_another_meeting_then(store: Store, first: Meeting) -> None:
    with store.change(message("Interpreter")) as change:
        ana = change.insert(interpreter("Ana", languages="en,es"))
    meeting_edits.give_interpreter(store, [first.id], ana)
    plan = plan_of(store)
    imagined = Meeting(
        id=99,
        delegation_id=key_of(store, "D3"),
        counterpart_id=key_of(store, "C3"),
        slot_id=first.slot_id,
        table_id=first.table_id + 1,
    )
    assert questions.interpreter_line(plan, plan.snapshot.interpreters[0], [imagined]) == "Ana (en,es) – busy then"


def test_a_company_and_another_day_are_chosen(
    tuesday: date, store: Store, first: Meeting, parent: QWidget, fill_dialogs: Answers
) -> None:
    fill_dialogs(company=first.counterpart_id, day=tuesday)
    assert questions.ask_company_and_day(store.snapshot(), first, parent) == (first.counterpart_id, tuesday)


def test_a_mission_of_one_day_has_no_other(store: Store, first: Meeting, parent: QWidget) -> None:
    assert [slot.day for slot in store.snapshot().slots] == [DAY] * 4
    assert questions.ask_company_and_day(store.snapshot(), first, parent) is None


@pytest.mark.usefixtures("cancel_dialogs")
def test_cancelled_questions_answer_nothing(tuesday: date, store: Store, first: Meeting, parent: QWidget) -> None:
    snapshot = store.snapshot()
    assert questions.ask_people(plan_of(store), first, parent) is None
    assert questions.ask_interpreter(plan_of(store), [first], parent) is None
    assert questions.ask_company_and_day(snapshot, first, parent) is None
