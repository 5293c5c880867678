"""The own fields of companies that suggestions compare, and the reasons they give."""

from missionplanner.domain.own_fields import OwnField, OwnFields, Subject, Suiting
from missionplanner.domain.own_kinds import SEPARATOR
from missionplanner.domain.own_values import Values
from missionplanner.domain.spelling import fold
from missionplanner.i18n import _
from missionplanner.matching.own_values import OwnRule


def rules(own: OwnFields) -> tuple[OwnRule, ...]:
    """Return how own fields of companies are compared."""
    return tuple(OwnRule(one.code, _other(own, one).code, one.suits is Suiting.EQUAL) for one in _compared(own))


def values(own: OwnFields, texts: Values) -> dict[str, frozenset[str]]:
    """Return the values of a company that are compared, by the codes of its fields."""
    wanted = {field.name: field for one in _compared(own) for field in (one, _other(own, one))}
    return {field.code: _parts(texts[name]) for name, field in wanted.items() if texts.get(name)}


def reasons(own: OwnFields, ours: Values, theirs: Values) -> list[str]:
    """Return in words which values of two companies suit one another."""
    one, two = values(own, ours), values(own, theirs)
    found = []
    for field, rule in zip(_compared(own), rules(own), strict=True):
        other = _other(own, field)
        for mine, yours in rule.pairs(one, two):
            if not rule.suits(mine, yours):
                continue
            if rule.is_equal:
                said = _shown(field, [ours, theirs], mine & yours) or _shown(other, [ours, theirs], mine & yours)
                found.append(_("{field}: {value}").format(field=field.label, value=said))
            else:
                first, second = _shown(field, [ours, theirs], mine), _shown(other, [ours, theirs], yours)
                found.append(_("{field}: {one} and {other}").format(field=field.label, one=first, other=second))
            break
    return found


def _compared(own: OwnFields) -> list[OwnField]:
    return [one for one in own.of(Subject.COMPANY) if one.suits is not Suiting.NOT]


def _other(own: OwnFields, field: OwnField) -> OwnField:
    """Return the field another is compared with; itself where that is gone."""
    return own.get(f"{Subject.COMPANY.value}.{field.suits_with}") or field if field.suits_with else field


def _parts(text: str) -> frozenset[str]:
    return frozenset(fold(part) for part in text.split(SEPARATOR) if part.strip())


def _shown(field: OwnField, sides: list[Values], wanted: frozenset[str]) -> str:
    """Return values as people read them, each once."""
    parts = [part for texts in sides for part in texts.get(field.name, "").split(SEPARATOR) if fold(part) in wanted]
    return ", ".join(dict.fromkeys(field.shown(part) for part in parts))
