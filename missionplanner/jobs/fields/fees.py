"""The fees of companies: their fields made at once, what each has still to pay, and whether it may be confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from missionplanner.domain import fees
from missionplanner.domain.fees import FeeBalance
from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.fields import currencies, definitions, values
from missionplanner.messages import message
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class CompanyFee:
    """The fees of a company."""

    company_id: int
    name: str
    balances: tuple[FeeBalance, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be paid."""
        return any(one.is_open for one in self.balances)


def add(store: Store, currency: str) -> list[OwnField]:
    """Add those fields of the group that are not there, as one step; return them.

    currency: that of amounts which name none; the usual one of the mission where it is empty. Fields that are there
    and have none get it, and so do their amounts. Raises UserError for what is no currency, and where nothing is to do.
    """
    code = currencies.typed(currency) or currencies.usual(store)
    known = values.fields(store)
    bare = [one for one in known if code and fees.is_fee(one) and one.kind is FieldKind.MONEY and not one.currency]
    place = max((one.position for one in known), default=-1) + 1
    new = [replace(one, position=place + n) for n, one in enumerate(fees.group(code)) if not known.get(one.name)]
    if not new and not bare:
        raise UserError(_("The fields of fees are there already."), _("They are in the group Fees."))
    with store.change(message("Add the fields of fees") if new else message("Set the currency of fees")) as change:
        change.insert_all(new)
        for one in bare:
            definitions.set_currency(store, change, one, code)
    return [*new, *(replace(one, currency=code) for one in bare)]


def of_companies(snapshot: Snapshot) -> list[CompanyFee]:
    """Return the fees of all companies that have any, by name."""
    found = []
    for company in sorted(snapshot.companies, key=lambda one: (current().sort_key(one.name), one.id)):
        mine = fees.balances([snapshot.own_of_company.get(company.id, {})])
        if mine:
            found.append(CompanyFee(company.id, company.name, tuple(mine)))
    return found


def sums(snapshot: Snapshot) -> str:
    """Return the sums of all fees in a line; empty where the mission has none."""
    every = snapshot.own_of_company.values()
    found = fees.balances(every)
    text = _("{due} due, {paid} paid, {left} open")
    t = current()
    parts = [text.format(**{name: one.shown(name, t) for name in ("due", "paid", "left")}) for one in found]
    number = sum(map(fees.is_open, every))
    if not parts:
        return ""
    unpaid = count("{n} company has not paid", "{n} companies have not paid", number) if number else _("all have paid")
    return _("Fees: {sums}; {unpaid}").format(sums=" · ".join(parts), unpaid=unpaid)


def refusals(store: Store, keys: Iterable[int]) -> dict[int, str]:
    """Return why companies cannot be confirmed, by key: their fee is open, where it is needed."""
    if not fees.needed_to_confirm(values.fields(store)):
        return {}
    known = values.by_record(store, Subject.COMPANY, list(keys))
    text = _("Its fee is not settled: {amount} are open.")
    found = {}
    for key, own in known.items():
        still = [one.shown("left", current()) for one in fees.balances([own]) if one.is_open]
        if still:
            found[key] = text.format(amount=", ".join(still))
    return found
