"""All packs agree with the plan and the events, across time zones and a change of clocks."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from missionplanner import app
from missionplanner.domain.companies import Company, CompanyStop
from missionplanner.domain.mission import Stop
from missionplanner.domain.time import days
from missionplanner.i18n import LANGUAGES, Translator, translator
from missionplanner.jobs.packs import printing
from missionplanner.store.store import Store
from tests.builders import Figures, key_of
from tests.journeys.agreement import is_journey, journey, of_events, of_meetings, said, text_of
from tests.journeys.wide_mission import MEETINGS, PEOPLE, make_short, make_wide
from tests.unit.pack.making import draft

ALL_CITIES = {"Madrid", "Las Palmas", "New York"}


@dataclass
class Plan:
    """A mission with what the command line lists of it."""

    store: Store
    meetings: list[dict[str, Any]]
    events: list[dict[str, Any]]
    packs: dict[tuple[str, str], printing.Preview] = field(default_factory=dict)
    """The packs that were laid out, by company and language."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wide")


@pytest.fixture(scope="module")
def plans(folder: Path) -> Iterator[dict[str, Plan]]:
    made = {"wide": make_wide(folder / "wide.mission"), "short": make_short(folder / "short.mission")}
    yield {
        name: Plan(store, listed(store, "list", "meetings"), listed(store, "events")) for name, store in made.items()
    }
    for store in made.values():
        store.close()


def listed(store: Store, *command: str) -> list[dict[str, Any]]:
    """Return what a command lists, as a script reads it."""
    with redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")) as written:
        app.run([command[0], str(store.path), *command[1:], "--json"])
        written.seek(0)
        return list(json.loads(written.read()))


def differences(plan: Plan, company: str, language: str, folder: Path) -> list[str]:
    """Return what the pack of a company says otherwise than the lists: nothing."""
    if (company, language) not in plan.packs:
        plan.packs[company, language] = printing.preview(draft(plan.store, company, language))
    content, sections, unprintable = plan.packs[company, language]
    path = folder / "pack.pdf"
    path.write_bytes(content)
    meetings, events = of_meetings(plan.meetings, company), of_events(plan.events, cities_of(plan, company))
    names = {name for row in plan.meetings for name in (row["delegation"], row["counterpart"])} - {company}
    names |= {row["name"] for row in plan.events}
    whole, t, found = text_of(path, 1, 999), translator(language), []
    pages = {key: text_of(path, *span) for key, span in spans(sections).items()}
    mission = plan.store.mission
    around = days(mission.starts, mission.ends)
    for key, wanted in (("schedule", meetings), ("programme", meetings | events)):
        read = said(without_free_days(pages[key], t), around, names, t)
        found += [f"{company}, {key}: {one} is missing" for one in sorted(wanted - {*read})]
        found += [f"{company}, {key}: {one} is not planned" for one in sorted({*read} - wanted)]
        found += [f"{company}, {key}: said twice" for _once in [1] if len(read) != len({*read})]
    for row in plan.events:
        if is_journey(row) and (journey(row) in whole) is not (row["name"] in {one.what for one in events}):
            found.append(f"{company}: both ends of {row['name']}")
    people = [one.family_name for one in plan.store.snapshot().delegates_of[key_of(plan.store, company)]]
    return (
        found + [f"{company}: {name} is missing" for name in people if name not in whole] + list(map(str, unprintable))
    )


def without_free_days(text: str, t: Translator) -> str:
    """Return a text without the sentences on days of which nothing is said."""
    for sentence in ("Nothing is planned for you on {day}.", "Nothing is planned for you {days}."):
        begins = re.split(r"\s+", t(sentence).partition("{")[0].strip())
        text = re.sub(r"\s+".join(map(re.escape, begins)) + r"\b[^.]*\.", "", text)
    return text


def cities_of(plan: Plan, company: str) -> set[str]:
    """Return the cities a company goes to: those it named, else all."""
    stops = {stop.id: stop.name_en for stop in plan.store.all(Stop)}
    named = plan.store.where(CompanyStop, "company_id", [key_of(plan.store, company)])
    return {stops[row.stop_id] for row in named} or {*stops.values()}


def spans(sections: Sequence[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    """Return the first and last page of every section: another begins on the page after its last, or on that page."""
    pages = [page for _key, page in sections] + [1000]
    ends = (min(page for page in pages if page > own) - 1 for _key, own in sections)
    return {key: (page, end) for (key, page), end in zip(sections, ends, strict=True)}


CASES = (
    ("wide", "Ondara 00", "en"), ("wide", "Ondara 01", "es"), ("wide", "Ondara 17", "fr"), ("wide", "Ondara 45", "en"),
    ("short", "Ondara 09", "en"),
)  # fmt: skip


@pytest.mark.parametrize(("mission", "company", "language"), CASES)
def test_a_pack_says_what_is_planned(
    plans: dict[str, Plan], folder: Path, mission: str, company: str, language: str
) -> None:
    assert differences(plans[mission], company, language, folder) == []


def test_the_missions_are_as_wide_as_they_should_be(plans: dict[str, Plan]) -> None:
    wide, short = plans["wide"], plans["short"]
    numbers = {name: len(of_meetings(wide.meetings, name)) for name in MEETINGS}
    assert numbers == MEETINGS
    offsets = {row["start"][-6:] for row in wide.meetings}
    assert offsets == {"+01:00", "+02:00", "-04:00"}
    assert [len(days(plan.store.mission.starts, plan.store.mission.ends)) for plan in (wide, short)] == [14, 1]
    assert max(map(len, wide.store.snapshot().delegates_of.values())) == PEOPLE
    assert len([row for row in wide.events if is_journey(row)]) == 2


def test_what_is_wrong_is_found(plans: dict[str, Plan], folder: Path) -> None:
    """The program that compares finds a meeting, an event and a journey that lie an hour off."""
    plan = plans["wide"]
    late = [{**row, "start": row["start"].replace("T09:25", "T10:25")} for row in plan.meetings]
    moved = [{**row, "end": row["end"].replace("T19:55", "T20:55")} for row in plan.events]
    wrong = differences(replace(plan, meetings=late, events=moved), "Ondara 17", "fr", folder)
    assert [line.split(": ")[-1] for line in wrong if "both ends" in line] == ["both ends of Flight to the islands"]
    assert sum("is missing" in line for line in wrong) == sum("is not planned" in line for line in wrong) > 2


@pytest.mark.soak
@pytest.mark.parametrize("mission", ["wide", "short"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_packs_say_what_is_planned(
    plans: dict[str, Plan], folder: Path, mission: str, language: str, figures: Figures
) -> None:
    companies = [company.name for company in plans[mission].store.all(Company)]
    wrong = [line for name in companies for line in differences(plans[mission], name, language, folder)]
    figures(f"{mission}, {language}: {len(companies)} packs compared, {len(wrong)} wrong")
    assert wrong == []
