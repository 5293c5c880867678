"""The page of charts shows one group at a time, with its numbers in a table beside the chart."""

from missionplanner.gui.relationships.charts_page import ChartsPage
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.jobs.relationships.counting import ChartGroup
from missionplanner.jobs.relationships.lines import RelationshipFilter


def charts(screen: RelationshipsScreen) -> ChartsPage:
    screen.views.setCurrentWidget(screen.charts)
    return screen.charts


def rows(page: ChartsPage) -> list[list[str]]:
    columns = range(page.table.rows.columnCount())
    return [[page.table.rows.text(row, column) for column in columns] for row in range(page.table.rows.rowCount())]


def test_stages_over_time_come_first_and_end_today(screen: RelationshipsScreen) -> None:
    page = charts(screen)
    assert page.group.value is ChartGroup.TIME
    assert rows(page)[-1][1:] == ["", "1", "", "", "2", "", "", "", "", "3"]
    assert page.table.rows.columns[0].heading == "Day"
    assert "Meeting held 1, Negotiation 2" in page.chart.accessibleDescription()


def test_another_group_has_its_own_heading_and_follows_the_filter(screen: RelationshipsScreen) -> None:
    page = charts(screen)
    page.group.choose(ChartGroup.INTENT)
    assert (page.table.rows.columns[0].heading, rows(page)) == (
        "Intent", [["Not said", "", "1", "", "", "2", "", "", "", "", "3"]],
    )  # fmt: skip
    screen.filter_bar.show_filter(RelationshipFilter(stages=("held",)))
    screen._list()
    assert rows(page) == [["Not said", "", "1", "", "", "", "", "", "", "", "1"]]


def test_the_numbers_are_printed_as_a_list(screen: RelationshipsScreen) -> None:
    page = charts(screen)
    page.group.choose(ChartGroup.SECTOR)
    shown = screen.shown_list()
    assert (shown.title, shown.headings[0], len(shown.rows)) == ("Relationships – By sector", "Sector", 1)


def test_nothing_is_counted_before_there_is_a_register(screen: RelationshipsScreen) -> None:
    page = ChartsPage()
    page.group.choose(ChartGroup.CITY)
    assert rows(page) == []
    page.deleteLater()
