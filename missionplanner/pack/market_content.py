"""The charts of the market: the series that are drawn, with what they count and where their figures are from."""

from collections.abc import Iterable

from missionplanner.domain.companies import Company
from missionplanner.domain.figure_texts import bounded, source_of
from missionplanner.domain.figures import ChartKind, Figure, Series, is_about
from missionplanner.domain.links import web
from missionplanner.domain.packs import PackPage, pages_of
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import MarketBar, MarketChart
from missionplanner.pack.wording import shortened

MOST_COLUMNS, MOST_POINTS, MOST_SHARES = 9, 60, 6
"""So many of the latest figures are drawn as columns, as a line, as shares."""
_MOST = {ChartKind.BAR: MOST_COLUMNS, ChartKind.LINE: MOST_POINTS, ChartKind.SHARE: MOST_SHARES}


def general(snapshot: Snapshot, t: Translator) -> tuple[MarketChart, ...]:
    """The charts of the whole mission: of no sector and no city."""
    return _charts(snapshot, (one for one in snapshot.numbers.series if is_about(one, (), ())), t)


def every(snapshot: Snapshot, t: Translator) -> tuple[MarketChart, ...]:
    """The charts of all series."""
    return _charts(snapshot, snapshot.numbers.series, t)


def of_company(snapshot: Snapshot, company: Company, t: Translator) -> tuple[MarketChart, ...]:
    """The charts of the sectors of a company and the cities it goes to, beside those of the whole mission."""
    if PackPage.BRIEFING not in pages_of(snapshot.mission.pack_pages):
        return ()
    mine = snapshot.sectors_of.get(company.id, [])
    sectors = {*mine, *map(snapshot.main_sector, mine)}
    stops = snapshot.stops_for(company.id)
    wanted = (one for one in snapshot.numbers.series if is_about(one, sectors, stops) and not is_about(one, (), ()))
    return _charts(snapshot, wanted, t)


def _charts(snapshot: Snapshot, series: Iterable[Series], t: Translator) -> tuple[MarketChart, ...]:
    found = (_chart(one, snapshot.numbers.of[one.id], t) for one in series if one.chart in _MOST)
    return tuple(chart for chart in found if chart.bars)


def _chart(series: Series, figures: Iterable[Figure], t: Translator) -> MarketChart:
    """A series as it is drawn; a figure that does not say where it is from is not."""
    drawn = [figure for figure in figures if figure.is_sourced][-_MOST[series.chart] :]
    bars = tuple(
        MarketBar(figure.period, figure.value, bounded(figure.bounded, t.number(figure.value), t)) for figure in drawn
    )
    title, unit = shortened(series.title(t.language)), series.counted_in(t)
    sources = _sources(drawn, t)
    return MarketChart(series.chart.value, title, unit, bars, tuple(sources), tuple(sources.values()))


def _sources(figures: Iterable[Figure], t: Translator) -> dict[str, str]:
    """Where figures are from and where that leads; where they are from several places, with the periods of each."""
    periods: dict[str, list[Figure]] = {}
    for figure in figures:
        periods.setdefault(source_of(figure, t), []).append(figure)
    leads = {sentence: next(filter(None, (web(one.link) for one in those)), "") for sentence, those in periods.items()}
    if len(periods) == 1:
        return leads
    named = {said: ", ".join(one.period for one in those) for said, those in periods.items()}
    return {f"{named[sentence]} – {sentence}": link for sentence, link in leads.items()}
