"""The filters commands share, as companies."""

import argparse

from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store


def company_filter(store: Store, arguments: argparse.Namespace) -> CompanyFilter:
    """The filter typed; raises UserError for a sector or stop the mission does not have."""
    return CompanyFilter(
        side=arguments.side,
        sectors=tuple(_sector(store, text) for text in arguments.sector),
        statuses=(arguments.status_filter,) if arguments.status_filter else (),
        stops=(_stop(store, arguments.stop),) if arguments.stop else (),
        text=arguments.search,
    )


def _sector(store: Store, text: str) -> str:
    sectors = store.all(Sector)
    for sector in sectors:
        if words(text) in {words(name) for name in (sector.code, sector.name_en, sector.name_fr, sector.name_es)}:
            return sector.code
    codes = ", ".join(sector.code for sector in sectors if sector.parent_id is None)
    raise UserError(
        _("There is no sector “{sector}”.").format(sector=text), _("The codes are: {codes}.").format(codes=codes)
    )


def _stop(store: Store, text: str) -> int:
    stops = store.all(Stop)
    for stop in stops:
        names = (stop.name_en, stop.name_fr, stop.name_es, *stop.spellings.split(";"))
        if words(text) in {words(name) for name in names if name.strip()}:
            return stop.id
    names_text = ", ".join(stop.name_en for stop in stops)
    raise UserError(
        _("There is no stop “{stop}”.").format(stop=text), _("The stops are: {stops}.").format(stops=names_text)
    )
