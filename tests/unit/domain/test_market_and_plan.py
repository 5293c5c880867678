"""The figures of a mission by their names."""

from missionplanner.domain.figures import Figure, Series
from tests.builders import snapshot_of


def test_figures_are_found_by_name() -> None:
    series, figure = Series(id=1, code="trade", name_en="Trade"), Figure(id=1, series_id=1, period="2024", value=5)
    found = snapshot_of(series=[series], figures=[figure])
    assert found.numbers.get("trade.2024") == (series, figure)
    assert snapshot_of().numbers.series == ()
