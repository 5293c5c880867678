"""Texts, days, times and numbers as readers of each language expect them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain import rules
from missionplanner.domain.moves import Moves
from missionplanner.domain.plan import Plan
from missionplanner.i18n import translator
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


DAYS = {"en": "February 16", "fr": "16 février", "es": "16 de febrero"}
MOMENTS = {"en": "February 16 at 09:05", "fr": "16 février à 09:05", "es": "16 de febrero a las 09:05"}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_day_and_a_moment_are_written_in_words(language: str) -> None:
    t = translator(language)
    assert t.day(DAY) == DAYS[language]
    assert t.moment(moment(9, 5)) == MOMENTS[language]


def test_a_span_names_its_day_once() -> None:
    t = translator("en")
    assert t.times(moment(9), moment(9, 20)) == "09:00–09:20"
    assert t.times(moment(23, 30), moment(0, 20, DAY + timedelta(1))) == "23:30–00:20 +1"
    assert t.span(moment(9), moment(10, 30)) == "February 16, 09:00–10:30"
    assert t.span(moment(9), moment(9) + timedelta(1)) == "February 16 at 09:00 – February 17 at 09:00"


@pytest.mark.parametrize(
    ("language", "conflict", "free"),
    [
        (
            "en",
            "D1 has two meetings on February 16 at 09:00: with C1 and with C2.",
            "Free: February 16 at 09:25, table 1.",
        ),
        (
            "fr",
            "D1 a deux rencontres en même temps (16 février à 09:00)\u00a0: avec C1 et avec C2.",
            "Libre\u00a0: 16 février à 09:25, table 1.",
        ),
        (
            "es",
            "D1 tiene dos reuniones a la vez (16 de febrero a las 09:00): con C1 y con C2.",
            "Libre: 16 de febrero a las 09:25, mesa 1.",
        ),
    ],
)
def test_conflicts_and_places_write_days_in_the_language_of_the_screen(
    store: Store, language: str, conflict: str, free: str
) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 0, 1)
    i18n.use(language)
    snapshot = store.snapshot()
    plan = Plan(snapshot, snapshot.meetings)
    assert [issue.text for issue in rules.check(plan)] == [conflict]
    assert Moves(plan, snapshot.meetings[0]).verdict(snapshot.slots[1].id).text == free


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "D1 has 2 meetings on February 16; the most is 1."),
        ("fr", "D1 a 2 rencontres le 16 février; le maximum est 1."),
        ("es", "D1 tiene 2 reuniones el 16 de febrero; el máximo es 1."),
    ],
)
def test_the_most_a_day_names_the_day_in_words(store: Store, language: str, text: str) -> None:
    with store.change(message("Most")) as change:
        change.update(replace(store.mission, meetings_a_day=1))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    i18n.use(language)
    snapshot = store.snapshot()
    assert [issue.text for issue in rules.check(Plan(snapshot, snapshot.meetings))] == [text]


def test_an_unknown_language_is_english() -> None:
    assert translator("de").language == "en"
    i18n.use("de")
    assert i18n.current().language == "en"
    i18n.use("es")
    assert i18n.current().language == "es"
    assert i18n._("") == ""


def test_counts_take_the_plural_and_the_number_of_the_language() -> None:
    assert [i18n.count("{n} new", "{n} new", n) for n in (0, 1)] == ["0 new", "1 new"]
    assert i18n.count("Cancel {n} meeting", "Cancel {n} meetings", 1) == "Cancel 1 meeting"
    assert i18n.count("Cancel {n} meeting", "Cancel {n} meetings", 1200) == "Cancel 1,200 meetings"
    assert translator("fr").count("Cancel {n} meeting", "Cancel {n} meetings", 0) == "Annuler 0 rencontre"


@pytest.mark.parametrize(
    ("language", "long", "short", "weekday"),
    [
        ("en", "February 16, 2026", "Feb 16, 2026", "Mon, Feb 16"),
        ("fr", "16 février 2026", "16 févr. 2026", "lun. 16 févr."),
        ("es", "16 de febrero de 2026", "16 feb 2026", "lun 16 de feb"),
    ],
)
def test_dates_are_written_as_the_language_has_them(language: str, long: str, short: str, weekday: str) -> None:
    t = translator(language)
    assert (t.date(DAY), t.date(DAY, "medium"), t.date(DAY, "MMMEd")) == (long, short, weekday)


def test_a_range_of_days_names_its_month_once() -> None:
    t = translator("en")
    assert t.day_range(date(2026, 2, 15), date(2026, 2, 20)) == "February 15–20, 2026"
    assert t.day_range(DAY, DAY) == "February 16, 2026"
    assert t.day_range(date(2026, 2, 28), date(2026, 3, 2)) == "February 28, 2026 – March 2, 2026"
    assert t.day_range(date(2026, 2, 1), date(2027, 2, 2)) == "February 1, 2026 – February 2, 2027"
    assert translator("es").day_range(date(2026, 2, 2), date(2026, 2, 20)) == "2–20 de febrero de 2026"
    assert translator("es").day_range(date(2020, 2, 2), date(2020, 2, 20)) == "2–20 de febrero de 2020"


def test_french_says_the_first_of_a_month_as_ordinal_and_no_other_day() -> None:
    t, first = translator("fr"), date(2027, 4, 1)
    written = [t.date(first, "full"), t.date(first), t.date(first, "medium"), t.short_day(first), t.weekday(first)]
    assert written == ["jeudi 1er avril 2027", "1er avril 2027", "1er avr. 2027", "jeu. 1er avr.", "jeudi 1er avril"]
    assert (t.day(first), t.date(first, "short"), t.day(date(2027, 4, 21))) == ("1er avril", "2027-04-01", "21 avril")
    assert t.from_to(first, date(2027, 4, 3)) == "du 1er au 3 avril 2027"
    assert t.from_to(date(2027, 3, 30), first) == "du 30 mars au 1er avril 2027"
    assert t.day_range(first, date(2027, 4, 11)) == "1er–11 avril 2027"
    assert t.day_range(first, first) == "1er avril 2027"
    assert translator("es").day(first) == "1 de abril"
    assert translator("en").day(first) == "April 1"


def test_names_sort_without_accents_and_a_spanish_enye_after_every_n() -> None:
    names = ["nz", "ñandú", "O", "Élan", "elan", "n-a", "N b"]
    english, spanish = translator("en"), translator("es")
    assert sorted(names, key=english.sort_key) == ["elan", "Élan", "n-a", "N b", "ñandú", "nz", "O"]
    assert sorted(names, key=spanish.sort_key) == ["elan", "Élan", "n-a", "N b", "nz", "ñandú", "O"]


def test_letters_that_are_no_accented_ones_sort_with_the_plain_ones() -> None:
    names = ["Vũ", "Đặng", "Łódź", "Øster", "Phạm", "Œuvre", "Dana", "Zoé", "Lund"]
    sorted_names = ["Dana", "Đặng", "Łódź", "Lund", "Œuvre", "Øster", "Phạm", "Vũ", "Zoé"]
    assert sorted(names, key=translator("fr").sort_key) == sorted_names


def test_numbers_are_written_and_read_as_the_language_has_them() -> None:
    assert [translator(language).number(1234.5) for language in i18n.LANGUAGES] == [
        "1,234.5",
        "1\u00a0234,5",
        "1,234.5",
    ]
    assert translator("fr").parse_number("1\u202f234,5") == 1234.5
    assert translator("fr").parse_number("1 234.5") == 1234.5
    assert translator("en").parse_number("1,234.5") == 1234.5
    with pytest.raises(ValueError, match="number"):
        translator("en").parse_number("12 apples")


def test_countries_currencies_and_languages_are_known_by_their_codes() -> None:
    codes = i18n.country_codes()
    assert [codes[name] for name in ("canada", "allemagne", "japón", "mx")] == ["CA", "DE", "JP", "MX"]
    assert "001" not in codes.values()
    assert i18n.country_name("MX", "fr") == "Mexique"
    assert i18n.country_name("??") == "??"
    assert (i18n.is_currency("CAD"), i18n.is_currency("cad")) == (True, False)
    assert (i18n.is_language("es"), i18n.is_language("xx")) == (True, False)


def test_north_america_prints_on_letter_paper() -> None:
    assert [i18n.uses_letter_paper(name) for name in ("Canada", "Estados Unidos", "MEXIQUE")] == [True] * 3
    assert [i18n.uses_letter_paper(name) for name in ("France", "")] == [False] * 2


def test_months_are_read_by_their_names_and_abbreviations() -> None:
    months = i18n.month_numbers()
    assert [months[name] for name in ("december", "dec", "fevr", "fevrier", "ago", "ene")] == [12, 12, 2, 2, 8, 1]


def test_lists_have_days_and_times_in_short() -> None:
    moment = datetime(2026, 2, 16, 9, 5)
    assert [translator(code).short_moment(moment) for code in ("en", "fr", "es")] == [
        "Mon, Feb 16, 09:05", "lun. 16 févr., 09:05", "lun 16 de feb, 09:05",
    ]  # fmt: skip
    assert translator("en").short_day(moment.date()) == "Mon, Feb 16"
    assert translator("en").stamp(moment) == "Feb 16, 2026 09:05"


def test_countries_are_named_in_the_three_languages() -> None:
    names = i18n.country_names()
    assert {"Germany", "Allemagne", "Alemania"} <= set(names)
    assert list(names) == sorted(set(names) - {""})


@pytest.mark.parametrize(
    ("country", "language"), [("Mexico", "es"), ("Francia", "fr"), ("Canada", ""), ("Japan", ""), ("Nowhere", "")]
)
def test_a_country_speaks_one_of_the_languages_or_none(country: str, language: str) -> None:
    assert i18n.language_of_country(country) == language


def test_months_weekdays_and_zones_have_names() -> None:
    assert i18n.translator("es").month(date(2027, 10, 1)) == "octubre"
    assert (
        i18n.translator("fr").zone_city("Europe/London"),
        i18n.translator("en").zone_city("America/Mexico_City"),
    ) == ("Londres", "Mexico City")
    assert [i18n.weekday_numbers()[word] for word in ("mon", "mardi", "miercoles", "thu")] == [0, 1, 2, 3]


def test_what_may_be_a_fraction_or_thousands_is_refused() -> None:
    assert [translator(code).parse_number("25,000") for code in ("en", "es")] == [25000.0, 25000.0]
    for code, text in (("en", "25.000"), ("es", "25.000"), ("fr", "25,000"), ("fr", "25.000")):
        with pytest.raises(ValueError, match="25"):
            translator(code).parse_number(text)
    assert translator("fr").parse_number("0,125") == 0.125


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["February 15–20, 2026", "February 16, 2026", "February 28, 2026 – March 2, 2026"]),
        ("fr", ["du 15 au 20 février 2026", "16 février 2026", "du 28 février au 2 mars 2026"]),
        ("es", ["del 15 al 20 de febrero de 2026", "16 de febrero de 2026", "del 28 de febrero al 2 de marzo de 2026"]),
    ],
)
def test_spans_of_days_in_words(language: str, expected: list[str]) -> None:
    spans = ((15, 2, 20), (16, 2, 16), (28, 3, 2))
    found = [
        translator(language).from_to(date(2026, 2, first), date(2026, month, last)) for first, month, last in spans
    ]
    assert found == expected


def test_compiled_texts_are_kept_until_the_translations_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    source = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "missionplanner.po"
    source.parent.mkdir(parents=True)
    monkeypatch.setattr(i18n, "resources", lambda: tmp_path)
    monkeypatch.setattr(i18n, "cache_folder", lambda: tmp_path / "cache")
    compiled = i18n._compiled
    monkeypatch.setattr(i18n, "_compiled", lambda *given: read.append(given[1]) or compiled(*given))

    def shown(french: str) -> str:
        source.write_text(f'msgid "table"\nmsgstr "{french}"\n', encoding="utf-8")
        return i18n._catalogue.__wrapped__("fr").gettext("table")

    assert [shown("table 1"), shown("table 1"), shown("table 2")] == ["table 1", "table 1", "table 2"]
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(b"?")
    assert (shown("table 2"), read) == ("table 2", ["fr"] * 3)
    assert [shown(f"table {number}") for number in range(3, 8)] == [f"table {number}" for number in range(3, 8)]
    assert len(list((tmp_path / "cache").iterdir())) == 4


def test_texts_that_cannot_be_kept_are_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(i18n, "cache_folder", lambda: tmp_path / "file" / "cache")
    assert i18n._catalogue.__wrapped__("fr").gettext("Companies") == "Entreprises"


def test_texts_given_to_a_translator_made_on_the_spot_are_in_the_catalogue() -> None:
    """Extraction finds `t("…")` and not `translator(language)("…")`, which stays English without a word."""
    catalogue = i18n._catalogue("fr")._catalog  # type: ignore[attr-defined]
    folder = Path(i18n.__file__).parent
    texts = [
        text for path in folder.rglob("*.py") for text in re.findall(r"\)\(\"([^\"]+)\"\)", path.read_text("utf-8"))
    ]
    assert texts
    assert [text for text in texts if text not in catalogue] == []
