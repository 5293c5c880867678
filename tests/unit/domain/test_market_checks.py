"""Figures without a source, of long ago, and texts that name none there is."""

from dataclasses import replace
from datetime import date

from missionplanner.domain.figures import Figure, Series
from missionplanner.domain.market_checks import figures_recent, figures_sourced, numbers_known
from missionplanner.domain.mission import Mission, MissionText
from missionplanner.domain.snapshot import Snapshot
from tests.builders import snapshot_of

SERIES = Series(id=1, code="trade", name_en="Trade")
MISSION = Mission(starts=date(2026, 2, 15), ends=date(2026, 2, 20))


def given(*figures: Figure, months: int = 24, body: str = "") -> Snapshot:
    texts = [MissionText(id=1, kind="briefing", language="en", body=body)]
    return snapshot_of(
        mission=replace(MISSION, figure_months=months), series=[SERIES], figures=list(figures), texts=texts
    )


def figure(period: str, as_of: date | None, source: str = "Office") -> Figure:
    return Figure(id=int(period), series_id=1, period=period, value=1, source=source, as_of=as_of)


def test_a_figure_without_a_source_is_told() -> None:
    (issue,) = figures_sourced(given(figure("2020", None, " "), figure("2021", None, ""), figure("2022", None)))
    assert issue.text == "“Trade”: no source says the figure of 2020, 2021; packs do not draw it."
    assert issue.subjects == (("series", 1),)


def test_the_newest_figure_decides_how_old_a_series_is() -> None:
    old, edge, new = date(2024, 2, 14), date(2024, 2, 15), date(2025, 1, 1)
    assert list(figures_recent(given(figure("1994", old), figure("2024", new)))) == []
    assert list(figures_recent(given(figure("2024", edge)))) == []
    (issue,) = figures_recent(given(figure("1994", new), figure("2023", old)))
    assert issue.text == "“Trade”: the newest figure, of 2023, is as of February 14, 2024."
    assert list(figures_recent(given(figure("2023", old), months=0))) == []


def test_the_newest_figure_says_of_which_day_it_is() -> None:
    (issue,) = figures_recent(given(figure("2024", None)))
    assert issue.text == "“Trade”: the figure of 2024 does not say of which day it is."


def test_a_text_names_only_figures_there_are() -> None:
    body = "{figure:trade.2024} {figure:trade.2023} {count:people}"
    (issue,) = numbers_known(given(figure("2024", None), body=body))
    assert issue.text == "Market briefing (English): {figure:trade.2023} names no figure of the mission."
