"""The series that are drawn in a pack."""

import re
from dataclasses import replace

from missionplanner.domain.companies import Company, CompanySector
from missionplanner.domain.figure_texts import FilledNumbers, value_in_words
from missionplanner.domain.figures import ChartKind, Figure, Series
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission_counts import counts
from missionplanner.domain.packs import PackPage
from missionplanner.i18n import LANGUAGES, translator
from missionplanner.jobs.packs import settings
from missionplanner.messages import message
from missionplanner.pack import market_content
from missionplanner.pack.text_sections import section
from missionplanner.store.store import Store
from tests.builders import add_trade, key_of
from tests.unit.pack.making import draft

T = translator("en")


def test_a_company_has_the_series_of_its_own_sectors_and_cities(store: Store) -> None:
    with store.change(message("Series")) as change:
        add_trade(change)
        add_trade(change, code="mine", name_en="Mine", sector_id=1, position=1)
        add_trade(change, code="here", name_en="Here", stop_id=1, position=2)
        add_trade(change, code="hidden", name_en="Hidden", chart=ChartKind.NONE)
    snapshot = store.snapshot()
    company = store.get(Company, key_of(store, "D1"))
    alone, snapshot = snapshot, replace(snapshot, company_sectors=[CompanySector(company_id=company.id, sector_id=1)])
    assert [one.title for one in market_content.general(snapshot, T)] == ["Trade"]
    assert [one.title for one in market_content.every(snapshot, T)] == ["Trade", "Mine", "Here"]
    assert [one.title for one in market_content.of_company(snapshot, company, T)] == ["Mine", "Here"]
    assert [one.title for one in market_content.of_company(alone, company, T)] == ["Here"]
    settings.set_pages(store, [PackPage.SCHEDULE, PackPage.PROFILES])
    assert market_content.of_company(store.snapshot(), company, T) == ()


def test_figures_are_drawn_where_they_say_where_they_are_from(store: Store) -> None:
    with store.change(message("Series")) as change:
        add_trade(change)
        change.insert(Figure(series_id=1, period="2020", value=40))
        change.insert(Figure(series_id=1, period="2021", value=45, source="Press"))
    (chart,) = market_content.general(store.snapshot(), translator("fr"))
    assert [(bar.label, bar.text) for bar in chart.bars] == [
        ("1994", "moins de 5"), ("2021", "45"), ("2024", "plus de 56"),
    ]  # fmt: skip
    assert chart.below == (
        "CAD, milliards", "1994, 2024 – Source\u00a0: Office of statistics, en date du 30 juin 2025.", "2021 – Source\u00a0: Press.",
    )  # fmt: skip


def test_only_the_latest_columns_are_drawn(store: Store) -> None:
    with store.change(message("Series")) as change:
        change.insert(Series(code="x", name_en="X"))
        change.insert_all(Figure(series_id=1, period=str(year), value=1, source="A") for year in range(2000, 2020))
    (chart,) = market_content.general(store.snapshot(), T)
    assert [bar.label for bar in chart.bars] == [str(year) for year in range(2011, 2020)]


_MONTHS = [
    "January",
    "February",
    "March",
    "November",
    "janvier",
    "février",
    "mars",
    "novembre",
    "enero",
    "febrero",
    "marzo",
    "noviembre",
]
_PLAIN = (
    rf"\b\d{{1,2}}( (to|au|al) \d{{1,2}})? (de )?({'|'.join(_MONTHS)})( de)?( \d{{4}})?", r"\b(19|20)\d\d\b", r"\b\d{1,2}:\d\d\b",
    r"\b\d{1,2} h( \d\d)?\b", r"\b911\b", r"[+(]\d[\d ()\u2011-]{6,}",
)  # fmt: skip
"""Numbers that need no source: days, years, times, telephones."""


def test_no_number_of_the_example_is_without_a_source(example: Store) -> None:
    snapshot = example.snapshot()
    counted = {translator(code).number(n) for n in counts(snapshot).values() for code in LANGUAGES}
    for language in LANGUAGES:
        t = translator(language)
        shared = draft(example, Edition.LEADER, language).shared
        assert shared.charts
        assert all(chart.sources for chart in shared.charts)
        noted = [
            value_in_words(series, one, t)
            for series in snapshot.numbers.series
            for one in snapshot.numbers.of[series.id]
        ]
        points = "\n\n".join(event.talking_points for event in snapshot.events)
        told = {one.title: one for one in shared.briefings}
        said = section("", points, language, FilledNumbers(snapshot.numbers, counts(snapshot), t), t)
        for kind, found in {**shared.texts, **told, "talking points": said}.items():
            notes = [block.text for block in found.blocks if block.kind == "note"]
            for block in found.blocks:
                text = block.text.replace("\u00a0", " ").replace("\u202f", " ")
                for value in sorted(noted, key=len, reverse=True):
                    assert f"{value}¹" not in text or notes
                    text = re.sub(re.escape(value.replace("\u00a0", " ")) + "[¹²³]", "", text)
                if block.kind != "note":
                    left = re.sub("|".join(_PLAIN), "", text)
                    numbers = set(re.findall(r"\d[\d.,]*", left)) - counted
                    assert not numbers, (language, kind, block.text)


def test_titles_and_sources_in_another_language_are_tagged(store: Store) -> None:
    with store.change(message("Series")) as change:
        add_trade(change, name_fr="")
    (chart,) = market_content.general(store.snapshot(), translator("fr"))
    assert (chart.title, chart.titled_in) == ("Trade", "en-CA")
    assert [(part.text, part.language) for part in chart.named_in[0]] == [
        ("Source\u00a0: ", ""), ("Office of statistics", "en-CA"), (", en date du 30 juin 2025.", ""),
    ]  # fmt: skip
    (own,) = market_content.general(store.snapshot(), T)
    assert (own.titled_in, own.named_in) == ("", ())
