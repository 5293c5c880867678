"""Charts of the market: columns, a line, shares."""

import re
from io import BytesIO

import pytest
from reportlab.lib.colors import navy

from missionplanner.pack.charts import Chart
from missionplanner.pack.delegate_content import MarketBar, MarketChart
from missionplanner.pack.style import register_fonts
from missionplanner.pack.tags import TaggedCanvas


def drawn(piece: Chart) -> tuple[str, list[float]]:
    """The words of a chart, and the heights of its rectangles."""
    canvas = TaggedCanvas(BytesIO(), invariant=1)
    piece.drawOn(canvas, 0, 0)
    content = "\n".join(canvas._code)
    alt = canvas.element(piece, "Figure").alt
    return alt, [abs(float(one)) for one in re.findall(r"\S+ \S+ \S+ (\S+) re", content)]


def chart(kind: str, *values: float) -> MarketChart:
    bars = tuple(MarketBar(str(2000 + n), value, str(value)) for n, value in enumerate(values))
    return MarketChart(kind, "Trade", "CAD", bars, ("Source: Office.",))


@pytest.mark.parametrize("kind", ["bar", "line", "share"])
@pytest.mark.parametrize("values", [(5.0,), (5.0, 56.0), (-3.0, 4.0), (0.0, 0.0), tuple(map(float, range(40)))])
def test_every_figure_is_in_the_words_of_a_chart(kind: str, values: tuple[float, ...]) -> None:
    register_fonts()
    alt, _heights = drawn(Chart(chart(kind, *values), 300, navy, 120))
    assert alt == "Trade: " + "; ".join(f"{2000 + n}: {value}" for n, value in enumerate(values))


def test_a_column_is_as_high_as_its_share_of_the_highest() -> None:
    register_fonts()
    _alt, heights = drawn(Chart(chart("bar", 5, 10, -5), 300, navy, 144))
    assert [round(high, 1) for high in heights] == [33.3, 66.7, 33.3]


def test_a_long_line_names_its_ends_and_its_highest() -> None:
    register_fonts()
    found = Chart(chart("line", *range(30), 99.0, *range(30)), 300, navy, 120)
    assert found._named(found.chart.bars) == {0, 30, 60}
    assert Chart(chart("line", 1, 2, 3), 300, navy)._named(chart("line", 1, 2, 3).bars) == {0, 1, 2}


def test_a_value_that_is_wider_than_its_column_is_on_two_lines() -> None:
    register_fonts()
    bars = tuple(MarketBar(str(year), 21.4, "alrededor de 21.4 millones") for year in range(2000, 2005))
    canvas = TaggedCanvas(BytesIO(), invariant=1)
    Chart(MarketChart("bar", "Trade", "CAD", bars, ()), 390, navy, 120).drawOn(canvas, 0, 0)
    shown = [line for line in canvas._code if "Tj" in line]
    assert (len(shown), sum("alrededor de 21.4 " in line for line in shown)) == (15, 5)


def test_shares_are_as_high_as_there_are_of_them() -> None:
    assert [Chart(chart(kind, 1, 2, 3), 300, navy, 120).height for kind in ("share", "bar")] == [60, 120]
