"""Values of a row kept within the bounds of their fields: what is beyond is cut or left out, with a remark."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from missionplanner.domain import bounds
from missionplanner.domain.applications import Application
from missionplanner.domain.changes import SourceEntry
from missionplanner.domain.companies import BoughtInput, Company, Market, Offering, Partner
from missionplanner.domain.limits import LINE, TextBound
from missionplanner.domain.own_fields import CompanyValue
from missionplanner.domain.own_values import is_own
from missionplanner.domain.people import Person
from missionplanner.exchange.reader import Reader
from missionplanner.i18n import _, current

_SHOWN = 60
"""Characters of a value that a remark shows."""


def within_bounds(entry: SourceEntry, reader: Reader) -> SourceEntry:
    """Return the entry of a row with every value within the bounds of its field; the reader notes what is not."""
    return replace(
        entry,
        company=_kept(reader, Company, entry.company),
        application=_kept(reader, Application, entry.application),
        delegates=tuple(_kept(reader, Person, one, number) for number, one in enumerate(entry.delegates, start=1)),
        offers=_texts(reader, "offers", entry.offers),
        seeks=_texts(reader, "seeks", entry.seeks),
        markets=tuple(_record(reader, Market, "markets", one) for one in entry.markets),
        inputs=tuple(_record(reader, BoughtInput, "inputs", one) for one in entry.inputs),
        partners=tuple(_record(reader, Partner, "partners", one) for one in entry.partners),
        received=_value(reader, Application, "received", entry.received, ("received", 1)),
    )


def _kept(reader: Reader, kind: type, values: Mapping[str, Any], number: int = 1) -> Mapping[str, Any]:
    """Return the values of a record that its fields take; the mapping itself where that is all of them."""
    if all(isinstance(value, str) and len(value) <= LINE for value in values.values()):
        return values
    found = {name: _value(reader, kind, name, value, (name, number)) for name, value in values.items()}
    return {name: value for name, value in found.items() if value is not None}


def _texts(reader: Reader, field: str, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(_value(reader, Offering, "text", text, (field, 1)) for text in texts)


_NAMES = {
    Market: ("country", "share"), BoughtInput: ("what", "country", "share"), Partner: ("name", "relationship", "place"),
}  # fmt: skip


def _record(reader: Reader, kind: type, field: str, record: Any) -> Any:
    names = _NAMES[kind]
    return replace(record, **{name: _value(reader, kind, name, getattr(record, name), (field, 1)) for name in names})


def _value(reader: Reader, kind: type, name: str, value: Any, field: tuple[str, int]) -> Any:
    """Return a value, cut where it is too long; None where its field does not take it."""
    if value is None or (isinstance(value, str) and len(value) <= LINE):
        return value
    if is_own(name):
        kind, name = CompanyValue, "text"
    problem = bounds.problem(kind, name, value)
    if not problem:
        return value
    column, shown = reader.first(*field)[0], str(value)[:_SHOWN]
    bound = bounds.bounds_of(kind)[name]
    if isinstance(value, str) and isinstance(bound, TextBound):
        text = _("“{value}…” is longer than {most} characters; the rest was left out.")
        reader.say("too_long", text.format(value=shown, most=current().number(bound.most)), column, shown)
        return value[: bound.most]
    text = _("“{value}” was left out: {problem}")
    reader.say("out_of_bounds", text.format(value=shown, problem=problem), column, shown)
    return None
