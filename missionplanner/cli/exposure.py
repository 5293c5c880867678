"""The command exposure: how far companies depend on single markets, tariffs and sources; who could replace what."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import add_filters, company_filter
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_verb, field_values
from missionplanner.domain.companies import Company
from missionplanner.domain.exposure import Exposure
from missionplanner.domain.regions import country_in
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, count, current
from missionplanner.jobs.companies import exposures
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.requests import replacing

VERBS = ("set", "replace")
"""The acts on the exposure; without one it is listed."""


def add_commands(commands: Any) -> None:
    """Add exposure with its verbs."""
    text = _("list how far companies depend on markets, tariffs and sources, or enter it")
    found = add_command(commands, "exposure", text, show)
    add_filters(found)
    help_text = _("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS))
    verbs = found.add_subparsers(dest="verb", metavar=_("VERB"), help=help_text)
    changing = add_verb(verbs, "set", _("set the exposure of a company"), change)
    changing.add_argument("company", metavar=_("COMPANY"), help=_("a company"))
    text = _("tariff=compliant, markets=“United States = 60 %; Japan = 10 %”, inputs=“Steel | China | 70 %; Resin”")
    changing.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=text.replace("%", "%%"))
    add_verb(verbs, "replace", _("list who could replace what is bought in third countries"), replace)


def show(arguments: argparse.Namespace) -> int:
    """Print the exposure of the companies that pass the filter, the most exposed first."""
    with opened(arguments, read_only=True) as store:
        keys, snapshot = store.companies.ids(company_filter(store, arguments)), store.snapshot()
    found = sorted(((key, snapshot.exposures[key]) for key in keys), key=lambda one: -(one[1].largest or 0))
    rows = [_row(snapshot, key, one) for key, one in found]
    if arguments.json:
        output.document(rows)
        return 0
    output.table([_in_words(snapshot, key, one) for key, one in found])
    output.say(count("{n} company", "{n} companies", len(rows)))
    return 0


def change(arguments: argparse.Namespace) -> int:
    """Store the exposure of a company as one step."""
    texts = field_values(arguments.fields, exposures.FIELDS)
    with opened(arguments) as store:
        company = find_company(store.all(Company), arguments.company)
        exposures.enter(store, company, texts)
        snapshot = store.snapshot()
    if arguments.json:
        output.document(_row(snapshot, company.id, snapshot.exposures[company.id]))
    else:
        output.say(_("{name} was changed.").format(name=company.name))
    return 0


def replace(arguments: argparse.Namespace) -> int:
    """Print who could replace what."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    found = replacing.replacements(snapshot)
    rows = [
        {
            "company": snapshot.company[one.bought.company_id].name, "input": one.bought.what,
            "country": one.bought.country, "replaced_by": snapshot.company[one.company_id].name, "offer": one.offer,
            "likeness": one.likeness,
        }
        for one in found
    ]  # fmt: skip
    if arguments.json:
        output.document(rows)
        return 0
    heads = (_("Company"), _("Input"), _("From"), _("Could come from"), _("What that company offers"))
    output.table([dict(zip(heads, map(str, list(row.values())[:5]), strict=True)) for row in rows])
    output.say(count("{n} way to replace an input", "{n} ways to replace an input", len(rows)))
    return 0


def _row(snapshot: Snapshot, key: int, one: Exposure) -> dict[str, Any]:
    inputs = snapshot.inputs_of.get(key, ())
    return {
        "company": snapshot.company[key].name,
        "tariff": one.tariff.value or "unknown",
        "largest": one.largest,
        "exports": [
            {"country": row.country, "percent": row.percent, "value": row.value, "currency": row.currency}
            for row in one.exports
        ],
        "inputs": [{"what": row.what, "country": row.country, "share": row.share} for row in inputs],
    }


def _in_words(snapshot: Snapshot, key: int, one: Exposure) -> dict[str, str]:
    t = current()
    exports = [
        f"{country_in(row.country, t.language)} {t.number(round(row.percent))} %"
        if row.percent is not None
        else country_in(row.country, t.language)
        for row in one.exports
    ]
    inputs = snapshot.inputs_of.get(key, ())
    return {
        _("Company"): snapshot.company[key].name,
        _("Tariff status"): one.tariff.label,
        _("Exports"): ", ".join(exports),
        _("Inputs"): ", ".join(
            f"{row.what} ({country_in(row.country, t.language)})" if row.country else row.what for row in inputs
        ),
    }
