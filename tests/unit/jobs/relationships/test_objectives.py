"""Objectives are entered as typed, and measured by what is held, said and agreed until a day."""

from datetime import date

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.objectives import CountedAs, Objective
from missionplanner.domain.relationships import Claim, Stage
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.errors import UserError
from missionplanner.i18n import use
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import entering, objectives, report
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, key_of, meet

LATER = date(2026, 6, 1)


def agree(store: Store, **texts: str) -> int:
    company = store.get(Company, key_of(store, "D1"))
    made = objectives.with_texts(store, Objective(company_id=company.id, what="distributors"), texts)
    return objectives.enter(store, made)


def reached(store: Store, day: date = LATER) -> list[float | None]:
    return [one.reached for one in report.objectives_of(store, key_of(store, "D1"), day)]


def relate(store: Store, other: str, stage: Stage, on: date, **more: object) -> None:
    one, two = (store.get(Company, key_of(store, name)) for name in ("D1", other))
    made = entering.make(store, one, two, on, str(more.pop("intents", "")))
    claim = Claim(relationship_id=made.id, teller_id=one.id, told_on=on, stage=stage, **more)  # type: ignore[arg-type]
    entering.say(store, claim)


def test_an_objective_is_added_edited_and_removed_as_steps(store: Store) -> None:
    check_undo(store, lambda s: agree(s, number="3", unit="distributors"), "Add an objective of D1")
    (one,) = store.all(Objective)
    assert (one.what, one.number, one.unit, one.counts) == ("distributors", 3, "distributors", CountedAs.RELATIONSHIPS)
    company = store.get(Company, one.company_id)
    found = objectives.called(store, company, "distrib")
    changed = objectives.with_texts(store, found, {"what": "importers", "number": "2,5", "stage": "négociation"})
    check_undo(store, lambda s: objectives.enter(s, changed), "Edit an objective of D1")
    assert (store.all(Objective)[0].what, store.all(Objective)[0].stage) == ("importers", Stage.NEGOTIATION)
    check_undo(store, lambda s: objectives.remove(s, [one.id]), "Delete 1 objective")
    assert store.all(Objective) == []


def test_relationships_count_from_their_stage_and_intent_on_the_day(store: Store) -> None:
    agree(store, stage="negotiation", intent="sell", number="2")
    relate(store, "C1", Stage.NEGOTIATION, DAY, intents="vendre")
    relate(store, "C2", Stage.NEGOTIATION, DAY, intents="buy")
    relate(store, "C3", Stage.TRADING, date(2026, 5, 1), intents="sell")
    assert (reached(store, DAY), reached(store)) == ([1], [2])
    (one,) = report.report_on(store, LATER).objectives
    assert one.is_met
    assert objectives.counted_words(one.objective, intents_of(store)) == (
        "Relationships at a stage or further: Negotiation, Sell"
    )
    assert objectives.in_words(one) == "distributors: 2 of 2"
    use("fr")
    words = objectives.counted_words(one.objective, intents_of(store))
    use("en")
    assert words.startswith("Relations à une étape ou plus loin\u00a0: ")


def test_meetings_deals_jobs_and_numbers_by_hand_count(store: Store) -> None:
    for counts, unit in (("meetings", ""), ("value", "CAD"), ("jobs", ""), ("by_hand", "")):
        agree(store, what=counts, counts=counts, unit=unit)
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    meet(store, "D1", "C2", 1, 0)
    relate(store, "C1", Stage.AGREEMENT, DAY, value=500.0, currency="CAD", jobs=4)
    relate(store, "C2", Stage.AGREEMENT, DAY, value=300.0, currency="USD", began_before=True, jobs=9)
    assert reached(store) == [1, 500, 4, None]
    by_hand = store.all(Objective)[-1]
    assert objectives.in_words(report.report_on(store, LATER).objectives[-1]) == "by_hand: 1, not measured yet"
    objectives.enter(store, objectives.with_texts(store, by_hand, {"reached": "7"}))
    assert reached(store) == [1, 500, 4, 7]
    assert reached(store, date(2026, 2, 1)) == [0, 0, 0, 7]


def test_without_objectives_nothing_is_measured(store: Store) -> None:
    assert reached(store) == []
    assert report.for_programs(report.report_on(store, LATER))["objectives"] == []


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"what": " "}, "needs a name"),
        ({"counts": "zz"}, "is not one of the choices"),
        ({"stage": "zz"}, "is no stage"),
        ({"intent": "zz"}, "There is no intent"),
        ({"number": "many"}, "is no number"),
        ({"number": "-1"}, "is no number"),
        ({"reached": "nan"}, "is no number"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, texts: dict[str, str], said: str) -> None:
    with pytest.raises(UserError, match=said):
        agree(store, **texts)
    assert store.all(Objective) == []


def test_an_objective_is_agreed_once(store: Store) -> None:
    agree(store)
    with pytest.raises(UserError, match="is there already"):
        agree(store, what="Distributors")
    company = store.get(Company, key_of(store, "D1"))
    with pytest.raises(UserError, match="There is no objective"):
        objectives.called(store, company, "zz")
