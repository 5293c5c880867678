"""The filter above the companies: what it asks for, what its chips offer, and its words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, CompanySector, CompanyStop
from missionplanner.domain.mission import Sector, Stop
from missionplanner.gui.companies.filter_bar import FilterBar
from missionplanner.gui.widgets import chips
from missionplanner.jobs.companies import cells
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.conditions import HAS, CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of, meet


@pytest.fixture
def bar(qtbot: QtBot, store: Store) -> FilterBar:
    d1, d2 = key_of(store, "D1"), key_of(store, "D2")
    with store.change(message("Prepare")) as change:
        (sector,) = store.all(Sector)
        sub = change.insert(Sector(code="AM1", name_en="Robots", parent_id=sector.id))
        change.insert(CompanySector(company_id=d1, sector_id=sub))
        change.insert(CompanyStop(company_id=d1, stop_id=store.all(Stop)[0].id))
        company = store.get(Company, d1)
        change.update(replace(company, city="Laval", region="Quebec", employees=12, consent=True))
    cells.edit(store, [cells.Edit(d2, "reviewer", "Ana")], message("Edit"))
    found = FilterBar(store)
    qtbot.addWidget(found)
    found.fill()
    return found


def options(bar: FilterBar, name: str) -> list[tuple[str | int, str, int | None]]:
    return [(one.value, one.label, one.number) for one in bar.chips[name].options()]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("side", [("delegation", "Delegation", 3), ("counterpart", "Counterparts", 3)]),
        ("sectors", [("AM", "Advanced manufacturing", 1), ("AM1", "    Robots", 1)]),
        ("stops", [(1, "Mexico City", 6)]),
        ("regions", [("Quebec", "Quebec", 1)]),
        ("languages", [("en", "English", 0), ("fr", "Français", 0), ("es", "Español", 0)]),
        ("reviewers", [("Ana", "Ana", 1)]),
        (
            "since",
            [
                (1, "Since yesterday", 6),
                (7, "In the last 7 days", 6),
                (30, "In the last 30 days", 6),
                (90, "In the last 90 days", 6),
            ],
        ),
        ("incomplete", [("incomplete", "Something is missing", 6)]),
    ],
)
def test_chips_offer_values_with_the_number_of_companies(
    bar: FilterBar, name: str, expected: list[tuple[str | int, str, int]]
) -> None:
    assert options(bar, name) == expected


def test_statuses_and_sizes_are_offered_whether_they_occur_or_not(bar: FilterBar) -> None:
    assert [(value, number) for value, _label, number in options(bar, "statuses") if number] == [("accepted", 6)]
    assert len(options(bar, "statuses")) == len(Status)
    assert [(label, number) for _value, label, number in options(bar, "sizes") if number] == [
        ("10-49 employees", 1),
        ("Not said", 5),
    ]


def test_what_companies_have_and_lack_is_counted(bar: FilterBar) -> None:
    having = {value: number for value, _label, number in options(bar, "has")}
    lacking = {value: number for value, _label, number in options(bar, "lacks")}
    assert set(having) == set(lacking) == set(HAS)
    assert (having["delegate"], having["consent"], having["logo"]) == (6, 1, 0)
    assert (lacking["delegate"], lacking["consent"], lacking["logo"]) == (0, 5, 6)


def test_a_chosen_value_that_no_longer_occurs_stays_to_be_unticked(bar: FilterBar) -> None:
    bar.chips["regions"].choose(["Ontario"])
    assert options(bar, "regions") == [("Quebec", "Quebec", 1), ("Ontario", "Ontario", 0)]


def test_other_chips_narrow_what_is_offered(bar: FilterBar) -> None:
    bar.chips["side"].choose(["counterpart"])
    assert options(bar, "regions") == []
    assert options(bar, "stops") == [(1, "Mexico City", 3)]
    assert options(bar, "side") == [("delegation", "Delegation", 3), ("counterpart", "Counterparts", 3)]


def test_what_has_to_hold_at_once_is_counted_so(bar: FilterBar) -> None:
    bar.chips["has"].choose(["delegate", "logo"], every=True)
    assert {number for _value, _label, number in options(bar, "has")} == {0}


def test_the_filter_is_what_is_chosen(bar: FilterBar) -> None:
    bar.text.setText("laval")
    bar.chips["side"].choose(["delegation"])
    bar.chips["has"].choose(["delegate", "consent"], every=True)
    bar.chips["sectors"].choose(["AM"], every=True)
    bar.chips["incomplete"].choose(["incomplete"])
    bar.chips["since"].choose([7])
    week_ago = (date.today() - timedelta(days=7)).isoformat()  # noqa: DTZ011
    assert bar.filter() == CompanyFilter(
        text="laval", side="delegation", has=("delegate", "consent"), sectors=("AM",), incomplete=True,
        since=week_ago, every=("has",),
    )  # fmt: skip


@pytest.mark.parametrize(
    "wanted",
    [
        CompanyFilter(),
        CompanyFilter(side="counterpart", text="x", regions=("Quebec",)),
        CompanyFilter(has=("delegate", "logo"), lacks=("consent",), every=("has",), incomplete=True),
        CompanyFilter(since=(date.today() - timedelta(days=30)).isoformat()),  # noqa: DTZ011
    ],
)
def test_a_filter_is_shown_and_read_back(bar: FilterBar, qtbot: QtBot, wanted: CompanyFilter) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.show_filter(wanted)
    assert bar.filter() == wanted


def test_chips_are_shown_while_they_ask_for_something(bar: FilterBar, qtbot: QtBot) -> None:
    bar.show()
    assert not bar.chips["regions"].isVisible()
    bar.show_filter(CompanyFilter(regions=("Quebec",)))
    assert bar.chips["regions"].isVisible()
    qtbot.keyClick(bar.chips["regions"], Qt.Key.Key_Delete)
    assert not bar.chips["regions"].isVisible()
    qtbot.keyClick(bar.chips["side"], Qt.Key.Key_Delete)
    assert bar.chips["side"].isVisible()


def test_more_filters_are_added(bar: FilterBar, qtbot: QtBot) -> None:
    bar.show()
    action = next(one for one in bar.more.menu().actions() if one.text() == "Province or state")
    action.trigger()
    assert bar.chips["regions"].isVisible()
    qtbot.waitUntil(lambda: any(type(child).__name__ == "_Popup" for child in bar.chips["regions"].children()))


def test_several_changes_at_once_list_the_companies_once(bar: FilterBar, qtbot: QtBot) -> None:
    changes: list[int] = []
    bar.changed.connect(lambda: changes.append(1))
    bar.text.setText("laval")
    bar.chips["side"].tick("counterpart", True)
    qtbot.wait(5)
    assert changes == [1]


def test_show_all_takes_every_condition_away(bar: FilterBar) -> None:
    bar.text.setText("laval")
    bar.chips["regions"].choose(["Quebec"])
    bar.clear.click()
    assert bar.filter() == CompanyFilter()


def test_the_words_of_a_filter(bar: FilterBar) -> None:
    assert bar.words() == "All companies"
    bar.text.setText(" laval ")
    bar.chips["has"].choose(["delegate", "logo"], every=True)
    assert bar.words() == "“laval”  ·  Has: a delegate + a logo"


def test_sectors_that_were_added_are_offered(bar: FilterBar, store: Store) -> None:
    with store.change(message("Add")) as change:
        change.insert(Sector(code="SP", name_en="Space"))
    bar.fill()
    assert options(bar, "sectors")[2:] == [("SP", "Space", 0)]


def test_statuses_are_offered_in_the_words_of_the_side_asked_for(bar: FilterBar, store: Store, qtbot: QtBot) -> None:
    decisions.set_status(store, [key_of(store, "C1")], Status.CONFIRMED)
    bar.show_filter(CompanyFilter(statuses=("confirmed",)))
    assert bar.chips["statuses"].text() == "Status: Confirmed / Comes"
    with qtbot.waitSignal(bar.changed):
        bar.chips["side"].tick("counterpart", True)
    assert bar.chips["statuses"].text() == "Status: Comes"
    assert options(bar, "statuses")[:5] == [
        ("applied", "On the long list", 0),
        ("information_requested", "Contacted", 0),
        ("under_review", "Interested", 0),
        ("accepted", "Comes", 3),
        ("reserve", "Reserve", 0),
    ]
    assert store.companies.ids(bar.filter()) == [key_of(store, name) for name in ("C1", "C2", "C3")]
    assert bar.words() == "Side: Counterparts  ·  Status: Comes"


def test_who_is_free_is_typed_in_a_line_under_more_filters(
    bar: FilterBar, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet(store, "D1", "C1", 0, 0)
    answers: list[dict[str, str] | None] = [{"text": " mon 9:00 "}, None, {"text": "23"}, {"text": ""}]
    monkeypatch.setattr(chips, "ask", lambda *_words: answers.pop(0))
    seen = []
    for _time in range(4):
        bar.chips["free"].open()
        wanted = bar.filter()
        seen.append((wanted.free, sum(store.companies.counts(bar.listed()).values()), bar.free_words()))
    here = "Free: Mexico City, Mon, Feb 16, 09:00–09:20"
    assert seen == [
        ("mon 9:00", 4, here), ("mon 9:00", 4, here), ("23", 0, "No time of meetings fits this."), ("", 6, ""),
    ]  # fmt: skip


def test_the_other_chips_count_those_who_are_free(bar: FilterBar, store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    bar.show_filter(CompanyFilter(free="9"))
    assert not bar.chips["free"].isHidden()
    assert options(bar, "side") == [("delegation", "Delegation", 2), ("counterpart", "Counterparts", 2)]
    assert options(bar, "stops") == [(1, "Mexico City", 4)]
    assert bar.words() == "Free at: 9"
    assert bar.filter() == CompanyFilter(free="9")
