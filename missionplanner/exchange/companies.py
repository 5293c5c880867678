"""Rows of a registration file to drafts of companies, with an Issue for every cell that is not as it should be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from missionplanner.domain.changes import Draft
from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import Mission, Sector, Stop
from missionplanner.domain.spelling import words
from missionplanner.exchange import choices, places, values
from missionplanner.exchange.choices import Choices
from missionplanner.exchange.columns import COURTESY, Column, Table
from missionplanner.exchange.fields import BY_NAME, normal_heading
from missionplanner.exchange.files import Row
from missionplanner.i18n import _

_PLAIN = ("operating_name", "registration_number", "address", "postal_code", "description", "objectives")
_PERSON = ("title", "given_name", "family_name", "second_family_name", "position", "dietary", "access_needs",
           "badge_name", "emergency_contact")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What the mission lends to the reading of a file."""

    side: Side
    country: str
    sectors: Choices
    stops: Choices
    day_first: bool = True


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What became of a row: a draft, or None when it is rejected; its issues say why."""

    row: Row
    draft: Draft | None
    issues: tuple[Issue, ...]

    @property
    def number(self) -> int:
        """The row's number in the source."""
        return self.row.number


@dataclass(slots=True)
class _Reader:
    """Reads one row; collects issues."""

    row: Row
    columns: tuple[Column, ...]
    context: Context
    issues: list[Issue] = field(default_factory=list)

    def cells(self, name: str, number: int = 1) -> list[tuple[Column, str]]:
        """Columns and non-empty cells of a field."""
        found = [c for c in self.columns if c.field == name and c.number == number and c.index < len(self.row.cells)]
        return [(column, self.row.cells[column.index]) for column in found if self.row.cells[column.index].strip()]

    def first(self, name: str, number: int = 1) -> tuple[Column | None, str]:
        """The first filled cell of a field."""
        return next(iter(self.cells(name, number)), (None, ""))

    def say(
        self, code: str, text: str, column: Column | None, value: str, severity: Severity = Severity.WARNING
    ) -> None:
        """Note an issue of this row."""
        heading = column.heading.strip() if column else ""
        self.issues.append(Issue(code, text, severity, self.row.number, heading, value.strip()))


def context(mission: Mission, side: Side, sectors: list[Sector], stops: list[Stop]) -> Context:
    """The reading context of one side of a mission."""
    country = mission.home_country if side is Side.DELEGATION else mission.host_country
    return Context(side, country, choices.of_sectors(sectors), choices.of_stops(stops))


def read(table: Table, context: Context) -> list[ReadRow]:
    """Every row of the table as a draft or a rejection, in the order of the source."""
    context = _with_date_order(table, context)
    found: list[ReadRow] = []
    for row in table.rows:
        whole = _continued(row, found, table.columns) if table.workbook else row
        found.append(_read_row(whole, table.columns, context))
    return found


def marked(table: Table, context: Context) -> Table:
    """The table with columns that are headed with just the name of a sector or stop taken as boxes to tick."""
    return replace(table, columns=tuple(_marked(column, context) for column in table.columns))


def _marked(column: Column, context: Context) -> Column:
    """A column headed with just the name of a sector or stop is to be ticked."""
    heading = words(column.heading)
    for field_name, known in (("sectors", context.sectors), ("stops", context.stops)):
        if column.field in ("", "city") and heading in known.spellings:
            return Column(column.index, column.heading, field_name, 1, column.heading)
    return column


def _continued(row: Row, before: list[ReadRow], columns: tuple[Column, ...]) -> Row:
    """A row that only names a person, below a company's row (a merged cell), gets that company's name."""
    name = next((c.index for c in columns if c.field == "name"), -1)
    if not before or before[-1].draft is None or name < 0 or name >= len(row.cells) or row.cells[name].strip():
        return row
    filled = {c.field for c in columns if c.field and c.index < len(row.cells) and row.cells[c.index].strip()}
    people = filled & {"given_name", "family_name", "full_name"}
    if not people or any(not BY_NAME[field_name].person for field_name in filled):
        return row
    cells = list(row.cells)
    cells[name] = before[-1].draft.name
    return Row(row.number, tuple(cells))


