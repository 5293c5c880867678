"""Cells of travel agencies: days without a year, times with a next day, segments of reservation systems, rooms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from missionplanner.domain import dates
from missionplanner.domain.rooms import RoomKind
from missionplanner.domain.spelling import fold, words
from missionplanner.exchange.dates import day_comes_first

_LATER = re.compile(
    r"[(\[]?\s*(?:([+\-−])\s?(\d)(?!\d)|\bj\s?\+\s?(\d)|[⁺]([¹²]))\s*"
    r"(?:d(?:ays?|ia)?|j(?:ours?)?|tag(?:e)?|dias?)?\b\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(
    r"\b(next day|following day|le lendemain|lendemain|dia siguiente|al dia siguiente|nachster tag|am nachsten tag|"
    r"folgetag|"
    r"dia seguinte)\b"
)
_UNIT = re.compile(r"\s*(?:h(?:rs?|oras?|eures?|s)?|uhr|hours|local|lt|loc)\.?$", re.IGNORECASE)
_MONTHS = {
    "januar": 1, "janner": 1, "februar": 2, "marz": 3, "mrz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10,
    "okt": 10, "dezember": 12, "dez": 12, "janeiro": 1, "fevereiro": 2, "fev": 2, "marco": 3, "maio": 5, "junho": 6,
    "julho": 7, "setembro": 9, "set": 9, "outubro": 10, "out": 10, "dezembro": 12, "novembro": 11,
}  # fmt: skip
"""Months in German and Portuguese that the three languages do not have, folded."""
_ENGLISH = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GLUED = re.compile(r"(?<!\w)(\d{1,2})([a-z]{3,})(\d{4}|\d{2})?(?!\w)")
_CLOCK_IN_CELL = re.compile(
    r"(?<![\d/.-])\d{1,2}(?:[:h]|\s?uhr\s?|"
    r"\.(?=\d{2}(?:\s*(?:uhr|h|$))))\s?\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\.?)?(?![\d/])"
    r"|(?<![\d/.-])\d{1,2}\s?[ap]\.?\s?m\b\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r""
    r"^(?:mo|di|mi|do|fr|sa|so|seg|ter|qua|qui|sex|sab|dom|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie)"
    r"[a-z\-]*\.?,?\s+(?=\d)"
)
_FLIGHT = re.compile(r"(?<![A-Z0-9])(?!HK|HL|TK|NN)([A-Z][A-Z0-9]|[0-9][A-Z])\s?-?(\d{1,4})(?![\dA-Z:h])")
_PAIR = re.compile(r"(?<![A-Z])([A-Z]{3})\s?(?:[-–/>→]|to|a)?\s?([A-Z]{3})(?![A-Z])")
_SEGMENT_DAY = re.compile(
    r"(?<![\dA-Z])(\d{1,2}\s?[A-Z]{3}(?:\s?\d{4}|\d{2}(?!\d))?|\d{4}-\d\d-\d\d|"
    r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)(?![\d:hH])"
)
_SEGMENT_CLOCK = re.compile(
    r""
    r"(?<![\d+])(\d{1,2}[:.hH]\d{2}(?:\s?[ap]\.?m\.?)?|\d{4}|\d{3,4}[AP]|\d{1,2}\s?[ap]\.?m\.?)(?![\dA-Za-z])(\s?[+\-−(]+\s?\d\)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NearDays:
    """The days of the mission, by which days without a year or with day and month in either order are understood."""

    first: date
    last: date
    day_first: bool = True

    def of_cells(self, cells: list[str]) -> "NearDays":
        """Return the calendar of a column: its dates that leave no doubt decide whether the day comes first."""
        return replace(self, day_first=day_comes_first(cells, self.day_first))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, some days after the day it is of."""

    at: time
    later: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A leg as a table tells it, on local clocks."""

    flight: str = ""
    origin: str = ""
    destination: str = ""
    departs: datetime | None = None
    arrives: datetime | None = None
    is_later_told: bool = False
    """Whether the table itself says how many days later it lands."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to it."""
        return bool(self.flight or self.departs or self.arrives)


def day(cell: str, calendar: NearDays) -> date | None:
    """Return the day of a cell, perhaps with a time behind; the one next to the mission where it has no year."""
    plain = fold(_CLOCK_IN_CELL.sub(" ", cell)).strip(" ,;|t")
    plain = re.sub(r"\s*00:00(:00)?$", "", plain)
    plain = _GLUED.sub(lambda found: " ".join(filter(None, found.groups())), plain)
    plain = re.sub(r"[a-z]+", lambda found: _ENGLISH[_MONTHS.get(found.group(), 0)] or found.group(), plain)
    plain = re.sub(r"(?<=\d)[.]\s+(?=[a-z])", " ", plain)  # "14. Feb"
    if plain[:1] in ("+", "-", "−"):
        return None
    for text in (plain, _WEEKDAY.sub("", plain)):
        whole = dates.at_start(text, calendar.day_first)
        if whole and not re.search(r"\d", whole[1]):
            return whole[0]
        near = calendar.first - timedelta(14), calendar.last + timedelta(14)
        found = dates.days(text, dates.Around(near, near[0], near[0])) if re.search(r"\d", text) else ()
        if found:
            close = [one for one in found if near[0] <= one <= near[1]]
            return (close or list(found))[0] if len(close) < 2 else _by_order(text, close, calendar)
    return None


