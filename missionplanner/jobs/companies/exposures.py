"""The exposure of companies as a file holds it, and as it is typed on the command line."""

from collections.abc import Mapping
from dataclasses import replace

from missionplanner.domain.companies import BoughtInput, Company, Market
from missionplanner.domain.exposure import TARIFF_LABELS, TariffStatus
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _, translator
from missionplanner.jobs.companies import entry, registrations
from missionplanner.messages import message
from missionplanner.store.store import Store

FIELDS = ("tariff", "markets", "inputs")
"""The fields that can be typed: "United States = 60 %; Japan = CAD 2 million", "Steel | China | 70 %; Resin"."""


def enter(store: Store, company: Company, texts: Mapping[str, str]) -> None:
    """Store the exposure of a company, by texts of FIELDS, as one step. Raises UserError for what it cannot be."""
    before = registrations.records(store, [company.id])[company.id]
    after = before
    if "tariff" in texts:
        after = replace(after, company=replace(after.company, tariff=tariff_called(texts["tariff"])))
    if "markets" in texts:
        rows = [part.partition("=") for part in _listed(texts["markets"])]
        after = replace(after, markets=tuple(
            Market(country=entry.english_country(name.strip()), share=share.strip(), position=n)
            for n, (name, _mark, share) in enumerate(rows)
        ))  # fmt: skip
    if "inputs" in texts:
        cells = [[*map(str.strip, part.split("|")), "", ""] for part in _listed(texts["inputs"])]
        after = replace(after, inputs=tuple(
            BoughtInput(what=row[0], country=entry.english_country(row[1]), share=row[2], position=n)
            for n, row in enumerate(cells)
        ))  # fmt: skip
    with store.change(message("Edit the exposure of {company}", company=company.named)) as change:
        registrations.save(store, change, before, after)


def tariff_called(text: str) -> TariffStatus:
    """Return the tariff status that is called so in any language; raises UserError for none."""
    for status, label in TARIFF_LABELS.items():
        names = {words(status.value), words(status.name), *(words(translator(one)(label)) for one in LANGUAGES)}
        if words(text) in names:
            return status
    raise UserError(
        _("“{text}” is not one of the choices.").format(text=text), ", ".join(one.label for one in TariffStatus)
    )


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