def _with_date_order(table: Table, context: Context) -> Context:
    column = next((c for c in table.columns if c.field == "received"), None)
    if column is None:
        return context
    cells = [row.cells[column.index] for row in table.rows if column.index < len(row.cells)]
    english = normal_heading(column.heading).split()[:1] not in (
        ["date"],
        ["fecha"],
        ["hora"],
        ["heure"],
        ["horodateur"],
    )
    order = values.day_comes_first(cells, otherwise=not english)
    return Context(context.side, context.country, context.sectors, context.stops, order)


def _read_row(row: Row, columns: tuple[Column, ...], context: Context) -> ReadRow:
    reader = _Reader(row, columns, context)
    column, cell = reader.first("name")
    name = values.text(cell).replace("\n", " ")
    if not name:
        column = column or next((c for c in columns if c.field == "name"), None)
        reader.say("no_name", _("The row has no company name."), column, cell, Severity.ERROR)
        return ReadRow(row, None, tuple(reader.issues))
    company = {"name": name, **_plain_fields(reader), **_place(reader), **_numbers(reader)}
    country = places.country_code(str(company.get("country", context.country)))
    company |= _contact_of_company(reader, country)
    received_column, received = reader.first("received")
    moment = values.moment(received, context.day_first) if received_column else None
    draft = Draft(
        company=company,
        sectors=_sectors(reader),
        stops=_chosen(reader, "stops", context.stops, "unknown_stop", _("“{value}” is no stop of the mission.")),
        offers=_list(reader, "offers"),
        seeks=_list(reader, "seeks"),
        delegates=_delegates(reader, country),
        received=moment,
    )
    return ReadRow(row, draft, tuple(reader.issues))


def _plain_fields(reader: _Reader) -> dict[str, Any]:
    found = {name: values.text(reader.first(name)[1]) for name in _PLAIN}
    notes = [values.text(cell) for name in ("notes", "wishes") for _column, cell in reader.cells(name)]
    found["notes"] = "\n".join(note for note in notes if note)
    return {name: value for name, value in found.items() if value}


def _place(reader: _Reader) -> dict[str, str]:
    city = places.city(values.text(reader.first("city")[1]))
    typed = values.text(reader.first("country")[1])
    country = places.country(typed) if typed else ""
    region_text = values.text(reader.first("region")[1])
    region, region_country = places.region(region_text, country or reader.context.country)
    if not country and region_text and region == region_text:
        region, region_country = places.region(region_text, "")
    found = {"city": city, "region": region, "country": country or region_country}
    if not found["country"]:
        found["country"] = reader.context.country
    return {name: value for name, value in found.items() if value}


def _numbers(reader: _Reader) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("employees", "year_founded"):
        column, cell = reader.first(name)
        if column and values.text(cell):
            number = values.integer(cell)
            if number is None or (name == "year_founded" and not 1500 < number < 2100):
                reader.say("not_a_number", _("“{value}” is no number.").format(value=cell.strip()), column, cell)
            else:
                found[name] = number
    column, cell = reader.first("consent")
    if column and (answer := values.yes_or_no(cell)) is not None:
        found["consent"] = answer
    return found


def _contact_of_company(reader: _Reader, country: str) -> dict[str, str]:
    found: dict[str, str] = {}
    column, cell = reader.first("website")
    if column and values.text(cell):
        address = values.website(cell)
        if address is None:
            reader.say("bad_website", _("“{value}” is no web address.").format(value=cell.strip()), column, cell)
        found["website"] = address or values.text(cell)
    column, cell = reader.first("phone_company")
    if column and values.text(cell):
        found["phone"] = _phone(reader, column, cell, country)
    return found


def _sectors(reader: _Reader) -> tuple[int, ...]:
    text = _("“{value}” is no sector of the mission.")
    found = _chosen(reader, "sectors", reader.context.sectors, "unknown_sector", text)
    more = _chosen(reader, "subsectors", reader.context.sectors, "unknown_sector", text)
    return tuple(dict.fromkeys(found + more))


def _chosen(reader: _Reader, name: str, known: Choices, code: str, text: str) -> tuple[int, ...]:
    keys: list[int] = []
    for column, cell in reader.cells(name):
        if column.option:
            cell = column.option if values.yes_or_no(cell) else ""
        found, unknown = known.find(values.text(cell))
        keys += found
        for value in unknown:
            reader.say(code, text.format(value=value), column, value)
    return tuple(dict.fromkeys(keys))


def _list(reader: _Reader, name: str) -> tuple[str, ...]:
    parts = [part for _column, cell in reader.cells(name) for part in values.split(values.text(cell))]
    return tuple(dict.fromkeys(part for part in parts if not values.is_nothing(part)))


