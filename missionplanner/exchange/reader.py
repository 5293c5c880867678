"""One row of a table under its columns, with an Issue for every cell that is not as it should be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import cached_property

from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.own_fields import NO_FIELDS, OwnFields
from missionplanner.domain.own_values import is_own
from missionplanner.exchange import answers, dates, phones, values
from missionplanner.exchange.choices import NamedChoices
from missionplanner.exchange.columns import SourceColumn
from missionplanner.exchange.fields import CHOICES, JOINED, normal_heading
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _

_STATUS = re.compile(
    r"^((registration|application|attendee|order|participant|ticket|booking|rsvp|inscription|reservation) )?status$|"
    r"^status( of (the )?(registration|application|order|participant))?$|"
    r"^(statut|etat|situation)( (de |d )?(la |l )?(inscription|candidature|demande|participant|commande))?$|"
    r"^(estado|estatus|situacion) (de |del )?(la |el )?(inscripcion|registro|solicitud|candidatura|participante)$|"
    r"^estatus$"
)
_PERSONS = ("given_name", "family_name", "full_name", "email")


@dataclass(frozen=True, slots=True)
class Context:
    """The parts of the mission that reading a file depends on."""

    side: Side
    country: str
    sectors: NamedChoices
    stops: NamedChoices
    kinds: NamedChoices = field(default_factory=lambda: NamedChoices({}))
    """Those of organisations."""
    day_first: bool = True
    """Whether 03/11/2025 is in November, in columns whose own dates leave a doubt."""
    orders: Mapping[int, bool] = field(default_factory=dict)
    """The same for columns whose dates settle it, by their places."""
    language: str = ""
    """The language of the form."""
    is_language_chosen: bool = False
    """Whether the form was offered in several languages, so that its language is an answer of its own."""
    own: OwnFields = NO_FIELDS
    """The fields of the mission's own."""

    def language_for(self, spoken: str) -> str:
        """The language of the form, unless it was only guessed and whoever filled it in speaks others; else empty."""
        is_theirs = self.is_language_chosen or not spoken or self.language in spoken.split(",")
        return self.language if is_theirs else ""


@dataclass(frozen=True)
class ColumnLayout:
    """The columns of a table, by the field they feed."""

    columns: tuple[SourceColumn, ...]

    @cached_property
    def by_field(self) -> dict[tuple[str, int], tuple[SourceColumn, ...]]:
        """The columns of a field and delegate number, in their order."""
        found: dict[tuple[str, int], tuple[SourceColumn, ...]] = {}
        for column in self.columns:
            if column.field:
                key = (column.field, column.number)
                found[key] = (*found.get(key, ()), column)
        # An alternate address may stand before the first one.
        return {key: tuple(sorted(of, key=lambda c: c.reason.kind == "second address")) for key, of in found.items()}

    @cached_property
    def place(self) -> dict[tuple[str, int], int]:
        """Where the only column of a field stands; -1 where several feed it."""
        return {
            key: found[0].index if len(found) == 1 and not found[0].option else -1
            for key, found in self.by_field.items()
        }

    @cached_property
    def statuses(self) -> tuple[SourceColumn, ...]:
        """The columns that say what became of a registration in the service it comes from."""
        loose = (c for c in self.columns if not c.field or is_own(c.field))
        return tuple(c for c in loose if _STATUS.search(normal_heading(c.heading)))

    @cached_property
    def zones(self) -> dict[int, tzinfo]:
        """The time zones that headings of columns name, by the places of these."""
        return {c.index: zone for c in self.columns if c.field and (zone := dates.zone_in(c.heading))}

    @cached_property
    def people(self) -> tuple[int, ...]:
        """The numbers of the delegates a row can hold."""
        return tuple(sorted({c.number for c in self.columns if c.field in _PERSONS}))

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns if column.field)


