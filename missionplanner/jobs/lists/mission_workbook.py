"""The workbook of a mission: its lists, its timetable as grids, and its figures, for people to read, edit and print."""

from collections.abc import Iterator

from missionplanner.domain.applications import STATUS_LABELS, Status
from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.requests import PRIORITY_LABELS
from missionplanner.domain.snapshot import Snapshot
from missionplanner.exchange import books, counts
from missionplanner.exchange.books import BookColumn, BookSheet, Cell, SheetBook
from missionplanner.i18n import current, uses_letter_paper
from missionplanner.jobs.lists import record_sheets, timetable_sheets
from missionplanner.jobs.lists.record_columns import SheetFacts
from missionplanner.jobs.timetable import planning

_REASON_WIDTH = 80


def content(snapshot: Snapshot, sensitive: bool = False) -> bytes:
    """Return the workbook of everything in the language of the screen.

    sensitive: also the columns of people, and agreements under embargo with what they are really worth, which leave the
    program only where somebody chose so.
    """
    t = current()
    facts = SheetFacts(snapshot, t)
    sheets = [
        *(record_sheets.whole(facts, kind, sensitive) for kind in _kinds(facts, sensitive)),
        _unplaced(facts),
        *(_counts(facts, side) for side in Side),
        *timetable_sheets.grids(facts),
        *timetable_sheets.venues(facts),
    ]
    mission = snapshot.mission
    return books.content(SheetBook(sheets, mission.called(t.language), uses_letter_paper(mission.home_country)))


def _kinds(facts: SheetFacts, sensitive: bool) -> list[str]:
    """Return the kinds of records that have a sheet; some have one only where there are any."""
    any_only = record_sheets.WHERE_ANY
    return [one for one in record_sheets.NAMES if one not in any_only or record_sheets.leaving(facts, one, sensitive)]


def _unplaced(facts: SheetFacts) -> BookSheet:
    """Return the requests without a meeting, each with the reason."""
    t = facts.t
    rows: list[list[Cell]] = [
        [*map(facts.company, one.request.pair), t(PRIORITY_LABELS[one.request.priority]), one.reason]
        for one in planning.unplaced(facts.snapshot)
    ]
    heads = (*(t(label) for label in SIDE_LABELS.values()), t("Priority"))
    columns = [*map(BookColumn, heads), BookColumn(t("Reason"), width=_REASON_WIDTH)]
    return BookSheet(t("Requests not placed"), columns, rows)


def _counts(facts: SheetFacts, side: Side) -> BookSheet:
    """Return how many companies of a side are in each sector, stop and status; in all stops each counts once."""
    t, snapshot = facts.t, facts.snapshot
    sectors = [one.name(t.language) for one in snapshot.sectors if one.parent_id is None]
    stops = [t("All stops"), *(stop.name(t.language) for stop in snapshot.stops)]
    # Several statuses of counterparts have the same words.
    statuses = list(dict.fromkeys(t(STATUS_LABELS[side][status]) for status in Status))
    lines = counts.crossed(_counted(facts, side), ([t("All sectors"), *sectors, t("No sector")], stops, statuses))
    rows: list[list[Cell]] = [[sector, stop, *numbers, sum(numbers)] for sector, stop, numbers in lines]
    heads = (t("Sector"), t("Stop"), *statuses, t("Total"))
    name, of_side = t("Counts"), t(SIDE_LABELS[side])
    return BookSheet(f"{name} – {of_side}", [BookColumn(head) for head in heads], rows)


def _counted(facts: SheetFacts, side: Side) -> Iterator[tuple[str, str, str]]:
    """Yield sector, stop and status of each company of a side, once more for the sums."""
    snapshot, t = facts.snapshot, facts.t
    for company in snapshot.companies:
        if company.side is side and company.id in snapshot.application:
            key, status = snapshot.sector_of(company.id), snapshot.application[company.id].status
            sector = snapshot.sector[key].name(t.language) if key else t("No sector")
            stops = (snapshot.stop[one].name(t.language) for one in snapshot.stops_for(company.id))
            for stop in (t("All stops"), *stops):
                yield t("All sectors"), stop, t(STATUS_LABELS[side][status])
                yield sector, stop, t(STATUS_LABELS[side][status])
