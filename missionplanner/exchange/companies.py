"""Rows of a registration file to drafts of companies, with an Issue for every cell that is not as it should be."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from missionplanner.domain.changes import SourceEntry
from missionplanner.domain.companies import Partner, Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import Mission, Sector, Stop
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.packed_entries import Entry, opened, packed
from missionplanner.domain.people import OrganisationKind
from missionplanner.exchange import (
    answers,
    choices,
    dates,
    exposure_cells,
    offices,
    own_columns,
    people,
    places,
    ragged,
    values,
)
from missionplanner.exchange.choices import NamedChoices
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.fields import language_of, normal_heading
from missionplanner.exchange.reader import ColumnLayout, Context, Reader
from missionplanner.exchange.source_rows import MANY, Row, those
from missionplanner.exchange.within_bounds import within_bounds
from missionplanner.i18n import N_, _

_PLAIN = ("operating_name", "registration_number", "address", "postal_code", "description", "description_en",
          "description_fr", "description_es", "objectives", "intents", "zone", "directions")  # fmt: skip
_LISTED = ("offers_en", "offers_fr", "offers_es", "seeks_en", "seeks_fr", "seeks_es")
_DECLARATIONS = ("declares_origin", "declares_export_controls", "declares_integrity")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that was read: its entry, or None when it is rejected; the issues give the reasons."""

    number: int
    """The row's number in the source."""
    entry: Entry | None
    """The entry, packed where the file has many rows."""
    issues: tuple[Issue, ...]

    @property
    def draft(self) -> SourceEntry | None:
        """The entry, None when the row is rejected."""
        return None if self.entry is None else opened(self.entry)


def context(
    mission: Mission, side: Side, sectors: list[Sector], stops: list[Stop], kinds: Iterable[OrganisationKind] = ()
) -> Context:
    """The reading context of one side of a mission."""
    country = mission.home_country if side is Side.DELEGATION else mission.host_country
    return Context(side, country, choices.of_sectors(sectors), choices.of_stops(stops), choices.of_titled(kinds))


def read(table: SourceTable, context: Context, findings: Iterable[Issue] = ()) -> list[ReadRow]:
    """Every row of the table as a draft or a rejection, in the order of the source.

    findings: what was noticed of rows while the file was read; a row with an error among them is rejected.
    """
    language = language_of(column.heading for column in table.columns)
    context = replace(_with_date_orders(table, replace(context, own=table.own)), language=language)
    layout = ColumnLayout(table.columns)
    noticed: dict[int, list[Issue]] = defaultdict(list)
    for issue in (*findings, *ragged.find(table)):
        noticed[issue.row].append(issue)
    found: list[ReadRow] = []
    for row in table.rows:
        # Only workbooks have merged cells; in a csv an empty name is a missing one.
        whole = _continued(row, found, table.columns) if table.workbook else row
        language = table.languages.get(row.number, "")
        of_row = replace(context, language=language, is_language_chosen=True) if language else context
        one = _read_row(Reader(whole, layout, of_row, noticed.get(row.number, [])))
        found.append(_packed(one) if len(table.rows) >= MANY else one)
    return _said_once(found)


def _packed(row: ReadRow) -> ReadRow:
    """Return a row of a long file as it is kept: to unpack it again takes a tenth of the time of reading."""
    return row if row.draft is None else replace(row, entry=packed(row.draft))


_ONCE = frozenset({"unclear_answer", "unclear_language", "unknown_sector", "unknown_stop", "unknown_kind"})
"""Codes of issues that many rows share, so that each distinct value is reported once."""


def _said_once(rows: list[ReadRow]) -> list[ReadRow]:
    """The rows, with an answer that is not understood reported only at its first row, with the number of its rows."""
    numbers = Counter((i.code, i.column, i.value) for row in rows for i in row.issues if i.code in _ONCE)
    if not numbers:
        return rows
    found = []
    for row in rows:
        kept = []
        for issue in row.issues:
            times = numbers.get((issue.code, issue.column, issue.value), 1) if issue.code in _ONCE else 1
            if times > 1:
                numbers[issue.code, issue.column, issue.value] = 0
                issue = replace(issue, text=_("{text} (rows: {n})").format(text=issue.text, n=times))
            if times:
                kept.append(issue)
        found.append(replace(row, issues=tuple(kept)))
    return found