def _delegates(reader: _Reader, country: str) -> tuple[Mapping[str, str], ...]:
    numbers = sorted(
        {c.number for c in reader.columns if c.field in ("given_name", "family_name", "full_name", "email")}
    )
    people = [_delegate(reader, number, country) for number in numbers]
    return tuple(person for person in people if person)


def _delegate(reader: _Reader, number: int, country: str) -> dict[str, str]:
    person = {name: values.text(reader.first(name, number)[1]).replace("\n", " ") for name in _PERSON}
    if not (person["given_name"] or person["family_name"]):
        person |= {name: text for name, text in _full_name(reader, number).items() if text}
    person["languages"] = _spoken(reader, number)
    person["email"] = _email(reader, number, bool(person["given_name"] or person["family_name"]))
    for name in ("phone", "mobile"):
        column, cell = reader.first(name, number)
        person[name] = _phone(reader, column, cell, country) if column and values.text(cell) else ""
    found = {name: value for name, value in person.items() if value}
    if found.keys() == {"given_name"} and values.yes_or_no(found["given_name"]) is False:
        return {}  # "Second delegate: no"
    named = found.keys() & {"given_name", "family_name", "email"}
    return found if named else {}


def _full_name(reader: _Reader, number: int) -> dict[str, str]:
    """A name in one cell: "Côté, Amélie", "Dr. Wei Zhang", "Jan van der Berg"; in Mexico two family names."""
    whole = values.text(reader.first("full_name", number)[1]).replace("\n", " ")
    found: dict[str, str] = {}
    if "," in whole:
        before, after = (part.strip() for part in whole.split(",", 1))
        if not _POST.search(normal_heading(after)):
            return {"given_name": after, "family_name": before}
        whole, found = before, {"position": after}
    names = whole.split()
    if len(names) > 1 and normal_heading(names[0]) in COURTESY:
        found["title"] = names.pop(0)
    families = 2 if places.country_code(reader.context.country) == "MX" and len(names) > 2 else 1
    start = max(len(names) - families, 1)
    while start > 1 and names[start - 1].casefold() in _PARTICLES:
        start -= 1
    if len(names) < 2:
        return {**found, "given_name": whole}
    rest = names[start:]
    second = rest.pop() if families == 2 and len(rest) > 1 else ""
    return {**found, "given_name": " ".join(names[:start]), "family_name": " ".join(rest), "second_family_name": second}


_POST = re.compile(
    r"\b(ceo|cfo|coo|cto|vp|president|director|directeur|directrice|manager|gerente|owner|founder|partner)"
)
_PARTICLES = {"van", "von", "der", "den", "de", "del", "la", "las", "los", "di", "da", "du", "le", "dos", "el"}


def _spoken(reader: _Reader, number: int) -> str:
    codes = [values.languages(cell) for _column, cell in reader.cells("languages", number)]
    if values.yes_or_no(reader.first("speaks_english", number)[1]):
        codes.append("en")
    if reader.cells("speaks_english", number) and places.country_code(reader.context.country) == "MX":
        codes.insert(0, "es")
    return ",".join(dict.fromkeys(code for part in codes for code in part.split(",") if code))


def _email(reader: _Reader, number: int, somebody: bool) -> str:
    """The address; a missing or bad one is told, and what was typed is kept unless it says nothing."""
    column = next((c for c in reader.columns if c.field == "email" and c.number == number), None)
    if column is None:
        return ""
    cell = reader.row.cells[column.index] if column.index < len(reader.row.cells) else ""
    address = values.email(cell)
    if address is not None:
        return address
    if somebody or cell.strip():
        text = _("“{value}” is no e-mail address.") if cell.strip() else _("The e-mail address is missing.")
        reader.say("bad_email", text.format(value=cell.strip()), column, cell)
    return values.text(cell)


def _phone(reader: _Reader, column: Column, cell: str, country: str) -> str:
    number = values.phone(values.text(cell), country)
    if number is None:
        reader.say("bad_phone", _("“{value}” is no telephone number.").format(value=cell.strip()), column, cell)
        return values.text(cell)
    return number


def not_imported(table: Table) -> list[str]:
    """The headings of columns that hold something but are not imported."""
    return [
        column.heading.strip()
        for column in table.columns
        if not column.field
        and any(column.index < len(row.cells) and row.cells[column.index].strip() for row in table.rows)
    ]