@dataclass(slots=True)
class Reader:
    """Reads one row; collects issues."""

    row: Row
    layout: ColumnLayout
    context: Context
    issues: list[Issue] = field(default_factory=list)
    remembered: list[tuple[str, str]] = field(default_factory=list)
    """Texts without a field of their own, behind the name of the person they are about; empty for the company."""

    def cells(self, name: str, number: int = 1) -> list[tuple[SourceColumn, str]]:
        """Columns and non-empty cells of a field."""
        cells = self.row.cells
        found = []
        for column in self.layout.by_field.get((name, number), ()):
            if column.index < len(cells) and (cell := cells[column.index]) and not cell.isspace():
                if column.option and column.field not in CHOICES:
                    cell = answers.boxed(cell, column.option)
                if cell:
                    found.append((column, cell))
        return found

    def first(self, name: str, number: int = 1) -> tuple[SourceColumn | None, str]:
        """The first filled cell of a field."""
        cells = self.row.cells
        for column in self.layout.by_field.get((name, number), ()):
            if column.index < len(cells) and (cell := cells[column.index]) and not cell.isspace():
                return column, cell
        return None, ""

    def text(self, name: str, number: int = 1) -> str:
        """The first filled cell of a field with clean blanks; empty for "n/a" and the like."""
        place = self.layout.place.get((name, number))
        if place is None:
            return ""
        if place < 0 and name in JOINED:
            return ", ".join(
                dict.fromkeys(filter(None, (values.text(cell) for _column, cell in self.cells(name, number))))
            )
        if place < 0:
            return values.text(self.first(name, number)[1])
        cells = self.row.cells
        return values.text(cells[place]) if place < len(cells) and cells[place] else ""

    def texts(self, names: Iterable[str]) -> dict[str, str]:
        """The texts of the fields that are filled."""
        return {name: text for name in names if name in self.layout.fields and (text := self.text(name))}

    def name_text(self, name: str, number: int = 1) -> str:
        """The first filled cell of a field of names: So, Null and No are family names; signs may be a name."""
        return values.name(self.first(name, number)[1])

    def remark_text(self, name: str, number: int = 1) -> str:
        """The first filled cell of a field in which words such as "None" or "ND" can be what is meant."""
        return values.remark(self.first(name, number)[1])

    def phone(self, name: str, country: str, number: int = 1) -> str:
        """A telephone number in its normal form; anything else is reported and kept as typed."""
        column, cell = self.first(name, number)
        return self.number(cell, country, column) if column and values.text(cell) else ""

    def number(self, typed: str, country: str, column: SourceColumn) -> str:
        """A telephone number of a cell in its normal form; anything else is reported and kept as typed."""
        typed = values.text(typed)
        found = phones.phone(typed, country)
        if found is None:
            self.say("bad_phone", _("“{value}” is no telephone number.").format(value=typed), column, typed)
        return found or typed

    def answer(self, name: str) -> bool | None:
        """Yes or no in the first filled cell of a field; an answer that is not understood is reported."""
        column, cell = self.first(name)
        if column is None:
            return None
        answer = answers.yes_or_no(cell)
        if answer is None and not values.is_nothing(values.visible(cell)):
            self.unclear(column, cell)
        return answer

    def unclear(self, column: SourceColumn, cell: str) -> None:
        """Report an answer that is neither yes nor no."""
        text = _("“{value}” is neither yes nor no; the answer is left open.").format(value=cell.strip())
        self.say("unclear_answer", text, column, cell)

    def remember(self, of: str, text: str) -> None:
        """Keep what has no field of its own. of: the name of the person it is about, or empty."""
        if (of, text) not in self.remembered:
            self.remembered.append((of, text))

    def say(
        self, code: str, text: str, column: SourceColumn | None, value: str, severity: Severity = Severity.WARNING
    ) -> None:
        """Note an issue of this row."""
        heading = column.heading.strip() if column else ""
        self.issues.append(Issue(code, text, severity, self.row.number, heading, value.strip()))
