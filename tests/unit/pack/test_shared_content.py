"""What all packs of a language have in common."""

from missionplanner.domain.mission import Figure, MissionText
from missionplanner.messages import message
from missionplanner.store.store import Store
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
        change.insert(Figure(year=1994, value=5, note="under"))
        change.insert(Figure(year=2024, value=56, note="over"))
    shared, _own = parts(store, language="fr")
    assert [(bar.label, bar.text) for bar in shared.bars] == [("1994", "moins de 5"), ("2024", "plus de 56")]
