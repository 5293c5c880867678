"""The command fees: what companies have paid and have still to pay."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb
from missionplanner.domain.fees import AMOUNTS, FeeBalance
from missionplanner.i18n import _, count, current
from missionplanner.jobs.fields import fees
from missionplanner.jobs.fields.fees import CompanyFee

VERBS = ("add",)
"""The acts on fees; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add fees with its verb."""
    found = add_command(commands, "fees", _("list the fees of companies, or add the fields they need"), show)
    add_csv(found)
    found.add_argument("--unpaid", action="store_true", help=_("only companies that have still to pay"))
    verbs = found.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS)),
    )
    adding = add_verb(
        verbs, "add", _("add the fields of fees: due, invoiced, paid, waived, refunded, date, reference"), add
    )
    adding.add_argument(
        "--currency",
        default="",
        metavar=_("CODE"),
        help=_("that of amounts which name none: CAD, MXN; else that of the country the mission is from"),
    )


def show(arguments: argparse.Namespace) -> int:
    """Print the fees by company, and their sums."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    found = [one for one in fees.of_companies(snapshot) if one.is_open or not arguments.unpaid]
    rows = [(one, balance) for one in found for balance in one.balances]
    said = (count("{n} company with fees", "{n} companies with fees", len(found)), fees.sums(snapshot))
    shown = [_in_words(*one) for one in rows]
    return output.listed(arguments, [_row(*one) for one in rows], shown, "\n".join(filter(None, said)))


def add(arguments: argparse.Namespace) -> int:
    """Add the fields as one step."""
    with opened(arguments) as store:
        made = fees.add(store, arguments.currency)
    if arguments.json:
        output.document([one.name for one in made])
    else:
        currency = next((one.currency for one in made if one.currency), "–")
        text = _("Fields of fees, sums in {currency}: {names}")
        output.say(text.format(currency=currency, names=", ".join(one.label for one in made)))
    return 0


def _row(one: CompanyFee, balance: FeeBalance) -> dict[str, Any]:
    amounts = {name: str(balance.amounts[name]) for name in AMOUNTS}
    return {"company": one.name, "currency": balance.currency, **amounts, "open": str(max(balance.left, 0))}


def _in_words(one: CompanyFee, balance: FeeBalance) -> dict[str, str]:
    t = current()
    headings = {"due": _("Due"), "invoiced": _("Invoiced"), "paid": _("Paid"), "waived": _("Waived"),
                "refunded": _("Refunded"), "left": _("Outstanding")}  # fmt: skip
    return {_("Company"): one.name, **{text: balance.shown(name, t) for name, text in headings.items()}}
