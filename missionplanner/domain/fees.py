"""Fees: a ready group of own fields of companies, what is still open of them, and their sums."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import FieldKind, amount
from missionplanner.domain.own_values import Values
from missionplanner.i18n import N_, Translator, translator

_SECTION = N_("Fees")
_GROUP: tuple[tuple[str, FieldKind, str], ...] = (
    ("fee_due", FieldKind.MONEY, N_("Fee due")),
    ("fee_invoiced", FieldKind.MONEY, N_("Fee invoiced")),
    ("fee_paid", FieldKind.MONEY, N_("Fee paid")),
    ("fee_waived", FieldKind.MONEY, N_("Fee waived")),
    ("fee_refunded", FieldKind.MONEY, N_("Fee refunded")),
    ("fee_date", FieldKind.DATE, N_("Date of the payment")),
    ("fee_reference", FieldKind.TEXT, N_("Reference of the payment")),
)
"""The codes, kinds and names of the group."""
_CODES = frozenset(code for code, _kind, _name in _GROUP)
AMOUNTS = ("due", "invoiced", "paid", "waived", "refunded")
PAID = "company.fee_paid"
"""The field that, where it is required, is needed before a company is confirmed."""


@dataclass(frozen=True, slots=True)
class FeeBalance:
    """The fees in one currency."""

    currency: str
    amounts: Mapping[str, Decimal]
    """By AMOUNTS."""

    @property
    def left(self) -> Decimal:
        """The amount that is neither waived nor paid; what was paid and given back is due again."""
        said = self.amounts
        return said["due"] - said["waived"] - said["paid"] + said["refunded"]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be paid."""
        return self.left > 0

    def shown(self, name: str, t: Translator) -> str:
        """Return one of AMOUNTS, or what is left, as people read it."""
        value = self.left if name == "left" else self.amounts[name]
        return t.money(value, self.currency)


def group(currency: str) -> tuple[OwnField, ...]:
    """Return the fields of the group, of companies of the delegation, under a heading of their own."""
    languages = {code: translator(code) for code in ("en", "fr", "es")}
    return tuple(
        OwnField(
            code=code,
            kind=kind,
            name_en=languages["en"](name),
            name_fr=languages["fr"](name),
            name_es=languages["es"](name),
            section=languages["en"](_SECTION),
            section_fr=languages["fr"](_SECTION),
            section_es=languages["es"](_SECTION),
            currency=currency if kind is FieldKind.MONEY else "",
            side="delegation",
        )
        for code, kind, name in _GROUP
    )


def is_fee(field: OwnField) -> bool:
    """Whether a field is one of the group, which organisers fill in and no form asks for."""
    return field.subject is Subject.COMPANY and field.code in _CODES


def of_group(own: Iterable[OwnField]) -> tuple[OwnField, ...]:
    """Return the fields that stand under the heading of the fees: the group, and what an organiser put beside it."""
    known = tuple(own)
    sections = {one.section for one in known if is_fee(one) and one.section}
    return tuple(one for one in known if is_fee(one) or (one.subject is Subject.COMPANY and one.section in sections))


def balances(values: Iterable[Values]) -> list[FeeBalance]:
    """Return the sums of what companies have in the fields of the group, by currency."""
    found: dict[str, dict[str, Decimal]] = defaultdict(lambda: dict.fromkeys(AMOUNTS, Decimal(0)))
    for one in values:
        for name, value, currency in _amounts(one):
            found[currency][name] += value
    return [FeeBalance(currency, amounts) for currency, amounts in sorted(found.items())]


def is_open(values: Values) -> bool:
    """Whether a company has still to pay something."""
    return any(one.is_open for one in balances([values]))


def needed_to_confirm(own: OwnFields) -> bool:
    """Whether a company is confirmed only when its fee is settled."""
    paid = own.get(PAID)
    return paid is not None and paid.required


def _amounts(values: Values) -> Iterator[tuple[str, Decimal, str]]:
    for name in AMOUNTS:
        found = amount(values.get(f"company.fee_{name}", ""))
        if found:
            yield name, *found
