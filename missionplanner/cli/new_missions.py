"""The command new: a mission file, empty, with cities and sectors, or from an example."""

import argparse
from datetime import date, timedelta
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.options import add_command
from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.programme import ready_sectors as sectors
from missionplanner.jobs.starts import cities, wanted
from missionplanner.jobs.typed_dates import typed_day

DAYS_AHEAD, LENGTH = 90, 4
"""When a mission without dates begins and how many days later it ends."""


def add_commands(commands: Any) -> None:
    """Add new."""
    making = add_command(commands, "new", _("make a mission file"), new)
    example = _("start from an example, such as {name}").format(name="canada-mexico-2026")
    making.add_argument("--example", metavar=_("NAME"), help=example)
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


def new(arguments: argparse.Namespace) -> int:
    """Make a mission file, from an example or as the options say."""
    if arguments.example:
        store = new_mission.from_example(arguments.file, arguments.example)
    else:
        store = new_mission.create(arguments.file, _wanted(arguments))
    name = store.mission.name
    store.close()
    if arguments.json:
        output.document({"path": str(arguments.file), "name": name})
    else:
        output.say(f"{arguments.file}: {name}")
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
