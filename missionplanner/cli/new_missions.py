"""The command new: a mission file, empty, with cities and sectors, or from an example."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import password
from missionplanner.cli.options import add_command
from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.programme import ready_sectors as sectors
from missionplanner.jobs.starts import cities, earlier, example, gallery, offered, wanted
from missionplanner.jobs.starts import take as parts
from missionplanner.jobs.starts.take import Take
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLE_OF

DAYS_AHEAD, LENGTH = 90, 4
"""When a mission without dates begins and how many days later it ends."""


def add_commands(commands: Any) -> None:
    """Add new."""
    making = add_command(commands, "new", _("make a mission file"), new)
    names = ", ".join(("canada-mexico-2026", *offered.NAMES))
    example = _("start from an example: {names}").format(names=names)
    making.add_argument("--example", metavar=_("NAME"), help=example)
    filled = _("with its made-up companies, requests and a timetable")
    making.add_argument("--filled", action="store_true", help=filled)
    _add_earlier(making)
    making.add_argument("--name", metavar=_("NAME"), default="", help=_("the name of the mission"))
    making.add_argument("--starts", metavar=_("DATE"), default="", help=_("its first day"))
    making.add_argument("--ends", metavar=_("DATE"), default="", help=_("its last day"))
    city = _("a city it visits; CITY:FIRST..LAST for its days, CITY=ZONE where it is not known")
    making.add_argument("--city", metavar=_("CITY"), action="append", default=[], help=city)
    making.add_argument(
        "--sector",
        metavar=_("SECTOR"),
        action="append",
        default=[],
        help=_("a sector, by its name; in three languages: Cheese = Fromage = Queso"),
    )
    making.add_argument("--organiser", metavar=_("NAME"), default="", help=_("who organises it"))
    making.add_argument("--home", metavar=_("COUNTRY"), default="", help=_("the country it comes from"))


def _add_earlier(making: argparse.ArgumentParser) -> None:
    text = _("start from an earlier mission file, which stays as it is")
    making.add_argument("--from", dest="earlier", type=Path, metavar=_("OLD"), help=text)
    text = _("what is taken of it: {parts}; usual is all but people").format(parts=", ".join(("usual", "all", *Take)))
    making.add_argument("--take", metavar=_("PARTS"), action="append", default=[], help=text)
    text = _("the new first day, to which all days move; else the same day of the week a year later")
    making.add_argument("--departure", metavar=_("DATE"), default="", help=text)


def _from_gallery(arguments: argparse.Namespace) -> int:
    """Make a mission file of a start of the gallery, on the days that are wanted."""
    wanted = earlier.Earlier(departure=typed_day(arguments.departure or arguments.starts), name=arguments.name)
    store, made = gallery.make(arguments.file, arguments.example, wanted, date.today())  # noqa: DTZ011
    with store:
        if arguments.filled:
            gallery.fill(store, arguments.example)
    return _say(arguments, made)


def new(arguments: argparse.Namespace) -> int:
    """Make a mission file, from an earlier one, from an example or as the options say.

    Raises UserError for options that do not go together.
    """
    if arguments.earlier:
        return _from_earlier(arguments)
    if arguments.take or (arguments.departure and not arguments.example):
        raise UserError(_("An earlier mission is missing."), _("Add --from with its file."))
    if arguments.filled and not arguments.example:
        raise UserError(_("Only an example can be filled."), _("Add --example with its name."))
    if arguments.example and arguments.example not in new_mission.examples():
        return _from_gallery(arguments)
    if arguments.example:
        store = new_mission.from_example(arguments.file, arguments.example)
        for _step in example.fill(store, output.progress()) if arguments.filled else ():
            pass
    else:
        store = new_mission.create(arguments.file, _wanted(arguments))
    name = store.mission.name
    store.close()
    if arguments.json:
        output.document({"path": str(arguments.file), "name": name})
    else:
        output.say(f"{arguments.file}: {name}")
    return 0


def _from_earlier(arguments: argparse.Namespace) -> int:
    """Make a mission file of an earlier one; what was left out and where days lie now is said."""
    names = ("example", "city", "sector", "starts", "ends", "organiser", "home")
    if beside := [name for name in names if getattr(arguments, name)]:
        text = _("--{name} and --from do not go together.").format(name=beside[0])
        hint = _("Give the new first day with --departure; cities and sectors come from the earlier file.")
        raise UserError(text, hint)
    take = parts.named(arguments.take) if arguments.take else frozenset(parts.USUAL)
    departure = typed_day(arguments.departure)
    with Store.open(arguments.earlier, read_only=True, password=password()) as old:
        store, made = earlier.make(
            arguments.file,
            old,
            earlier.Earlier(take, departure, arguments.name),
            date.today(),  # noqa: DTZ011
        )
    store.close()
    return _say(arguments, made)


def _say(arguments: argparse.Namespace, made: earlier.Made) -> int:
    if arguments.json:
        taken = {TABLE_OF[kind].name: number for kind, number in made.counts.items() if number}
        found = {"path": str(arguments.file), "name": made.name, "starts": made.starts.isoformat()}
        output.document({**found, "taken": taken, "remarks": list(made.sentences)})
        return 0
    output.say(f"{arguments.file}: {made.name}")
    for line in (earlier.words(made), *made.sentences):
        output.say(line)
    return 0


def _wanted(arguments: argparse.Namespace) -> new_mission.NewMission:
    starts = typed_day(arguments.starts) or date.today() + timedelta(days=DAYS_AHEAD)  # noqa: DTZ011
    ends = typed_day(arguments.ends, (starts, starts + timedelta(days=364)))
    if ends is None:
        ends = starts if arguments.starts else starts + timedelta(days=LENGTH)
    if ends < starts:
        raise UserError(_("The mission ends before it starts."), _("Correct one of the two dates."))
    mission = Mission(
        name=arguments.name or arguments.file.stem,
        organiser=arguments.organiser,
        home_country=entry.english_country(arguments.home),
        starts=starts,
        ends=ends,
    )
    named = [name for text in arguments.sector for name in sectors.split(text)]
    stops = cities.stops_named(arguments.city, (starts, ends))
    return wanted.new_mission(mission, stops, sectors.chosen([], named))
