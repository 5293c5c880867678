"""The page of a relationship: where it stands, its story, and the ways from it to the records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.intents import NO_INTENTS
from missionplanner.domain.relationships import Claim, Proof, Relationship, Stage
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.gui.relationships.page import RelationshipPage, facts
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.gui.widgets import places
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import entering
from missionplanner.jobs.relationships.story import StoryKind
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet


@pytest.fixture
def page(screen: RelationshipsScreen, store: Store, made: dict[str, Relationship]) -> RelationshipPage:
    """The page of D1 and C1, which met and proved something."""
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    claim = store.where(Claim, "relationship_id", {made["D1"].id})[0]
    entering.verify(store, [Proof(claim_id=claim.id, value=90.0, currency="CAD", verified_on=date(2020, 4, 1))])
    entering.edit(store, replace(made["D1"], owner="Ana", next_step="Call", due=date(2020, 5, 1), notes="Hannover"))
    screen.open_record(made["D1"].id)
    assert screen.page is not None
    return screen.page


def choose(page: RelationshipPage, kind: StoryKind) -> None:
    page.table.choose([next(n for n, one in enumerate(page._story) if one.kind is kind)])


def test_it_says_where_it_stands_and_what_happened(page: RelationshipPage) -> None:
    assert page.header.title.text() == "D1 – C1"
    assert page.header.standing.text() == "Meeting held  ·  100 CAD (expected)  ·  May 1, 2020 (Overdue)"
    assert page.facts.text() == "Owners: Ana\nNext step: Call\nNotes: Hannover"
    kinds = [page.table.rows.text(row, 1) for row in range(page.table.rows.rowCount())]
    assert kinds == ["Relationship", "Told", "Evidence", "Meeting"]
    assert page.detail.text() == "Held  ·  09:00, Hall, table 1"


def test_nothing_is_typed_in_it(page: RelationshipPage) -> None:
    page.keep_draft()
    assert (page.is_changed, page.is_nameless, page.save()) == (False, True, True)


def test_its_companies_are_a_click_away(page: RelationshipPage, store: Store, qtbot: QtBot) -> None:
    assert [button.text() for button in page.companies] == ["D1", "C1"]
    with qtbot.waitSignal(page.company_asked) as caught:
        page.companies[1].click()
    assert caught.args == [key_of(store, "C1")]


def test_a_meeting_leads_to_the_timetable_and_a_claim_to_its_teller(
    page: RelationshipPage, store: Store, qtbot: QtBot
) -> None:
    choose(page, StoryKind.MEETING)
    with qtbot.waitSignal(page.meeting_asked):
        page.jump()
    choose(page, StoryKind.SAID)
    with qtbot.waitSignal(page.company_asked) as caught:
        page.jump()
    assert caught.args == [key_of(store, "D1")]


def test_evidence_is_shown(page: RelationshipPage, told: list[tuple[str, str]]) -> None:
    choose(page, StoryKind.PROOF)
    page.jump()
    assert told[0][0] == "90 CAD"


def test_what_has_no_page_of_its_own_leads_to_its_list(page: RelationshipPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(places, "go_to", lambda _widget, place: asked.append(place))
    for kind in (StoryKind.OUTCOME, StoryKind.LETTER, StoryKind.FOLLOW_UP, StoryKind.AGREEMENT):
        page._story[0] = replace(page._story[0], kind=kind)
        page.table.choose([0])
        page.jump()
    assert asked == ["outcomes.Enter outcomes", "letters", "outcomes.Follow-ups", "outcomes.Agreements"]


def test_its_first_line_leads_to_what_is_typed_of_it(
    page: RelationshipPage, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    choose(page, StoryKind.MADE)
    fill_dialogs(owner="Marc")
    page.jump()
    assert store.all(Relationship)[0].owner == "Marc"


def test_only_what_was_said_is_withdrawn_and_one_stays_in_its_row(page: RelationshipPage, store: Store) -> None:
    choose(page, StoryKind.MEETING)
    assert not page._withdraw.isEnabled()
    page.withdraw()
    assert [one.withdrawn_on for one in store.all(Claim)] == [None] * 3
    choose(page, StoryKind.SAID)
    assert page._withdraw.isEnabled()
    page.withdraw()
    assert store.all(Claim)[0].withdrawn_on == date.today()  # noqa: DTZ011
    assert page.detail.text().startswith("Meeting held")
    assert "withdrawn" in page.detail.text()


def test_what_the_organisers_said_leads_nowhere(page: RelationshipPage, store: Store) -> None:
    entering.say(store, Claim(relationship_id=page.key, told_on=date(2020, 4, 2), stage=Stage.HELD))
    choose(page, StoryKind.SAID)
    assert page._jump.isEnabled()
    page.table.choose([next(n for n, one in enumerate(page._story) if one.who == "the organisers")])
    assert not page._jump.isEnabled()


def test_without_facts_there_is_no_empty_line(screen: RelationshipsScreen, made: dict[str, Relationship]) -> None:
    screen.open_record(made["D2"].id)
    assert screen.page is not None
    line = screen._lines[made["D2"].id]
    assert facts(line, NO_INTENTS) == []
    line = replace(line, relationship=replace(line.relationship, intents="second source; sell"))
    assert facts(line, intents_of(screen.workspace.store)) == ["Intents: Second source of supply; Sell"]
    assert not screen.page.facts.isVisibleTo(screen.page)


def test_names_are_shown_as_they_are_typed(screen: RelationshipsScreen, store: Store) -> None:
    company = store.get(Company, key_of(store, "D2"))
    with store.change(message("Edit")) as change:
        change.update(replace(company, name="<b>Bold & Co</b>"))
    screen.open_record(screen.table.rows.keys[0])
    assert screen.page is not None
    assert "&lt;b&gt;" in screen.page.companies[0].toolTip()
