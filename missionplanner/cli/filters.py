"""The filters of companies that commands share."""

import argparse

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.exposure import CLASSES
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import OrganisationKind, in_order
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.companies import entry, free_filter
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store

STATUSES = tuple(status.value for status in Status)
SIDES = tuple(side.value for side in Side)


def add_filters(command: argparse.ArgumentParser, status_option: str = "--status") -> None:
    """Let companies be chosen by side, sector, status, stop and words."""
    command.add_argument("--side", choices=SIDES, default="", help=_("companies of this side"))
    command.add_argument(
        "--sector", action="append", default=[], metavar=_("CODE"), help=_("companies of this sector; repeatable")
    )
    command.add_argument(
        *dict.fromkeys(("--status", status_option)),
        dest="status_filter",
        choices=STATUSES,
        metavar=_("STATUS"),
        default="",
        help=_("companies of this status: {codes}").format(codes=", ".join(STATUSES)),
    )
    command.add_argument("--of-kind", default="", metavar=_("KIND"), help=_("organisations of this kind"))
    command.add_argument("--stop", default="", metavar=_("STOP"), help=_("what concerns this stop"))
    choices = ("compliant", "not", "unknown")
    command.add_argument("--tariff", choices=choices, default="", help=_("companies of this tariff status"))
    text = _("companies that export to this country; repeatable")
    command.add_argument("--exports-to", action="append", default=[], metavar=_("COUNTRY"), help=text)
    text = _("companies that buy inputs in this country; repeatable")
    command.add_argument("--buys-in", action="append", default=[], metavar=_("COUNTRY"), help=text)
    text = _("companies whose largest market has this share, in percent: {classes}")
    classes = ", ".join(CLASSES)
    command.add_argument(
        "--largest-market", choices=CLASSES, default="", metavar=_("SHARE"), help=text.format(classes=classes)
    )
    command.add_argument("--search", default="", metavar=_("TEXT"), help=_("what holds all these words"))


def company_filter(store: Store, arguments: argparse.Namespace) -> CompanyFilter:
    """Return the filter that was typed; who is free is found out.

    Raises UserError for a sector, kind, stop or time of meetings the mission does not have.
    """
    wanted = CompanyFilter(
        side=arguments.side,
        sectors=tuple(_sector_code(store, text) for text in arguments.sector),
        statuses=(arguments.status_filter,) if arguments.status_filter else (),
        kinds=(_kind_key(store, arguments.of_kind),) if arguments.of_kind else (),
        stops=(stop_key(store, arguments.stop),) if arguments.stop else (),
        tariff=({"unknown": "?"}.get(arguments.tariff, arguments.tariff),) if arguments.tariff else (),
        exposed=(arguments.largest_market,) if arguments.largest_market else (),
        markets=tuple(map(entry.english_country, arguments.exports_to)),
        sources=tuple(map(entry.english_country, arguments.buys_in)),
        text=arguments.search,
    )
    return _who_is_free(store, wanted) if free_filter.asked(wanted) else wanted


def _who_is_free(store: Store, wanted: CompanyFilter) -> CompanyFilter:
    snapshot = store.snapshot()
    free = free_filter.FreeFilter(lambda: snapshot)
    for text, time in zip(free_filter.asked(wanted), free.times(wanted), strict=True):
        if time is None:
            raise UserError(
                _("There are no meetings at {text}.").format(text=text),
                _("See the times of the sessions in the window."),
            )
    return free.resolved(wanted)


def _sector_code(store: Store, text: str) -> str:
    sectors = store.all(Sector)
    for sector in sectors:
        if words(text) in {words(name) for name in (sector.code, sector.name_en, sector.name_fr, sector.name_es)}:
            return sector.code
    codes = ", ".join(sector.code for sector in sectors if sector.parent_id is None)
    raise UserError(
        _("There is no sector “{sector}”.").format(sector=text), _("The codes are: {codes}.").format(codes=codes)
    )


def _kind_key(store: Store, text: str) -> int:
    kinds = in_order(store.all(OrganisationKind))
    for kind in kinds:
        names = (kind.name_en, kind.name_fr, kind.name_es, *kind.spellings.split(";"))
        if words(text) in {words(name) for name in names if name.strip()}:
            return kind.id
    raise UserError(
        _("There is no kind of organisation “{kind}”.").format(kind=text),
        _("The kinds are: {kinds}.").format(kinds=", ".join(kind.label for kind in kinds)),
    )


def stop_key(store: Store, text: str) -> int:
    """Return the key of a stop by any of its names. Raises UserError for one the mission does not have."""
    stops = store.all(Stop)
    for stop in stops:
        names = (stop.name_en, stop.name_fr, stop.name_es, *stop.spellings.split(";"))
        if words(text) in {words(name) for name in names if name.strip()}:
            return stop.id
    stop_names = ", ".join(stop.name(current().language) for stop in stops)
    raise UserError(
        _("There is no stop “{stop}”.").format(stop=text), _("The stops are: {stops}.").format(stops=stop_names)
    )
