"""Criteria that are scored from an own field: which mark each of its values gives."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from missionplanner.domain.exposed_companies import measure_field
from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import NO, SEPARATOR, YES, FieldKind, amount, day, number
from missionplanner.domain.own_values import Values
from missionplanner.domain.reviews import MARKS, Criterion
from missionplanner.domain.spelling import fold

_THRESHOLDS = (FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE)
"""The kinds whose values count from one on, until the next."""
ANY = "*"
"""Stands for any other answer."""
_ANSWERS = {"oui": YES, "si": YES, "non": NO}


def pairs(points: str) -> list[tuple[str, int | None]]:
    """Return the values of a text such as "Yes = 5; No = 1" with their marks; None for what is no mark."""
    found = []
    for line in points.replace(";", "\n").splitlines():
        value, _equals, mark = line.rpartition("=")
        if line.strip():
            plain = mark.strip()
            known = int(plain) if plain.isdecimal() and int(plain) in MARKS and value.strip() else None
            found.append((value.strip() or line.strip(), known))
    return found


def unread(field: OwnField, points: str) -> str:
    """Return the first line of points that says nothing of a field; empty where all do."""
    for value, mark in pairs(points):
        if mark is None or (value != ANY and not _means_something(field, value)):
            return value if mark is None else f"{value} = {mark}"
    return ""


def mark(field: OwnField, points: str, text: str) -> int | None:
    """Return the mark a value gives: from a number, sum or day on, else as it is written; None for none."""
    known = [(value, given) for value, given in pairs(points) if given is not None]
    if not text or not field.fits(text):
        return None
    if field.kind in _THRESHOLDS:
        here = _place(field, text)
        reached = [(place, given) for value, given in known if (place := _place(field, value)) is not None]
        below = [pair for pair in reached if here is not None and pair[0] <= here]
        found = [max(below)[1]] if below else [MARKS[0]] if reached else []
    else:
        own = set(text.split(SEPARATOR)) if field.kind is FieldKind.SEVERAL else {text}
        found = [given for value, given in known if _stored(field, value) in own]
    return max(found, default=next((given for value, given in known if value == ANY), None))


def fixed_marks(
    criteria: Iterable[Criterion], own: OwnFields, values: Mapping[int, Values], exposed: Mapping[int, Values]
) -> dict[int, dict[int, int]]:
    """Return the marks that follow from own fields and from measures of exposure, by company and criterion."""
    found: dict[int, dict[int, int]] = {}
    for criterion in criteria:
        field = field_of(criterion, own)
        if field is None or field.subject is not Subject.COMPANY:
            continue
        for company, texts in (exposed if criterion.exposure else values).items():
            given = mark(field, criterion.points, texts.get(field.name, ""))
            if given is not None:
                found.setdefault(company, {})[criterion.id] = given
    return found


def field_of(criterion: Criterion, own: OwnFields) -> OwnField | None:
    """Return the own field or measure of exposure a criterion is read from; None where people mark."""
    if criterion.exposure:
        return measure_field(criterion.exposure)
    return own.by_key.get(criterion.field_id or 0)


def _place(field: OwnField, text: str) -> Decimal | None:
    if field.kind is FieldKind.DATE:
        found = day(text)
        return Decimal(found.toordinal()) if found else None
    if field.kind is FieldKind.MONEY:
        sum_of = amount(text)
        return sum_of[0] if sum_of else None
    return number(text)


def _stored(field: OwnField, value: str) -> str:
    """Return a value as the field stores it, however it is called."""
    plain = fold(value)
    if field.kind is FieldKind.YES_NO:
        return _ANSWERS.get(plain, plain)
    return field.spellings.get(plain, value) if field.choices else value


def _means_something(field: OwnField, value: str) -> bool:
    if field.kind in _THRESHOLDS:
        return _place(field, value) is not None
    return field.fits(_stored(field, value))
