"""What changed in a pack since it was printed, in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company, CompanySector
from missionplanner.domain.events import Event
from missionplanner.domain.figures import ChartKind, Figure
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText, Venue
from missionplanner.domain.packs import PackPage
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import (
    drafts,
    printing,
    settings,
)
from missionplanner.jobs.packs import states as pack_states
from missionplanner.jobs.packs.states import PrintState
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade, ask, key_of, moment
from tests.unit.pack.making import all_printed, changes, draft, outdated


def test_changing_one_meeting_makes_only_its_companies_packs_out_of_date(store: Store, tmp_path: Path) -> None:
    run_now(printing.make(printing.PackOptions(tmp_path / "out")), store)
    assert set(pack_states.states(drafts.read(store), "en").values()) == {PrintState.CURRENT}
    first = store.all(Meeting)[0]
    with store.change(message("Move")) as change:
        change.update(replace(first, slot_id=first.slot_id + 3))
    states = pack_states.states(drafts.read(store), "en")
    outdated = {store.get(Company, key).name for key, state in states.items() if state is PrintState.OUTDATED}
    assert outdated == {"D1"}
    again = run_now(printing.make(printing.PackOptions(tmp_path / "out", outdated=True)), store)
    assert [file.company for file in again.files] == ["D1"]
    assert len(again.skipped) == 2
    store.undo()
    assert pack_states.states(drafts.read(store), "en")[key_of(store, "D1")] is PrintState.OUTDATED


def test_another_time_of_a_meeting_makes_its_two_companies_packs_the_leaders_and_the_organisers_out_of_date(
    store: Store,
) -> None:
    all_printed(store)
    assert outdated(store) == set()
    first = store.all(Meeting)[0]
    with store.change(message("Move")) as change:
        change.update(replace(first, slot_id=first.slot_id + 3))
    names = {store.get(Company, key).name for key in first.pair}
    assert outdated(store) == {*names, "leader", "organiser"}  # the leader's cards say when there are meetings


def test_another_table_of_a_meeting_leaves_the_leaders_pack_as_it_is(store: Store) -> None:
    all_printed(store)
    first = store.all(Meeting)[0]
    with store.change(message("Move")) as change:
        change.update(replace(first, table_id=3 - (first.table_id or 0)))
    names = {store.get(Company, key).name for key in first.pair}
    assert outdated(store) == {*names, "organiser"}


def test_a_meeting_less_is_no_change_of_the_market(store: Store) -> None:
    with store.change(message("Market")) as change:
        change.insert(MissionText(kind="briefing", language="en", title="Market", body="Words."))
        change.insert_all(CompanySector(company_id=key_of(store, name), sector_id=1) for name in ("D1", "C1"))
    all_printed(store)
    meeting = next(m for m in store.all(Meeting) if m.delegation_id == key_of(store, "D1"))
    with store.change(message("Less")) as change:
        change.delete(Meeting, [meeting.id])
    assert changes(store, "D1") == ("No longer: Mon, Feb 16, 09:00, C1, Hall, table 2",)


def test_what_changed_is_told_in_words(eventful: Store) -> None:
    all_printed(eventful)
    assert changes(eventful, "D1") == ()
    one, two = (m for m in eventful.all(Meeting) if m.delegation_id == key_of(eventful, "D1"))
    reception = eventful.all(Event)[0]
    with eventful.change(message("Much")) as change:
        change.update(replace(one, table_id=one.table_id - 1))
        change.update(replace(two, slot_id=two.slot_id + 1))
        change.update(replace(reception, starts=moment(19)))
        change.update(replace(eventful.get(Company, key_of(eventful, "C2")), description="New words"))
        change.insert(MissionText(kind="conduct", language="en", title="Conduct", body="Be kind."))
        change.update(replace(eventful.all(MissionText)[0], body="Bye."))
    assert changes(eventful, "D1") == (
        "Mon, Feb 16, 09:00 meeting with C1 moved to Hall, table 1",
        "Meeting with C2 moved from Mon, Feb 16, 09:50 to Mon, Feb 16, 10:15, Hall, table 1",
        "Profile of C2 changed",
        "Changed: Mon, Feb 16, 19:00, Reception (Terrace)",
        "Changed: Welcome",
        "New in the pack: Media and code of conduct",
    )
    with eventful.change(message("Names")) as change:
        change.update(replace(eventful.get(Company, key_of(eventful, "C1")), name="C1 renamed"))
        change.update(replace(eventful.all(Venue)[0], name="Hall B"))
    assert changes(eventful, "D2") == (
        "Mon, Feb 16, 09:25 meeting with C1 renamed: the place is now called Hall B, table 1",
        "C1 is now called C1 renamed",
        "Changed: Mon, Feb 16, 19:00, Reception (Terrace)",
        "Changed: Welcome",
        "Changed: Logistics",
        "New in the pack: Media and code of conduct",
    )
    eventful.undo()
    with eventful.change(message("Less")) as change:
        change.delete(Meeting, [two.id])
        change.delete(Event, [reception.id])
    assert changes(eventful, "D1", "en")[1::2][:1] == ("No longer: Mon, Feb 16, 09:50, C2, Hall, table 1",)
    assert "No longer: Mon, Feb 16, 18:00, Reception" in changes(eventful, "D1")
    assert changes(eventful, Edition.ORGANISER) == (
        "Changed: Table plan",
        "Changed: Table cards",
        "Changed: Sign-in sheets",
        "Changed: Calls of the evening before",
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "lun. 16 févr., 09:00\u00a0: la rencontre avec C1 passe à Hall, table 1"),
        ("es", "lun 16 de feb, 09:00: la reunión con C1 pasa a Hall, mesa 1"),
    ],
)
def test_what_changed_is_told_in_the_language_asked_for(eventful: Store, language: str, expected: str) -> None:
    all_printed(eventful, language)
    one = eventful.all(Meeting)[0]
    with eventful.change(message("Move")) as change:
        change.update(replace(one, table_id=one.table_id - 1))
    assert changes(eventful, "D1", language) == (expected,)


def test_papers_printed_apart_are_right_one_by_one(eventful: Store, tmp_path: Path) -> None:
    def state() -> PrintState:
        return pack_states.state_of(drafts.read(eventful), draft(eventful, Edition.ORGANISER))

    some = printing.PackOptions(tmp_path, edition=Edition.ORGANISER, papers=frozenset({"plan", "badges"}))
    run_now(printing.make(some), eventful)
    assert state() is PrintState.NEVER
    assert changes(eventful, Edition.ORGANISER)[0] == "Not printed yet: Table cards"
    assert run_now(printing.make(replace(some, outdated=True)), eventful).files == ()
    run_now(
        printing.make(
            replace(some, papers=frozenset({"tables", "people", "interpreters", "sign-in", "calls", "cards"}))
        ),
        eventful,
    )
    assert state() is PrintState.CURRENT


def test_what_is_printed_nowhere_leaves_packs_right(eventful: Store) -> None:
    ask(eventful, ("D1", "C1", Priority.MEET))
    settings.set_pages(eventful, [PackPage.SCHEDULE, PackPage.PROFILES])
    all_printed(eventful)
    with eventful.change(message("Elsewhere")) as change:
        add_trade(change, chart=ChartKind.NONE)
        change.update(replace(eventful.all(MissionText)[0], body="Other"))
    assert outdated(eventful) == set()
    settings.set_pages(eventful, [PackPage.PROFILES, PackPage.SCHEDULE])
    assert changes(eventful, "D1") == ("The pages or their order changed",)
    assert "leader" not in outdated(eventful)


def test_a_chart_of_the_market_is_part_of_the_leader_edition_and_of_packs_with_a_briefing(eventful: Store) -> None:
    settings.set_pages(eventful, [PackPage.SCHEDULE, PackPage.PROFILES])
    all_printed(eventful)
    with eventful.change(message("Trade")) as change:
        add_trade(change)
    assert outdated(eventful) == {"leader"}
    assert changes(eventful, Edition.LEADER) == ("New in the pack: Market briefing",)
    settings.set_pages(eventful, [PackPage.SCHEDULE, PackPage.BRIEFING])
    all_printed(eventful)
    with eventful.change(message("Later")) as change:
        change.update(replace(eventful.all(Figure)[1], value=57))
    assert outdated(eventful) == {"D1", "D2", "D3", "C1", "C2", "C3", "leader"}


def test_who_asked_for_a_meeting_is_part_of_both_packs(eventful: Store) -> None:
    ask(eventful, ("D1", "C1", Priority.MEET))
    all_printed(eventful)
    with eventful.change(message("More")) as change:
        change.update(replace(eventful.all(Request)[0], priority=Priority.MUST_MEET))
    assert outdated(eventful) == {"D1", "C1"}
    assert changes(eventful, "D1") == (
        "Mon, Feb 16, 09:00 meeting with C1: who attends, who interprets or who asked for it changed",
    )


@pytest.mark.parametrize("change", [{"name": "Other"}, {"colour": "#aa0000"}, {"home_country": "France"}])
def test_what_is_on_every_page_makes_every_pack_out_of_date(eventful: Store, change: dict[str, str]) -> None:
    all_printed(eventful)
    with eventful.change(message("Cover")) as act:
        act.update(replace(eventful.mission, **change))
    assert outdated(eventful) == {"D1", "D2", "D3", "C1", "C2", "C3", "leader", "organiser"}
    assert changes(eventful, Edition.ORGANISER)[0] == "Changed: Cover"


def test_another_company_in_the_same_meeting_is_told_as_such(eventful: Store) -> None:
    all_printed(eventful)
    with eventful.change(message("Other")) as change:
        change.update(replace(eventful.all(Meeting)[0], counterpart_id=key_of(eventful, "C3")))
    assert changes(eventful, "D1") == (
        "No longer: Mon, Feb 16, 09:00, C1, Hall, table 2",
        "New meeting: Mon, Feb 16, 09:00, C3, Hall, table 2",
    )


def test_a_page_that_is_left_out_does_not_make_packs_out_of_date(eventful: Store) -> None:
    settings.set_pages(eventful, [PackPage.SCHEDULE, PackPage.PROFILES])
    all_printed(eventful)
    with eventful.change(message("Text")) as change:
        change.update(replace(eventful.all(MissionText)[0], body="Other words."))
        change.update(replace(eventful.get(Company, key_of(eventful, "D3")), website="https://d3.example"))
    assert outdated(eventful) == set()
