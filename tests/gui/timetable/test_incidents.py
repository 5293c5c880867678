"""Incidents are asked for and recorded as a step of their own."""

from datetime import datetime, time

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.timetable import Availability, Meeting, Owner, Slot
from missionplanner.errors import UserError
from missionplanner.gui.timetable import incidents
from missionplanner.gui.timetable.incidents import Where
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, moment
from tests.gui.conftest import Answers

TIMES = {"starts": moment(9).replace(tzinfo=None), "ends": moment(11).replace(tzinfo=None), "stop_id": 1}


def test_a_withdrawn_company_is_recorded_with_its_reason(store: Store, fill_dialogs: Answers, qtbot: QtBot) -> None:
    fill_dialogs(company="D1", reason="Illness")
    assert incidents.ask_withdrawal(store, store.snapshot(), Where(), None)  # type: ignore[arg-type]
    application = next(a for a in store.all(Application) if a.company_id == key_of(store, "D1"))
    assert application.status is Status.WITHDRAWN


def test_a_company_may_be_typed_in_another_spelling(store: Store, fill_dialogs: Answers, qtbot: QtBot) -> None:
    fill_dialogs(company="d1", reason="Illness")
    assert incidents.ask_withdrawal(store, store.snapshot(), Where(), None)  # type: ignore[arg-type]


def test_a_company_nobody_knows_is_refused(store: Store, fill_dialogs: Answers, qtbot: QtBot) -> None:
    fill_dialogs(company="Nobody Ltd", reason="Illness")
    with pytest.raises(UserError, match="Nobody Ltd"):
        incidents.ask_withdrawal(store, store.snapshot(), Where(), None)  # type: ignore[arg-type]


def test_an_ill_delegate_is_away_at_that_time(store: Store, fill_dialogs: Answers, qtbot: QtBot) -> None:
    fill_dialogs(who="Given D2 – D2", reason="Illness", **TIMES)
    assert incidents.ask_illness(store, store.snapshot(), Where(), None)  # type: ignore[arg-type]
    person = next(p for p in store.snapshot().people if p.family_name == "D2")
    found = [(a.owner, a.owner_id, a.starts, a.ends, a.reason) for a in store.all(Availability)]
    assert found == [(Owner.DELEGATE, person.id, moment(9), moment(11), "Illness")]


def test_a_delegate_nobody_knows_is_refused(store: Store, fill_dialogs: Answers, qtbot: QtBot) -> None:
    fill_dialogs(who="Nobody", reason="Illness", **TIMES)
    with pytest.raises(UserError, match="No delegate is called “Nobody”"):
        incidents.ask_illness(store, store.snapshot(), Where(), None)  # type: ignore[arg-type]


def test_a_lost_table_is_away_at_that_time(store: Store, fill_dialogs: Answers, qtbot: QtBot) -> None:
    table = store.snapshot().tables[1].id
    fill_dialogs(table=table, reason="Broken", **TIMES)
    assert incidents.ask_lost_table(store, store.snapshot(), Where(), None)  # type: ignore[arg-type]
    assert [(a.owner, a.owner_id) for a in store.all(Availability)] == [(Owner.TABLE, table)]


def test_the_questions_begin_with_what_is_selected_and_shown(
    store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[dict[str, object]] = []
    monkeypatch.setattr(incidents, "ask", lambda _title, _fields, values, _parent: begun.append(values))
    snapshot = store.snapshot()
    meeting = snapshot.meetings[0]
    day = snapshot.slot[meeting.slot_id].day
    name = snapshot.company[meeting.delegation_id].name
    where = Where(meeting=meeting)
    for ask in (incidents.ask_illness, incidents.ask_lost_table, incidents.ask_withdrawal):
        assert not ask(store, snapshot, where, None)  # type: ignore[arg-type]
    at = {
        "stop_id": snapshot.stop_of_slot[meeting.slot_id].id,
        "starts": datetime.combine(day, time(8)),
        "ends": datetime.combine(day, time(20)),
    }
    assert begun == [
        {**at, "reason": "Illness", "who": f"Given {name} – {name}"},
        {**at, "table": meeting.table_id},
        {"company": name},
    ]


def test_without_a_selection_it_is_the_day_that_is_shown(store: Store) -> None:
    snapshot = store.snapshot()
    day = snapshot.mission.ends
    found = Where(snapshot.stops[-1].id, day).values(snapshot)
    assert (found["stop_id"], found["starts"]) == (snapshot.stops[-1].id, datetime.combine(day, time(8)))
    assert Where().values(snapshot)["starts"].date() == snapshot.mission.starts


@pytest.mark.usefixtures("cancel_dialogs")
@pytest.mark.parametrize("ask", [incidents.ask_withdrawal, incidents.ask_illness, incidents.ask_lost_table])
def test_a_cancelled_question_records_nothing(store: Store, qtbot: QtBot, ask: object) -> None:
    before = store.steps.undo_label
    assert not ask(store, store.snapshot(), Where(), None)  # type: ignore[operator]
    assert store.steps.undo_label == before


def test_a_mission_without_slots_has_nothing_to_repair(store: Store) -> None:
    incidents.refuse_without_places(store.snapshot())
    with store.change(message("No slots")) as change:
        change.delete(Meeting, [meeting.id for meeting in store.all(Meeting)])
        change.delete(Slot, [slot.id for slot in store.all(Slot)])
    with pytest.raises(UserError, match="no sessions or tables"):
        incidents.refuse_without_places(store.snapshot())
