"""The charts of the market: the series that are drawn, with what they count and where their figures are from."""

from collections.abc import Iterable

from missionplanner.domain.companies import Company
from missionplanner.domain.figure_texts import bounded, source_of
from missionplanner.domain.figures import ChartKind, Figure, Series, is_about
from missionplanner.domain.links import web
from missionplanner.domain.packs import PackPage, pages_of
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.translated_names import text_in
from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import MarketBar, MarketChart
from missionplanner.pack.phrases import Phrase, Said
from missionplanner.pack.wording import foreign, own_words, shortened

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
    title, unit = _title(series, t), series.counted_in(t)
    sources = _sources(drawn, t)
    named = tuple(_named(sentence, drawn, t) for sentence in sources)
    named = named if any(part.language for said in named for part in said) else ()
    leads = tuple(sources.values())
    return MarketChart(series.chart.value, title.text, unit, bars, tuple(sources), leads, title.language, named)


def _title(series: Series, t: Translator) -> Phrase:
    """The name of a series, tagged where it has none in the language."""
    text, spoken = text_in(t.language, series.name_en, series.name_fr, series.name_es)
    return Phrase(shortened(text), foreign(spoken, t)) if text else Phrase(series.code)


def _named(sentence: str, figures: Iterable[Figure], t: Translator) -> Said:
    """A sentence on where figures are from in parts: the name of the source is in the language it seems to be."""
    names = (" ".join(figure.source.split()).rstrip(".") for figure in figures)
    name = next((one for one in names if one and one in sentence), "")
    before, _name, after = sentence.partition(name) if name else (sentence, "", "")
    return Phrase(before), own_words(name, t.language, t), Phrase(after)


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