def _by_order(text: str, close: list[date], calendar: NearDays) -> date:
    """Return the day of two that both lie within the mission as the column writes day and month."""
    first = re.match(r"\d+", text)
    number = int(first.group()) if first else 0
    return next((one for one in close if (one.day if calendar.day_first else one.month) == number), close[0])


def clock(cell: str) -> Clock | None:
    """Return the time of a cell: "04:10 AM +1", "22:25 h", "14h05", "1310"; None where it has none."""
    text = cell.strip()
    later = 0
    plain = fold(text)
    if found := _NEXT_DAY.search(plain):
        later, text = 1, plain.replace(found.group(), "").strip(" (),;")
    elif found := _LATER.search(text):
        sign, plain_days, french, raised = found.groups()
        number = int(plain_days or french or {"¹": "1", "²": "2"}.get(raised or "", "1"))
        later, text = (-number if sign in ("-", "−") else number), text[: found.start()].strip()
    whole = re.search(r"(?:\d{4}-\d\d-\d\d|\d[/.]\d{1,2}[/.]\d{2,4})[ T,]+(\d.*)$", text)
    text = whole.group(1) if whole else text
    text = re.sub(r"(?i)(?<=\d)([AP])$", r"\1M", _UNIT.sub("", text).strip(" ,;"))
    text = re.sub(r"(?i)\s?uhr\s?", ":", text)
    text = re.sub(r"^(\d{1,2})(\d{2})(?=[AP]M$)", r"\1:\2", text, flags=re.IGNORECASE)
    if re.fullmatch(r"24[:.h]?00(:00)?", text):
        return Clock(time(0), later + 1)
    found_times = dates.clocks(text)
    return Clock(found_times[0], later) if found_times else None


def moment(cell: str, calendar: NearDays) -> datetime | None:
    """Return the day and time of one cell; None where one of them is missing."""
    found = _CLOCK_IN_CELL.search(cell)
    if not found:
        return None
    on = day(cell, calendar)
    at = clock(cell[found.start() :])
    return datetime.combine(on, at.at) + timedelta(at.later) if on and at else None


def segments(cell: str, calendar: NearDays) -> list[Segment]:
    """Return the legs of a cell of a reservation system: "AC991 14FEB YYZMEX 0835 1310 / AM914 18FEB …"."""
    text = cell.upper().replace("\u00a0", " ")
    starts = list(_FLIGHT.finditer(text))
    ends = [*(found.start() for found in starts), len(text)][1:]
    read = (_segment(found, text[found.end() : end], calendar) for found, end in zip(starts, ends, strict=True))
    return [one for one in read if one is not None]


def _segment(flight: re.Match[str], rest: str, calendar: NearDays) -> Segment | None:
    on = _SEGMENT_DAY.search(rest)
    day_ = day(on.group(1), calendar) if on else None
    behind = f"{rest[: on.start()]} {rest[on.end() :]}" if on else rest
    pair = _PAIR.search(behind)
    if not (day_ or pair):
        return None
    behind = f"{behind[: pair.start()]} | {behind[pair.end() :]}" if pair else behind
    clocks = [one for one in map(_clock_of, _SEGMENT_CLOCK.finditer(behind)) if one]
    origin, destination = pair.groups() if pair else ("", "")
    departs = datetime.combine(day_, clocks[0].at) if day_ and clocks else None
    arrives = datetime.combine(day_, clocks[1].at) + timedelta(clocks[1].later) if day_ and len(clocks) > 1 else None
    told = len(clocks) > 1 and clocks[1].later != 0
    return Segment("".join(flight.groups()), origin, destination, departs, arrives, told)


def _clock_of(found: re.Match[str]) -> Clock | None:
    at, later = found.groups()
    number = int(re.sub(r"\D", "", later)) if later else 0
    made = clock(at)
    return replace(made, later=-number if later and re.search(r"[-−]", later) else number) if made else None


def shows_clock(cell: str) -> bool:
    """Whether a cell is plainly a time of day, so that "14.02." is none."""
    return bool(re.match(r"\s*\d{1,2}\s?(?::|h|uhr|\.\d{2}\s?uhr|[ap]\.?\s?m)", cell, re.IGNORECASE))


def is_flight(cell: str) -> bool:
    """Whether a cell is the number of a flight and nothing else."""
    return bool(_FLIGHT.fullmatch(cell.strip().upper()))


def flight_number(cell: str) -> str:
    """Return a flight number without blanks: "AC 991" is "AC991"; another text as it is."""
    text = " ".join(cell.split())
    found = re.fullmatch(r"([A-Za-z][A-Za-z0-9]|[0-9][A-Za-z])\s?-?0*(\d{1,4})([A-Za-z]?)", text)
    return "".join(found.groups()).upper() if found else text