def by_side(table: SourceTable, side: Side) -> dict[Side, Sequence[Row]]:
    """The rows of each side, as a column headed "side" says (own exports have one); else all are of `side`."""
    column = next((c for c in table.columns if normal_heading(c.heading) == "side"), None)
    codes = {one.value: one for one in Side}
    if column is None or any(_at(row, column.index) not in ("", *codes) for row in table.rows):
        return {side: table.rows}
    place = column.index

    def of(one: Side) -> Sequence[Row]:
        return those(table.rows, lambda row: codes.get(_at(row, place), side) is one)

    found = {one: rows for one in Side if (rows := of(one))}
    return dict(sorted(found.items(), key=lambda item: item[1][0].number)) or {side: ()}


def _at(row: Row, index: int) -> str:
    return row.cells[index].strip().lower() if index < len(row.cells) else ""


def _continued(row: Row, before: list[ReadRow], columns: tuple[SourceColumn, ...]) -> Row:
    """A row that only names a person, below a company's row (a merged cell), gets that company's name."""
    name = next((c.index for c in columns if c.field == "name"), -1)
    if name < 0 or name >= len(row.cells) or row.cells[name].strip() or not before or before[-1].draft is None:
        return row
    filled = {c.field for c in columns if c.field and c.index < len(row.cells) and row.cells[c.index].strip()}
    persons = filled & {"given_name", "family_name", "full_name"}
    if not persons or not all(own_columns.is_of_person(field_name) for field_name in filled):
        return row
    cells = list(row.cells)
    cells[name] = before[-1].draft.name
    return Row(row.number, tuple(cells))


_DATES = ("received", "consent_on", "signed_on")
_DAY_FIRST = frozenset({"date", "fecha", "hora", "heure", "horodateur"})


def _with_date_orders(table: SourceTable, context: Context) -> Context:
    """The context with the order of day and month in each column of dates, settled by its own cells or by another's."""
    columns = [
        column for column in table.columns if column.field in _DATES or own_columns.is_day(column.field, context.own)
    ]
    found = {}
    for column in columns:
        cells = [row.cells[column.index] for row in table.rows if column.index < len(row.cells)]
        orders = {dates.day_comes_first(cells, otherwise) for otherwise in (True, False)}
        if len(orders) == 1:
            found[column.index] = orders.pop()
    # Where no date settles it the language of the heading does: in French and Spanish the day comes first.
    first_words = {word for column in columns for word in normal_heading(column.heading).split()[:1]}
    by_heading = not columns or bool(first_words & _DAY_FIRST)
    return replace(context, day_first=next(iter(found.values()), by_heading), orders=found)


def _read_row(reader: Reader) -> ReadRow:
    if any(issue.severity is Severity.ERROR for issue in reader.issues):
        return ReadRow(reader.row.number, None, tuple(reader.issues))
    column, cell = reader.first("name")
    name = _company_name(cell)
    if not name:
        # An empty cell still has a column, by which the report names it.
        column = column or next(iter(reader.layout.by_field.get(("name", 1), ())), None)
        reader.say("no_name", _("The row has no company name."), column, cell, Severity.ERROR)
        return ReadRow(reader.row.number, None, tuple(reader.issues))
    company: dict[str, Any] = {"name": name, **_plain_fields(reader), **_place(reader), **_answers(reader)}
    company |= offices.read(reader) | exposure_cells.tariff_of(reader)
    if kinds := _chosen(reader, "kind", reader.context.kinds, "unknown_kind"):
        company["kind_id"] = kinds[0]
    # Telephone numbers without a country code are of the company's own country.
    country = places.country_code(str(company.get("country", reader.context.country)))
    company |= _contact_of_company(reader, country) | own_columns.read(reader, Subject.COMPANY, country)
    postal = company.get("postal_code", "")
    if postal:
        company["postal_code"] = places.postal_code(postal, country)
    delegates = people.delegates(reader, country)
    sectors, stops = _sectors(reader), _chosen(reader, "stops", reader.context.stops, "unknown_stop")
    draft = SourceEntry(
        company=_with_remembered(company, reader),
        sectors=sectors,
        stops=stops,
        offers=_list(reader, "offers"),
        seeks=_list(reader, "seeks"),
        markets=exposure_cells.markets(reader),
        inputs=exposure_cells.inputs(reader),
        partners=_partners(reader),
        delegates=delegates,
        application=_application(reader),
        received=_moment(reader, "received"),
        assumed=_assumed(reader, company, delegates),
        is_withdrawn=_is_withdrawn(reader),
    )
    draft = within_bounds(draft, reader)
    return ReadRow(reader.row.number, draft, tuple(reader.issues))


