"""Taking lists out: a workbook of everything, one list as csv, a company's calendar."""

from collections.abc import Iterable
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.exchange import calendar, tables
from missionplanner.i18n import _, current
from missionplanner.jobs import lists
from missionplanner.jobs.job import Job
from missionplanner.progress import Progress

EXPORTED = ("companies", "delegates", "requests", "meetings", "events", "unplaced")


def export(target: Path, table: str = "companies", company: str = "") -> Job[Snapshot, Path]:
    """The job that writes the file its ending asks for: .xlsx, .csv (one list) or .ics (one company)."""
    makers = {".xlsx": _workbook, ".csv": _csv, ".ics": _calendar}
    make = makers.get(target.suffix.lower())
    if make is None:
        raise UserError(
            _("A file ending in “{ending}” cannot be made.").format(ending=target.suffix),
            _("Choose a name that ends in .xlsx, .csv or .ics."),
        )

    def work(snapshot: Snapshot, progress: Progress) -> Path:
        progress.report(0.1, _("Exporting"))
        make(snapshot, target, table, company)
        progress.report(1.0)
        return target

    return Job(_("Exporting {name}").format(name=target.name), lambda store: store.snapshot(), work)


def find_company(companies: Iterable[Company], name: str) -> Company:
    """The one company of that name; raises UserError when there is none or several."""
    from missionplanner.matching.names import NameIndex  # slow import

    known = {company.id: company for company in companies}
    index = NameIndex({key: (company.name, company.operating_name) for key, company in known.items()})
    found = index.same(name)
    if len(found) == 1:
        return known[found[0]]
    if found:
        names = "; ".join(known[key].name for key in found[:5])
        raise UserError(_("“{name}” can be several companies.").format(name=name), names)
    like = index.like(name)
    hint = (
        _("Is it “{other}”?").format(other=known[like[0]].name) if like else _("Write the name as it is in the list.")
    )
    raise UserError(_("No company is called “{name}”.").format(name=name), hint)


def as_csv(rows: list[lists.Row]) -> str:
    """Rows of a list as csv text in which no cell is a formula."""
    headings, plain = _plain(rows, "")
    return tables.csv_text(headings, plain) if rows else ""


def _sheet(snapshot: Snapshot, name: str) -> tuple[list[str], list[list[tables.Cell]]]:
    everyone = {company.id for company in snapshot.companies}
    return _plain(lists.rows(snapshot, name, everyone), name)


def _plain(found: list[lists.Row], name: str) -> tuple[list[str], list[list[tables.Cell]]]:
    if not found:
        return [name], []
    plain: list[list[tables.Cell]] = [
        [value if isinstance(value, int) and not isinstance(value, bool) else lists.flat({"": value})[""]
         for value in row.values()]
        for row in found
    ]  # fmt: skip
    return list(found[0]), plain


def _workbook(snapshot: Snapshot, target: Path, _table: str, _company: str) -> None:
    tables.write_workbook(target, {name.capitalize(): _sheet(snapshot, name) for name in EXPORTED})


def _csv(snapshot: Snapshot, target: Path, table: str, _company: str) -> None:
    headings, rows = _sheet(snapshot, table)
    tables.write_csv(target, headings, rows)


def _calendar(snapshot: Snapshot, target: Path, _table: str, company: str) -> None:
    if not company:
        raise UserError(_("A calendar is of one company."), _("Say which with --company NAME."))
    found = find_company(snapshot.companies, company)
    entries = sorted(_entries(snapshot, found), key=lambda entry: (entry.starts, entry.uid))
    tables.replace_file(target, calendar.calendar(f"{snapshot.mission.name} – {found.name}", entries))


def _entries(snapshot: Snapshot, company: Company) -> Iterable[calendar.Entry]:
    language = current().language
    for event in snapshot.events:
        if snapshot.attends(company.id, event):
            zone = snapshot.stop[event.stop_id].time_zone
            venue = snapshot.venue.get(event.venue_id or 0)
            place = event.place or (f"{venue.name}, {venue.address}" if venue else "")
            starts, ends = in_zone(event.starts, zone), in_zone(event.ends, zone)
            yield calendar.Entry(event.uid, event.name(language), starts, ends, place, event.notes)
    for meeting in snapshot.meetings_of.get(company.id, []):
        slot = snapshot.slot[meeting.slot_id]
        zone = snapshot.stop_of_slot[slot.id].time_zone
        venue = snapshot.venue_of_slot[slot.id]
        other = meeting.counterpart_id if company.id == meeting.delegation_id else meeting.delegation_id
        place = _("{venue}, table {number}, {address}").format(
            venue=venue.name, number=snapshot.table[meeting.table_id].number, address=venue.address
        )
        people = "\n".join(person.formal_name for person in snapshot.delegates_of.get(other, []))
        yield calendar.Entry(
            meeting.uid,
            snapshot.company[other].name,
            in_zone(slot.starts, zone),
            in_zone(slot.ends, zone),
            place,
            people,
        )
