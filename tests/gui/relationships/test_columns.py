"""The columns of the list show what the board does, and each is remembered by a name of its own."""

from dataclasses import replace
from datetime import date

from missionplanner.domain.relationships import Stage
from missionplanner.gui.relationships import columns
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.gui.widgets.theme import colours
from missionplanner.jobs.relationships import cells, lines
from missionplanner.jobs.relationships.lines import DueState


def test_names_of_columns_are_their_own_and_those_shown_at_first_are_among_them() -> None:
    names = [columns.key(one) for one in columns.columns()]
    assert len(set(names)) == len(names)
    assert set(columns.AT_FIRST) <= set(names)


def test_what_is_edited_and_sorted_by_is_known() -> None:
    found = columns.columns()
    assert {one.edits for one in found} - {""} == set(cells.EDITABLE)
    assert {one.sort for one in found} - {""} == set(lines.SORTED)


def test_urgency_is_said_in_words_and_colour(screen: RelationshipsScreen) -> None:
    (line, *_others) = screen._shown
    (urgency,) = [one for one in columns.columns() if one.sort == "urgency"]
    assert urgency.colour is not None
    shown = {}
    for state in DueState:
        one = replace(line, due_state=state)
        shown[state] = urgency.text(one), urgency.colour(one)
    assert shown == {
        DueState.OVERDUE: ("Overdue", colours().bad), DueState.SOON: ("In the next 7 days", colours().warn),
        DueState.LATER: ("", ""), DueState.NEVER: ("", ""),
    }  # fmt: skip
    due = replace(line, relationship=replace(line.relationship, due=date(2026, 4, 1)))
    assert [columns.due_shown(one) for one in (line, due)] == ["", "Apr 1, 2026"]


def test_stages_of_deals_are_green_and_what_ended_steps_back(screen: RelationshipsScreen) -> None:
    (line, *_others) = screen._shown
    (stage,) = [one for one in columns.columns() if one.sort == "stage"]
    assert stage.colour is not None
    wanted = {Stage.HELD: "", Stage.TRADING: colours().good, Stage.ENDED: colours().quiet}
    assert {one: stage.colour(replace(line, said_stage=one)) for one in wanted} == wanted
    assert stage.text(replace(line, said_stage=None)) == ""
