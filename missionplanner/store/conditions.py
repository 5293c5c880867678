"""The filter of the companies, and its condition in SQL; every value is a parameter."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from missionplanner.domain.spelling import fold
from missionplanner.store.rows import Value, storable
from missionplanner.store.search_fields import countries_called, field_named, regions_called, statuses_called

SIZES = {"1-9": (1, 9), "10-49": (10, 49), "50-249": (50, 249), "250+": (250, 10_000_000)}
"""Classes of companies by full-time employees, least and most; "?" is a company that does not say."""


@dataclass(frozen=True, slots=True)
class CompanyFilter:
    """The conditions of a list of companies: within a field any value, between fields all; empty means none."""

    side: str = ""
    sectors: tuple[str, ...] = ()
    """Codes; a sector includes its subsectors."""
    statuses: tuple[str, ...] = ()
    stops: tuple[int, ...] = ()
    """Keys."""
    text: str = ""
    """Words, each searched in every field, or as `field:word` in one of PREFIXES."""
    ids: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    """Names of SIZES, or "?"."""
    languages: tuple[str, ...] = ()
    """Codes a delegate speaks or the company writes."""
    reviewers: tuple[str, ...] = ()
    kinds: tuple[int, ...] = ()
    """Keys of kinds of organisations; 0 for those that do not say."""
    tariff: tuple[str, ...] = ()
    """Tariff statuses, or "?"."""
    exposed: tuple[str, ...] = ()
    """Classes of the share of the largest market (`domain.exposure.CLASSES`)."""
    markets: tuple[str, ...] = ()
    """Countries exported to."""
    sources: tuple[str, ...] = ()
    """Countries inputs are bought in."""
    has: tuple[str, ...] = ()
    """Names of HAS."""
    lacks: tuple[str, ...] = ()
    """Names of HAS."""
    since: str = ""
    """A day (ISO) since which something of the company was changed."""
    incomplete: bool = False
    free: str = ""
    """A time as it was typed at which they are free: found out before anything is listed, as no query can say it."""
    every: tuple[str, ...] = ()
    """The fields of which all values have to hold instead of any."""
    own: tuple[str, ...] = ()
    """Values of own fields ("company.hotel=Ritz"); without one ("company.hotel=") for companies that have none."""

    def without(self, name: str) -> "CompanyFilter":
        """Return the filter with one field left open."""
        return replace(self, **{name: type(getattr(self, name))()})

    def without_own(self, name: str) -> "CompanyFilter":
        """Return the filter with an own field left open."""
        return replace(self, own=tuple(one for one in self.own if one.partition("=")[0] != name))

    def own_values(self, name: str) -> tuple[str, ...]:
        """Return the values of an own field that are asked for."""
        return tuple(one.partition("=")[2] for one in self.own if one.partition("=")[0] == name)


_OWN = "company_id = companies.id"
REPRESENTED = (
    "(SELECT id, company_id FROM people WHERE company_id IS NOT NULL"
    " UNION ALL SELECT person_id, company_id FROM memberships)"
)
"""Person and organisation, of everybody who represents one."""
_PERSON = f"FROM people WHERE people.id IN (SELECT id FROM {REPRESENTED} WHERE {_OWN})"
_PROGRAMME = (
    "SELECT 1 FROM company_sectors cs JOIN sectors s ON s.id = cs.sector_id"
    f" JOIN sector_stops ss ON ss.sector_id = coalesce(s.parent_id, s.id) WHERE cs.{_OWN}"
)
# The rule of Snapshot.stops_for: the stops a company named, else those of its sectors' programmes, else every stop.
_AT_STOP = (
    "(companies.id IN (SELECT company_id FROM company_stops WHERE stop_id = ?)"
    f" OR (NOT EXISTS (SELECT 1 FROM company_stops WHERE {_OWN})"
    f" AND (EXISTS ({_PROGRAMME} AND ss.stop_id = ?) OR NOT EXISTS ({_PROGRAMME}))))"
)
_IN_SECTOR = (
    "companies.id IN (SELECT company_id FROM company_sectors JOIN sectors s ON s.id = sector_id"
    " LEFT JOIN sectors p ON p.id = s.parent_id WHERE s.code = ? OR p.code = ?)"
)
_SPEAKS = (
    f"(companies.language = ? OR companies.id IN (SELECT r.company_id FROM {REPRESENTED} r"
    " JOIN people ON people.id = r.id WHERE instr(',' || languages || ',', ',' || ? || ',') > 0))"
)
TARIFF = "iif(companies.tariff = '', '?', companies.tariff)"
EXPOSED = f"share_class((SELECT group_concat(share, char(10)) FROM markets WHERE {_OWN}))"
_EXPORTS_TO = f"EXISTS (SELECT 1 FROM markets WHERE {_OWN} AND country = ?)"
_BUYS_IN = f"EXISTS (SELECT 1 FROM inputs WHERE {_OWN} AND country = ?)"
_MEETS = "({table}.delegation_id = companies.id OR {table}.counterpart_id = companies.id)"


def _described(language: str) -> str:
    return f"(description_{language} != '' OR (description != '' AND language = '{language}'))"


_FEES = (
    "FROM company_values v JOIN own_fields f ON f.id = v.field_id WHERE v.company_id = companies.id"
    " AND f.subject = 'company' AND f.code IN ('fee_due', 'fee_paid', 'fee_waived', 'fee_refunded')"
    " AND v.text GLOB '[-0-9]*'"
)
_CURRENCY = "CASE WHEN instr(v.text, ' ') > 0 THEN substr(v.text, instr(v.text, ' ') + 1) ELSE '' END"
_LEFT = "round(sum(CASE f.code WHEN 'fee_due' THEN 1 WHEN 'fee_refunded' THEN 1 ELSE -1 END * CAST(v.text AS REAL)), 6)"
# The rule of domain.fees: in no currency more is due than was waived and paid.
_SETTLED = f"NOT EXISTS (SELECT 1 {_FEES} GROUP BY {_CURRENCY} HAVING {_LEFT} > 0)"
HAS = {
    "delegate": f"EXISTS (SELECT 1 FROM {REPRESENTED} WHERE {_OWN})",
    "consent": "companies.consent = 1",
    "meetings": f"EXISTS (SELECT 1 FROM meetings WHERE status != 'cancelled' AND {_MEETS.format(table='meetings')})",
    "requests": f"EXISTS (SELECT 1 FROM requests WHERE {_MEETS.format(table='requests')})",
    "logo": f"EXISTS (SELECT 1 FROM attachments WHERE {_OWN} AND kind = 'logo')",
    "attachments": f"EXISTS (SELECT 1 FROM attachments WHERE {_OWN} AND kind = 'file')",
    "description_en": _described("en"),
    "description_fr": _described("fr"),
    "description_es": _described("es"),
    "review": f"EXISTS (SELECT 1 FROM reviews WHERE {_OWN})",
    "announced": "applications.announced != ''",
    "edited": "applications.edited != ''",
    "fee": _SETTLED,
}
"""Everything a company can have or lack, and its condition."""

_PREFIXED = {
    "name": "companies.name", "city": "companies.city", "region": "companies.region", "country": "companies.country",
    "web": "companies.website", "notes": "companies.notes", "reviewer": "applications.reviewer",
    "status": "applications.status", "description": "companies.description",
    "delegate": f"(SELECT group_concat(given_name || ' ' || family_name || ' ' || second_family_name, ' ') {_PERSON})",
    "email": f"(SELECT group_concat(email, ' ') {_PERSON})",
    "offers": f"(SELECT group_concat(text, ' ') FROM offerings WHERE {_OWN} AND kind = 'offers')",
    "seeks": f"(SELECT group_concat(text, ' ') FROM offerings WHERE {_OWN} AND kind = 'seeks')",
    "sector": "(SELECT group_concat(name_en || ' ' || name_fr || ' ' || name_es || ' ' || code, ' ') FROM company_sectors"
    f" JOIN sectors ON sectors.id = sector_id WHERE {_OWN})",
}  # fmt: skip
PREFIXES = tuple(_PREFIXED)
"""The fields a search can name before a colon."""
_HAS_VALUE = (
    "companies.id IN (SELECT company_id FROM company_values WHERE field_id IN (SELECT id FROM own_fields"
    " WHERE ? IN (code, fold(name_en), fold(name_fr), fold(name_es))) AND instr(fold(text), ?) > 0)"
)
"""Whether an own field called so holds a text."""
_WITH_VALUE = (
    "SELECT company_id FROM company_values WHERE field_id ="
    " (SELECT id FROM own_fields WHERE subject || '.' || code = ?)"
)
_HOLDS = "(text = ? OR (length(text) > length(?) AND instr('; ' || text || '; ', '; ' || ? || '; ') > 0))"
"""Whether a value is a text, or has it among several of a list."""
_TERM = re.compile(r'(?:(\w+|"[^"]+"):)?(?:"([^"]*)"?|(\S+))')
"""The field before a colon, quoted where it has several words, and what is asked of it, quoted or plain."""

Condition = tuple[str, list[Value]]


def where(wanted: CompanyFilter) -> Condition:
    """Return the condition of a filter and its parameters."""
    parts: list[Condition] = [*_chips(wanted), *_own(wanted), *_text(wanted.text)]
    if wanted.side:
        parts.append(("companies.side = ?", [wanted.side]))
    if wanted.ids:
        parts.append((f"companies.id IN ({', '.join('?' * len(wanted.ids))})", list(wanted.ids)))
    if wanted.since:
        parts.append((_CHANGED, [wanted.since] * len(_CHANGING)))
    if wanted.incomplete:
        parts.append(("search.complete < 100", []))
    sql = " AND ".join(sql for sql, _values in parts)
    return sql or "1", storable([value for _sql, values in parts for value in values])


def _chips(wanted: CompanyFilter) -> list[Condition]:
    """Return the conditions of the fields that hold several values."""
    each: dict[str, list[Condition]] = {
        "sectors": [(_IN_SECTOR, [code, code]) for code in wanted.sectors],
        "statuses": [("applications.status = ?", [status]) for status in wanted.statuses],
        "stops": [(_AT_STOP, [stop, stop]) for stop in wanted.stops],
        "regions": [("companies.region = ?", [region]) for region in wanted.regions],
        "sizes": [_size(size) for size in wanted.sizes],
        "languages": [(_SPEAKS, [language, language]) for language in wanted.languages],
        "reviewers": [("applications.reviewer = ?", [reviewer]) for reviewer in wanted.reviewers],
        "kinds": [("coalesce(companies.kind_id, 0) = ?", [kind]) for kind in wanted.kinds],
        "tariff": [(f"{TARIFF} = ?", [status]) for status in wanted.tariff],
        "exposed": [(f"{EXPOSED} = ?", [name]) for name in wanted.exposed],
        "markets": [(_EXPORTS_TO, [country]) for country in wanted.markets],
        "sources": [(_BUYS_IN, [country]) for country in wanted.sources],
        "has": [(HAS[name], []) for name in wanted.has if name in HAS],
        "lacks": [(f"NOT coalesce({HAS[name]}, 0)", []) for name in wanted.lacks if name in HAS],
    }
    found = []
    for name, conditions in each.items():
        if conditions:
            joint = " AND " if name in wanted.every else " OR "
            values = [value for _sql, more in conditions for value in more]
            found.append((f"({joint.join(sql for sql, _more in conditions)})", values))
    return found


def _own(wanted: CompanyFilter) -> list[Condition]:
    """Return the conditions of own fields: within a field any value, between fields all."""
    found: list[Condition] = []
    for name in dict.fromkeys(one.partition("=")[0] for one in wanted.own):
        values = wanted.own_values(name)
        parts = [f"companies.id IN ({_WITH_VALUE} AND {_HOLDS})"] * sum(bool(text) for text in values)
        asked: list[Value] = [one for text in values if text for one in (name, text, text, text)]
        if "" in values:
            parts.append(f"companies.id NOT IN ({_WITH_VALUE} AND text != '')")
            asked.append(name)
        found.append((f"({' OR '.join(parts)})", asked))
    return found


def _size(size: str) -> Condition:
    if size not in SIZES:
        return "companies.employees IS NULL", []
    return "companies.employees BETWEEN ? AND ?", list(SIZES[size])


def _text(text: str) -> list[Condition]:
    """Return the conditions of the words of a search: each occurs somewhere, or in the field named before its colon."""
    found: list[Condition] = []
    for said, quoted, plain in _TERM.findall(text):
        name, value = said.strip('"'), fold(quoted or plain)
        column = _PREFIXED.get(field_named(name))
        whole = fold(f"{name}:{quoted or plain}") if name else value
        if column is not None and value:
            found.append(_in_field(field_named(name), column, value))
        elif name and whole:
            found.append((f"(instr(search.text, ?) > 0 OR {_HAS_VALUE})", [whole, fold(name), value]))
        elif column is None and whole:
            found.append(("instr(search.text, ?) > 0", [whole]))
    return found


def _in_field(field: str, column: str, value: str) -> Condition:
    """Return the condition of a text in a field; statuses and places are found by their names in every language."""
    parts: list[Condition] = [(f"instr(fold({column}), ?) > 0", [value])]
    if field == "status":
        parts += [(_HAS_STATUS, [side, status]) for side, status in statuses_called(value)]
    elif called := _CALLED.get(field):
        parts += [(f"{column} = ?", [one]) for one in called(value)]
    return f"({' OR '.join(sql for sql, _values in parts)})", [one for _sql, values in parts for one in values]


_HAS_STATUS = "(companies.side = ? AND applications.status = ?)"
_CALLED: dict[str, Callable[[str], tuple[str, ...]]] = {"country": countries_called, "region": regions_called}
"""Fields whose values are stored in one language and called otherwise in another."""


def taken_out(text: str, name: str) -> tuple[str, list[str]]:
    """Return a search without what it asks of the field of this name, and what it asks of it."""
    found = [quoted or plain for field, quoted, plain in _TERM.findall(text) if field_named(field.strip('"')) == name]
    rest = _TERM.sub(lambda term: "" if field_named((term[1] or "").strip('"')) == name else term[0], text)
    return (rest.strip() if found else text), [one for one in found if one]


_CHANGING = ("companies", "people", "applications", "offerings", "company_sectors", "company_stops", "memberships")
_CHANGED = "companies.id IN ({})".format(
    " UNION ".join(
        "SELECT {0} FROM {1}_history h JOIN steps ON steps.id = h.step LEFT JOIN {1} t ON t.id = h.id"
        " WHERE steps.at >= ?".format("h.id" if table == "companies" else "coalesce(h.company_id, t.company_id)", table)
        for table in _CHANGING
    )
)
