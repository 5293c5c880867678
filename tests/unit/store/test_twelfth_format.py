"""Figures of a mission of the eleventh format become values of series, with the source the briefing names."""

from pathlib import Path

from missionplanner.domain.figures import Bounded, Figure, Scale
from missionplanner.domain.mission import MissionText
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import add_trade, small_mission
from tests.unit.store.first_file import write_eleventh_format


def test_figures_become_values_of_a_series_with_the_source_of_the_briefing(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        with store.change(message("Figures")) as change:
            key = add_trade(change)
        with store.change(message("Texts")) as change:
            change.insert(MissionText(kind="briefing", language="en", body="Words.\n\nSource: a yearbook."))
            gone = change.insert(Figure(series_id=key, period="2020", value=40, note="estimate"))
        with store.change(message("Delete")) as change:
            change.delete(Figure, [gone])
    old = write_eleventh_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        (series,) = store.snapshot().numbers.series
        assert (store.format, series.code, series.currency) == (schema.FORMAT, "trade", "CAD")
        assert (series.name_fr, series.scale) == ("Échanges entre les deux pays", Scale.BILLION)
        found = [(one.period, one.value, one.bounded, one.source) for one in store.all(Figure)]
        assert found == [
            ("1994", 5.0, Bounded.UNDER, "a yearbook."), ("2024", 56.0, Bounded.OVER, "a yearbook."),
        ]  # fmt: skip
        store.undo()
        back = store.all(Figure)[-1]
        assert (back.period, back.note, back.series_id) == ("2020", "estimate", series.id)


def test_an_older_mission_without_figures_gets_no_series(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    with Store.open(write_eleventh_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert (store.snapshot().series, store.mission.figure_months) == ([], 24)
