"""Four missions to start from, each a file of its own: empty on new days, or filled with made-up companies."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import MissionText, Venue
from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Gender, Person, Role
from missionplanner.domain.translated_names import name_in
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.imports import companies, requests
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import Job, run_now
from missionplanner.jobs.programme import new_mission, programme
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.starts import earlier
from missionplanner.jobs.starts.departure import usual
from missionplanner.jobs.starts.earlier import Earlier, Made
from missionplanner.jobs.starts.offered import NAMES, STARTS, Start
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.paths import resources
from missionplanner.progress import Progress
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from missionplanner.unfinished import temporary_folder

_SECONDS = 3.0
"""How long the timetable of a start may take."""


def called(name: str) -> Start:
    """Return the start of a name; raises UserError when there is none."""
    found = next((start for start in STARTS if start.name == name), None)
    if found is None:
        known = ", ".join((*new_mission.examples(), *NAMES))
        hint = _("The examples are: {names}.").format(names=known)
        raise UserError(_("There is no example “{name}”.").format(name=name), hint)
    return found


def make(path: Path, name: str, wanted: Earlier, today: date) -> tuple[Store, Made]:
    """Make a mission file of a start on the days that are wanted, without companies; return it with what was taken.

    Raises UserError when there is no start of that name, or the file cannot be made.
    """
    raw = content(called(name).name)
    with temporary_folder() as folder:
        texts = list(_texts(raw["texts"]))
        with new_mission.from_content(folder / f"{name}.mission", dict(raw), texts) as start:
            with start.change(message("New mission")) as change:
                change.insert_all(_fields(raw["fields"]))
            return earlier.make(
                path, start, replace(wanted, departure=wanted.departure or departure(name, today)), today
            )


def departure(name: str, today: date) -> date:
    """Return the first day of a start that is offered: its own while that is ahead, else on its day of the week."""
    own = date.fromisoformat(content(name)["mission"]["starts"])
    return own if own > today else usual(own, today)


def mission_name(name: str) -> str:
    """Return what the mission of a start is called, in the language of the screen."""
    raw = content(name)["mission"]
    return name_in(current().language, raw["name"], raw["name_fr"], raw["name_es"])


def making(path: Path, name: str, wanted: Earlier, today: date) -> Job[None, Path]:
    """Return the job that makes a start filled with its companies; its result is the file."""

    def work(_none: None, progress: Progress) -> Path:
        progress.report(0.1, _("Making the example"))
        store, _made = make(path, name, wanted, today)
        with store, store.made_whole():
            fill(store, name)
        return path

    return Job(_("Making the example"), lambda _store: None, work)


def fill(store: Store, name: str) -> None:
    """Fill a mission made of a start: links, people, registrations and requests; all accepted, a timetable made."""
    raw = content(name)
    _open_rooms(store, raw["venues"])
    _enter_people(store, raw["people"])
    with temporary_folder() as folder:
        for side in Side:
            table = _table(folder / f"{side.value}.csv", raw["registrations"][side.value])
            companies.accept(store, run_now(companies.analyse(ImportOptions(table, side)), store))
        wishes = _table(folder / "requests.csv", raw["requests"])
        requests.accept(store, run_now(requests.analyse(wishes), store))
    decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
    planning.accept(store, run_now(planning.plan(_SECONDS), store))


@cache
def content(name: str) -> Mapping[str, Any]:
    """Return what the file of a start says."""
    found: Mapping[str, Any] = json.loads((resources() / "starts" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _texts(raw: Mapping[str, Any]) -> Iterable[MissionText]:
    for kind, languages in raw.items():
        for language, text in languages.items():
            yield MissionText(kind=kind, language=language, **text)


def _fields(raw: Iterable[Mapping[str, Any]]) -> Iterable[OwnField]:
    for position, one in enumerate(raw):
        plain = {name: value for name, value in one.items() if name != "kind"}
        yield OwnField(**plain, kind=FieldKind(one["kind"]), position=position)


def _open_rooms(store: Store, raw: Iterable[Mapping[str, Any]]) -> None:
    """Give the video rooms their links."""
    links = {venue["name"]: venue["links"] for venue in raw if venue.get("links")}
    for venue in store.all(Venue):
        if venue.name in links:
            programme.save_venue(store, venue, len(links[venue.name]), links=links[venue.name])


def _enter_people(store: Store, raw: Iterable[Mapping[str, Any]]) -> None:
    """Enter those who belong to no company."""
    roles = {role.name_en: role.id for role in store.all(Role)}
    people = [{name: value for name, value in one.items() if name not in ("role", "gender")} for one in raw]
    with store.change(message("Enter the other people")) as change:
        for one, known in zip(raw, people, strict=True):
            change.insert(replace(Person(**known), role_id=roles[one["role"]], gender=Gender(one["gender"])))


def _table(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write rows as a spreadsheet people would send."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path
