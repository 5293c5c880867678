"""Series and figures as records an organiser sets up."""

from missionplanner.domain.figures import Bounded, Figure
from missionplanner.gui.programme.market_kinds import FiguresKind, series_kind
from missionplanner.jobs.market import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade


def test_a_series_and_a_figure_are_entered(store: Store) -> None:
    with store.change(message("Trade")) as change:
        add_trade(change)
    kind = series_kind(store)
    kind.save(None, {**kind.values(None), "name_en": "Tonnes", "unit": "t"})
    own = FiguresKind(store, 2).kind
    own.save(
        None,
        {
            **own.values(None),
            "period": "T1 2024",
            "value": "over 1 200,5",
            "source": "A",
            "link": "",
            "note": "",
            "as_of": "2025-03-04",
        },
    )
    (figure,) = entering.known(store).of[2]
    assert (figure.period, figure.value, figure.bounded) == ("2024-Q1", 1200.5, Bounded.OVER)
    values = own.values(figure)
    assert (values["value"], values["as_of"], own.values(store.get(Figure, 1))["value"]) == (
        "1200.5",
        "2025-03-04",
        "5",
    )
    own.save(figure, {**values, "value": "7", "bounded": Bounded.EXACT})
    assert store.get(Figure, figure.id).bounded is Bounded.EXACT