def _assumed(reader: Reader, company: Mapping[str, Any], delegates: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Values nobody stated: the language of the form, where the first delegate says no other, and the country."""
    language = reader.context.language_for(str(delegates[0].get("languages", "")) if delegates else "")
    found = {"language": language} if language else {}
    return found if "country" in company else {**found, "country": reader.context.country}


def _company_name(cell: str) -> str:
    """The name in a cell: signs alone may be a name, but "n/a" and "none" are none."""
    text = values.text(cell).replace("\n", " ")
    return text or (values.name(cell) if not any(c.isalnum() for c in cell) else "")


def _plain_fields(reader: Reader) -> dict[str, Any]:
    found: dict[str, Any] = reader.texts(_PLAIN)
    found |= {name: "; ".join(listed) for name in _LISTED if (listed := _list(reader, name))}
    for name, read_text in (("notes", values.remark), ("wishes", values.text)):
        lines = [text for _column, cell in reader.cells(name) if (text := read_text(cell))]
        if lines:
            found[name] = "\n".join(lines)
    return found


def _with_remembered(company: dict[str, Any], reader: Reader) -> dict[str, Any]:
    """The company with what has no field of its own as lines of its notes."""
    every = (f"{of}: {text}" if of else text for of, text in reader.remembered)
    lines = [line for line in every if line not in str(company.get("notes", ""))]
    return {**company, "notes": "\n".join([*filter(None, [company.get("notes")]), *lines])} if lines else company


def _place(reader: Reader) -> dict[str, str]:
    typed = reader.text("country") or ("NA" if _is_namibia(reader) else "")
    return _place_of(reader.text("city"), reader.text("region"), typed, reader.context.country)


@lru_cache(maxsize=4096)
def _place_of(city_text: str, region_text: str, typed: str, expected: str) -> dict[str, str]:
    """City, region and country as they are stored; the dict is shared.

    typed: the country named, expected: the one of most companies of the file.
    """
    country = places.country(typed) if typed else ""
    city, region_of_city, country_of_city = places.city(city_text, country or expected)
    region_text = region_text or region_of_city
    country = country or country_of_city
    region, region_country = places.region(region_text, country or expected) if region_text else ("", "")
    # No region of the country expected: it may be one of another country, and name it.
    if not country and region_text and region == region_text:
        region, region_country = places.region(region_text, "")
    found = {"city": city, "region": region, "country": country or region_country}
    return {name: value for name, value in found.items() if value}


def _is_namibia(reader: Reader) -> bool:
    """Whether the country is NA, and no other cell of the row is that for want of an answer."""
    return reader.first("country")[1].strip() == "NA" and [cell.strip() for cell in reader.row.cells].count("NA") == 1


def _answers(reader: Reader) -> dict[str, Any]:
    """Numbers, and the consent with its date."""
    found: dict[str, Any] = {}
    for name, read_number in (("employees", values.integer), ("year_founded", values.year)):
        column, cell = reader.first(name)
        if column and values.text(cell):
            number = read_number(cell)
            if number is None:
                reader.say("not_a_number", _("“{value}” is no number.").format(value=cell.strip()), column, cell)
            else:
                found[name] = number
    if (answer := reader.answer("consent")) is not None:
        found["consent"] = answer
    if day := _day(reader, "consent_on"):
        found["consent_on"] = day
    return found


_CANCELLED = re.compile(
    r"\b(cancel|annul|withdr[ae]w|retir|desist|declin|refus|rechaz|reject|no show|deleted|supprim|eliminad|baja\b|"
    r"refunded|rembours|reembols|expired?\b|void\b|not attending|ne participe pas|no asist)"
)
_NOT_CANCELLED = re.compile(r"\b(not|never|non|no|pas) (been )?(cancel|annul|withdr|retir|declin|refus|reject)")


def _is_withdrawn(reader: Reader) -> bool:
    """Whether a column of statuses says that the registration was cancelled, which is reported."""
    for column in reader.layout.statuses:
        cell = reader.row.cells[column.index] if column.index < len(reader.row.cells) else ""
        said = normal_heading(cell) if len(cell) < 80 else ""
        if _CANCELLED.search(said) and not _NOT_CANCELLED.search(said):
            text = _("The file says “{value}” of this registration.").format(value=cell.strip())
            reader.say("cancelled", text, column, cell)
            return True
    return False


def _moment(reader: Reader, name: str) -> datetime | None:
    column, cell = reader.first(name)
    if column is None or not values.text(cell):
        return None
    day_first = reader.context.orders.get(column.index, reader.context.day_first)
    moment = dates.moment(cell, day_first, reader.layout.zones.get(column.index))
    if moment is None:
        reader.say("bad_date", _("“{value}” is no date.").format(value=cell.strip()), column, cell)
    return moment


def _day(reader: Reader, name: str) -> date | None:
    moment = _moment(reader, name)
    return moment.date() if moment else None


def _application(reader: Reader) -> dict[str, Any]:
    """Who applied, and what was declared and signed."""
    found: dict[str, Any] = reader.texts(("applicant", "signed_by"))
    for name in _DECLARATIONS:
        if (answer := reader.answer(name)) is not None:
            found[name] = answer
    if day := _day(reader, "signed_on"):
        found["signed_on"] = day
    return found


def _contact_of_company(reader: Reader, country: str) -> dict[str, str]:
    found: dict[str, str] = {}
    column, cell = reader.first("website")
    if column and (typed := values.text(cell)):
        address = values.website(cell)
        if address is None:
            reader.say("bad_website", _("“{value}” is no web address.").format(value=cell.strip()), column, cell)
        found["website"] = address or typed
    if number := reader.phone("phone_company", country):
        found["phone"] = number
    return found


def _sectors(reader: Reader) -> tuple[int, ...]:
    found = _chosen(reader, "sectors", reader.context.sectors, "unknown_sector")
    more = _chosen(reader, "subsectors", reader.context.sectors, "unknown_sector")
    return tuple(dict.fromkeys(found + more)) if more else found


_UNKNOWN = {
    "unknown_sector": N_("“{value}” is no sector of the mission."),
    "unknown_kind": N_("“{value}” is no kind of organisation of the mission."),
    "unknown_stop": N_("“{value}” is no stop of the mission."),
}


def _chosen(reader: Reader, name: str, known: NamedChoices, code: str) -> tuple[int, ...]:
    keys: list[int] = []
    for column, cell in reader.cells(name):
        if column.option:
            is_ticked = answers.ticked(cell, column.option)
            if is_ticked is None:
                said = _("“{value}” does not say whether “{option}” is chosen.")
                reader.say("unclear_answer", said.format(value=cell.strip(), option=column.option), column, cell)
            cell = column.option if is_ticked else ""
        found, unknown = known.named(values.text(cell))
        keys += found
        for value in unknown:
            reader.say(code, _(_UNKNOWN[code]).format(value=value), column, value)
            reader.remember(column.heading, value)
    return tuple(dict.fromkeys(keys))


def _list(reader: Reader, name: str) -> tuple[str, ...]:
    parts = [values.entries(cell) for _column, cell in reader.cells(name)]
    return parts[0] if len(parts) == 1 else tuple(dict.fromkeys(chain.from_iterable(parts)))


def _partners(reader: Reader) -> tuple[Partner, ...]:
    """Partners in the market, one an entry: "Grupo Alba, distributor, Monterrey"."""
    found: list[Partner] = []
    for _column, cell in reader.cells("partners"):
        for entry in re.split(r"[;\n•]", values.text(cell)):
            parts = [part.strip() for part in re.split(r",|\s[-–—]\s|\s*[(|]", entry.strip(" -–*)")) if part.strip()]
            # "Do you have partners? No" is no partner.
            if parts and answers.yes_or_no(parts[0]) is None:
                name, relationship, place = (
                    (*parts[:2], ", ".join(parts[2:]))[:3] if len(parts) > 1 else (parts[0], "", "")
                )
                found.append(Partner(name=name, relationship=relationship, place=place, position=len(found)))
    return tuple(found)
