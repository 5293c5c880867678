"""What all packs of a language have in common."""

from dataclasses import replace

import pytest

from missionplanner.domain.mission import MissionText, Venue
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade
from tests.unit.pack.making import parts


def test_a_text_that_exists_in_another_language_only_is_printed_in_that(store: Store) -> None:
    with store.change(message("x")) as change:
        change.insert(MissionText(kind="welcome", language="es", title="Hola", body="Uno\ndos\n\n# T\n- a\n- b"))
    shared, _own = parts(store, language="fr")
    assert shared.texts["welcome"].title == "Hola"
    assert [(b.kind, b.text) for b in shared.texts["welcome"].blocks] == [
        ("paragraph", "Uno dos"),
        ("heading", "T"),
        ("bullet", "a"),
        ("bullet", "b"),
    ]


def test_market_chart_is_drawn_from_the_missions_figures(store: Store) -> None:
    with store.change(message("x")) as change:
        add_trade(change)
    shared, _own = parts(store, language="fr")
    assert [(bar.label, bar.text) for chart in shared.charts for bar in chart.bars] == [
        ("1994", "moins de 5"),
        ("2024", "plus de 56"),
    ]


@pytest.mark.parametrize(
    ("kept", "leads"), [("forms.example/a", "https://forms.example/a"), ("../../x y", ""), ("CON", "")]
)
def test_an_evaluation_leads_to_sites_of_the_web_alone(store: Store, kept: str, leads: str) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.mission, evaluation_link=kept))
    assert parts(store)[0].evaluation_link == leads


def test_nobody_travels_where_all_meet_by_video(structured: Store) -> None:
    def places() -> list[bool]:
        shared, _own = parts(structured)
        return [bool(one) for one in (shared.venues, shared.stops)]

    assert places() == [True] * 2
    with structured.change(message("Online")) as change:
        for venue in structured.all(Venue):
            change.update(replace(venue, online=True))
    assert places() == [False] * 2
    with structured.change(message("Hall")) as change:
        change.insert(Venue(stop_id=1, name="Hall"))
    assert places() == [True] * 2