def place(cell: str) -> str:
    """Return the code of an airport where a cell has one: "MEX", "Mexico City (MEX)", "MEX T2"; else its text."""
    text = " ".join(cell.split())
    if re.fullmatch(r"[A-Za-z]{3}", text):
        return text.upper()
    found = re.search(r"[(\[]\s?([A-Z]{3})\s?[)\]]|^([A-Z]{3})(?=[\s,/–-]|$)|[\s,/–-]([A-Z]{3})$", text)
    return next(filter(None, found.groups())) if found else text


_SINGLE_USE = re.compile(
    r"\b(single use|uso individual|usage individuel|usage simple|einzelnutzung|einzelbelegung|uso single|dui|dsu)\b"
)
_TWIN = re.compile(
    r"\b(twins?|twn|twb|2 ?beds|two beds|dos camas|2 camas|camas gemelas|deux lits|2 lits|lits jumeaux|jumeaux|"
    r"zwei betten|2 betten|"
    r"zweibett\w*|getrennte betten|duas camas|camas separadas|lits separes)\b"
)
_SINGLE = re.compile(
    r"\b(singles?|sgl|sng|individuel\w*|individual\w*|sencill[ao]s?|simples?|einzel\w*|ez|single room|solteiro|"
    r"1 pax|one person)\b"
)
_DOUBLE = re.compile(
    r"\b(doubles?|dbl|dobles?|doppel\w*|dz|matrimonial\w*|matrimonio|casal|duplo|dupla|queen|king|franzosisch\w*|"
    r"grand lit|un lit|"
    r"una cama|one bed|1 bed|ein bett|couple|pareja|shared?|partagee?|compartid[ao])\b"
)


def room_kind(cell: str) -> RoomKind | None:
    """Return the kind of room a cell names; None where it names none."""
    plain = words(cell)
    for pattern, kind in (
        (_SINGLE_USE, RoomKind.SINGLE),
        (_TWIN, RoomKind.TWIN),
        (_DOUBLE, RoomKind.DOUBLE),
        (_SINGLE, RoomKind.SINGLE),
    ):
        if pattern.search(plain):
            return kind
    return None


_PNR = re.compile(r"[^\W\d_][\w' -]*/[\w' -]+")
_TITLE = re.compile(r"\s*\b(MR|MRS|MS|MISS|MSTR|DR|PROF|SR|SRA|HERR|FRAU|MME|MLLE|M)\.?$", re.IGNORECASE)
_GLUED_TITLE = re.compile(r"(?<=[A-Z]{3})(MRS|MISS|MSTR|MR|MS)$")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name as an agency writes it, in parts where these are told apart."""

    text: str
    given: str = ""
    family: str = ""


def written_names(cell: str) -> list[WrittenName]:
    """Return the people of a cell: "DUPONT/MARIE MRS; DUPONT/JEAN MR", "Roy, Ana; Chen, Bo", "1. Ana 2. Bo"."""
    text = re.sub(r"(?<!\w)\d{1,2}\s?[.)](?!\d)\s*", ";", cell.replace("\n", ";")) if _COUNTED.search(cell) else cell
    parts = re.split(r"\s*[;\n|+&]\s*", text.replace("\r", ""))
    if _PNR.search(cell):
        parts = [one for part in parts for one in _bookings(part)]
    return [name for part in parts if part.strip(" ,.") for name in _names(part.strip(" ,."))]


_COUNTED = re.compile(r"(?<!\w)1\s?[.)]\s*\D+(?<!\w)2\s?[.)]|^\s*1\s?[.)]\s*\D")


def _bookings(part: str) -> Iterator[str]:
    """Yield the names of a line of a reservation system, which may stand behind one another: "A/B MR C/D MS"."""
    starts = [0]
    for found in re.finditer(r"(?<=\s)(?:MRS?|MS|MISS|DR|MSTR)\.?[\s,]+(?=[^\W\d_][\w' -]*/)", part, re.IGNORECASE):
        starts.append(found.end())
    listed = [part[a:b] for a, b in zip(starts, [*starts[1:], len(part)], strict=True)]
    for one in listed:
        pieces = re.split(r",\s*(?=[^\W\d_][\w' -]*/)", one)
        yield from pieces


def _names(part: str) -> Iterator[WrittenName]:
    family, slash, rest = part.partition("/")
    if slash and family.strip() and rest.strip():
        for given in rest.split("/"):
            plain = _TITLE.sub("", given.strip()).strip() or given.strip()
            yield WrittenName(f"{family.strip()}/{given.strip()}", _GLUED_TITLE.sub("", plain), family.strip())
        return
    family, comma, given = part.partition(",")
    if comma and given.strip():
        yield WrittenName(part, _TITLE.sub("", given.strip()).strip() or given.strip(), family.strip())
        return
    yield WrittenName(part)
