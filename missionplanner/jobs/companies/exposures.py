"""The exposure of companies as a file holds it, and as it is typed on the command line."""

from collections.abc import Mapping
from dataclasses import replace

from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import BoughtInput, Company, Market
from missionplanner.domain.exposure import TariffStatus
from missionplanner.errors import UserError
from missionplanner.exchange import exposure_cells
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry, registrations
from missionplanner.messages import message
from missionplanner.store.store import Store

FIELDS = ("tariff", "markets", "inputs")
"""The fields that can be typed: "United States = 60 %; Japan = CAD 2 million", "Steel | China | 70 %; Resin"."""


def enter(store: Store, company: Company, texts: Mapping[str, str]) -> None:
    """Store the exposure of a company, by texts of FIELDS, as one step. Raises UserError for what it cannot be."""
    before = after = registrations.records(store, [company.id])[company.id]
    for field, text in texts.items():
        after = typed(after, field, text)
    with store.change(message("Edit the exposure of {company}", company=company.named)) as change:
        registrations.save(store, change, before, after)


def typed(record: Registration, field: str, text: str) -> Registration:
    """Return a record with one of FIELDS as it is typed; raises UserError for what it cannot be."""
    if field == "tariff":
        return replace(record, company=replace(record.company, tariff=tariff_called(text)))
    if field == "markets":
        rows = [part.partition("=") for part in _listed(text)]
        markets = (
            Market(country=entry.english_country(name.strip()), share=share.strip(), position=n)
            for n, (name, _mark, share) in enumerate(rows)
        )
        return replace(record, markets=tuple(markets))
    cells = [[*map(str.strip, part.split("|")), "", ""] for part in _listed(text)]
    inputs = (
        BoughtInput(what=row[0], country=entry.english_country(row[1]), share=row[2], position=n)
        for n, row in enumerate(cells)
    )
    return replace(record, inputs=tuple(inputs))


def tariff_called(text: str) -> TariffStatus:
    """Return the tariff status that is called so in any language, unknown for none; raises UserError for others."""
    status = exposure_cells.tariff(text) if text else TariffStatus.UNKNOWN
    if status is None:
        raise UserError(
            _("“{text}” is not one of the choices.").format(text=text), ", ".join(one.label for one in TariffStatus)
        )
    return status


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
