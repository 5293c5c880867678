"""The kinds of files to import, and how each is analysed, written and saved."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Mission
from missionplanner.domain.spelling import fold
from missionplanner.i18n import LANGUAGES, N_, count, country_name
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import people as import_people
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.form_knowledge import side_of
from missionplanner.jobs.imports.people import PeoplePlan
from missionplanner.jobs.imports.reading import ImportOptions, save_rejects
from missionplanner.jobs.imports.requests import RequestPlan
from missionplanner.jobs.imports.sides import side_said
from missionplanner.jobs.job import Job
from missionplanner.store.store import Store

Plan = ImportPlan | PeoplePlan | RequestPlan
KINDS = (
    ("delegation", N_("Companies of the delegation")),
    ("counterpart", N_("Companies of the host country")),
    ("people", N_("People, of the delegation")),
    ("hosts", N_("People, of the host country")),
    ("requests", N_("Meeting requests")),
)
"""The kinds with their labels."""
_SIDES = {
    "delegation": Side.DELEGATION,
    "counterpart": Side.COUNTERPART,
    "people": Side.DELEGATION,
    "hosts": Side.COUNTERPART,
}
_PEOPLE = ("people", "hosts")
_WORDS = (
    ("requests", ("request", "demande", "solicitud", "wish")),
    (
        "counterpart",
        (
            "contraparte", "counterpart", "homologue", "host", "buyer", "acheteu", "comprador", "importer",
            "importador", "importateur",
        ),
    ),
)  # fmt: skip
_OF_PEOPLE = (
    "people", "person", "participant", "attendee", "official", "staff", "press", "guest", "invite",
    "fonctionnaire", "equipe", "funcionari", "equipo", "prensa", "invitad", "asistente",
)  # fmt: skip


_STEM = 5
"""Letters of the name of a country that those of its people begin with, too."""


def guess_kind(path: Path, mission: Mission) -> str:
    """Return the kind of rows a file most likely holds, by its name; a filled form says it itself.

    Where the name says nothing, the country that all of the first rows name does.
    """
    if side := side_of(path):
        return side.value
    name = fold(path.stem)
    kind = next((kind for kind, words in _WORDS if any(word in name for word in words)), "")
    if not kind and _names(name, mission.host_country) and not _names(name, mission.home_country):
        kind = "counterpart"
    if not kind:
        kind = (side_said(path, mission) or Side.DELEGATION).value
    if kind == "requests" or not any(word in name for word in _OF_PEOPLE):
        return kind
    return "hosts" if kind == "counterpart" else "people"


def _names(name: str, country: str) -> bool:
    """Whether the folded name of a file has a country in it, or its people (Mexico, mexican, mexicana)."""
    stems = {fold(country_name(country, language))[:_STEM] for language in LANGUAGES}
    return any(len(stem) == _STEM and stem in name for stem in stems)


def has_columns(kind: str) -> bool:
    """Whether the columns of such a file are shown and can be corrected."""
    return kind != "requests"


def has_companies(kind: str) -> bool:
    """Whether the rows of such a file are companies, which may stand in several."""
    return kind not in ("requests", *_PEOPLE)


def looks(kind: str, options: ImportOptions) -> tuple[list[Job[Any, Any]], Job[Any, Any]]:
    """Return the jobs that analyse the first rows of a long file, and the one that analyses all of it."""
    if kind == "requests":
        named: Mapping[str, int] = options.named
        return [], import_requests.analyse(options.source, options.sheet, options.pasted, named)
    options = replace(options, side=_SIDES[kind])
    if kind in _PEOPLE:
        return list(import_people.first_look(options)), import_people.analyse(options)
    return list(import_companies.first_look(options)), import_companies.analyse(options)


def accept(store: Store, plan: Plan) -> None:
    """Write a plan as one step."""
    if isinstance(plan, ImportPlan):
        import_companies.accept(store, plan)
    elif isinstance(plan, PeoplePlan):
        import_people.accept(store, plan)
    else:
        import_requests.accept(store, plan)


def in_words(plan: Plan) -> tuple[str, str]:
    """Return what a plan brought in, in a sentence, and the screen that shows it."""
    new, changed = plan.count(RowOutcome.NEW), plan.count(RowOutcome.CHANGED)
    if isinstance(plan, PeoplePlan):
        text, screen = count("{n} person imported", "{n} people imported", new), "people"
    elif isinstance(plan, RequestPlan):
        text, screen = count("{n} request imported", "{n} requests imported", new), "requests"
    else:
        text, screen = count("{n} company imported", "{n} companies imported", new), "companies"
    more = count("{n} changed", "{n} changed", changed) if changed else ""
    return ", ".join(part for part in (text, more) if part), screen


def save_rejected(plan: Plan, target: Path) -> int:
    """Write the rejected rows of a plan as csv; return how many."""
    return import_requests.save_rejects(plan, target) if isinstance(plan, RequestPlan) else save_rejects(plan, target)
