"""Chips count what they would leave, and words say what is chosen."""

from dataclasses import replace

from missionplanner.domain.relationships import Relationship
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.jobs.relationships.entering import edit
from missionplanner.jobs.relationships.lines import RelationshipFilter
from missionplanner.store.store import Store


def options(screen: RelationshipsScreen, name: str) -> dict[str, int]:
    return {one.label: one.number or 0 for one in screen.filter_bar.chips[name].options()}


def test_chips_count_what_they_would_leave(
    screen: RelationshipsScreen, store: Store, made: dict[str, Relationship]
) -> None:
    edit(store, replace(made["D1"], owner="Ana"))
    stages = options(screen, "stages")
    assert (len(stages), stages["Negotiation"], stages["Trading"]) == (9, 2, 0)
    assert options(screen, "owners") == {"Ana": 1, "Nobody": 2}
    assert options(screen, "sectors") == {"Not said": 3}
    assert options(screen, "dues")["Without a date"] == 3
    screen.filter_bar.chips["owners"].choose(["Gone"])
    assert options(screen, "owners") == {"Ana": 1, "Gone": 0, "Nobody": 2}


def test_what_is_chosen_is_the_filter_and_stands_in_words(screen: RelationshipsScreen) -> None:
    wanted = RelationshipFilter(text="d", stages=("held", "trading"), dues=("overdue",))
    screen.filter_bar.show_filter(wanted)
    assert screen.filter_bar.filter() == wanted
    assert screen.filter_bar.words() == "“d”  ·  Stage: Meeting held, Trading  ·  Next step due: Overdue"
    screen.filter_bar.clear.click()
    assert (screen.filter_bar.filter(), screen.filter_bar.words()) == (RelationshipFilter(), "All relationships")
