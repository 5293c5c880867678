"""Absences as records: whose, on the clocks of which stop, why."""

import pytest

from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.gui.programme.absences import Absences
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, moment


@pytest.fixture
def absences(store: Store) -> Absences:
    return Absences(store, store.snapshot())


def test_a_new_absence_is_the_first_morning_at_the_first_stop(absences: Absences) -> None:
    values = absences.values(None)
    assert (values["starts"].hour, values["ends"].hour, values["stop_id"]) == (9, 12, 1)


@pytest.mark.parametrize(
    ("whose", "owner", "name"),
    [
        ("Company: D1", Owner.COMPANY, "D1"),
        ("d2", Owner.COMPANY, "D2"),
        ("Person: Given D1 – D1", Owner.DELEGATE, ""),
    ],
)
def test_an_absence_is_of_who_is_listed_or_of_a_typed_company(
    absences: Absences, store: Store, whose: str, owner: Owner, name: str
) -> None:
    absences.save(None, {**absences.values(None), "whose": whose, "reason": "flight"})
    made = store.all(Availability)[0]
    assert (made.owner, made.reason, made.starts, made.ends) == (owner, "flight", moment(9), moment(12))
    if name:
        assert made.owner_id == key_of(store, name)


def test_times_are_on_the_clocks_of_the_chosen_stop(absences: Absences, store: Store) -> None:
    absences.save(None, {**absences.values(None), "whose": "Company: D1", "reason": "", "stop_id": 2})
    made = store.all(Availability)[0]
    assert made.starts == moment(11)
    assert absences.values(made)["stop_id"] == 2


def test_what_the_form_shows_is_stored_unchanged(absences: Absences, store: Store) -> None:
    absences.save(None, {**absences.values(None), "whose": "Company: D1", "reason": "flight"})
    before = store.all(Availability)[0]
    absences.save(before, absences.values(before))
    assert store.all(Availability) == [before]
    absences.save(before, {**absences.values(before), "reason": "visa"})
    assert [absence.reason for absence in absences.rows()] == ["visa"]


def test_an_absence_that_ends_before_it_starts_is_refused(absences: Absences, store: Store) -> None:
    values = absences.values(None)
    with pytest.raises(UserError, match="The absence ends before it starts"):
        absences.save(None, {**values, "whose": "Company: D1", "reason": "", "ends": values["starts"]})


def test_an_unknown_name_is_refused(absences: Absences) -> None:
    with pytest.raises(UserError, match="Nobody"):
        absences.save(None, {**absences.values(None), "whose": "Nobody", "reason": ""})


def test_absences_are_listed_in_the_order_of_time(absences: Absences, store: Store) -> None:
    with store.change(message("Away")) as change:
        for hour, name in ((14, "D1"), (9, "C1")):
            start = moment(hour)
            change.insert(
                Availability(owner=Owner.COMPANY, owner_id=key_of(store, name), starts=start, ends=moment(hour + 1))
            )
    assert [absences.kind.columns[0].text(row) for row in absences.rows()] == ["Company: C1", "Company: D1"]
