"""Scenarios: how many companies a mission can take, tried with other numbers of tables, slots, days, interpreters."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from itertools import product

from missionplanner.domain.scenarios import Basis, Outlook, Scenario, basis
from missionplanner.errors import UserError
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.job import Job
from missionplanner.jobs.selection import decisions
from missionplanner.progress import Progress
from missionplanner.scheduling.limits import Limits
from missionplanner.store.store import Store

SECONDS = 0.6
"""How long the timetable of one scenario is looked for."""
MOST = 200
"""So many scenarios are tried at once at most."""
STEPS = 5
"""Where no number of companies is given, so many are tried up to all candidates."""
LABELS = {
    "companies": N_("Companies"),
    "tables": N_("Tables of a venue"),
    "slots": N_("Slots a day"),
    "days": N_("Days of meetings"),
    "interpreters": N_("Interpreters"),
}
"""The names of what is varied, by the fields of a scenario."""
_SPAN = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6})(?:/([0-9]{1,6}))?)?$")
"""A number, or a range with or without a step."""
_LARGEST = {"companies": 10_000, "tables": 1_000, "slots": 60, "days": 30, "interpreters": 1_000}
_LEAST = {"interpreters": 0}


def try_scenarios(numbers: Mapping[str, Sequence[int]], seconds: float = SECONDS) -> Job[Basis, list[Outlook]]:
    """Return the job that tries every combination of numbers, by field of a scenario; stopped, it keeps what it has.

    Without a number of companies some steps up to all candidates are tried. Raises UserError for numbers that cannot
    be; the job raises it where there are no sessions, no candidates, or fewer than asked for.
    """
    _refuse(numbers)

    def work(known: Basis, progress: Progress) -> list[Outlook]:
        if not known.snapshot.slots:
            raise UserError(
                _("There are no sessions to meet in."), _("Add sessions to the venues first."), "programme.Sessions"
            )
        scenarios = _scenarios(known, numbers)
        progress.report(0.0, count("Trying {n} scenario", "Trying {n} scenarios", len(scenarios)))
        from missionplanner.scheduling import trying  # slow import

        return list(trying.try_all(known, scenarios, Limits(seconds), progress))

    return Job(_("What if"), read, work)


def read(store: Store) -> Basis:
    """Return the mission with the order in which its candidates would be taken: by the mean of their marks."""
    points = {key: score.mean for key, score in decisions.all_scores(store).items()}
    return basis(store.snapshot(), points)


def numbers_in(text: str) -> list[int]:
    """Return the numbers of a text: single ones and ranges with or without a step ("40, 60-100/20").

    Raises UserError for a text that is none.
    """
    found: list[int] = []
    for part in filter(None, re.sub(r"\s", "", text).replace("–", "-").replace(";", ",").split(",")):
        span = _SPAN.match(part)
        first, last, step = (int(number) if number else None for number in span.groups()) if span else (None,) * 3
        if first is None or step == 0 or (last is not None and last < first):
            raise UserError(
                _("“{text}” is no list of whole numbers.").format(text=text),
                _("Write for example 40, 60, 80 or 40-80/10."),
            )
        found += range(first, (first if last is None else last) + 1, step or 1)[: MOST + 1]
    return list(dict.fromkeys(found))


def answer(found: Sequence[Outlook]) -> str:
    """Return in a sentence how many companies can be taken so that all must-meets, and all requests, have a place.

    Requests for which there is no time at a stop both companies go to count for nothing here: advice is about them.
    """
    must = [one for one in found if one.must_unplaced == one.must_requested - one.must_possible]
    every = [one for one in found if one.meetings == one.possible]
    if not must:
        return _("In none of these does every must-meet that can be held have a place.")
    parts = [_("With {companies} every must-meet that can be held has a place").format(companies=_most_companies(must))]
    if every:
        parts.append(
            _("with {companies} every request that can be held has one").format(companies=_most_companies(every))
        )
    return "; ".join(parts) + "."


def _most_companies(found: Sequence[Outlook]) -> str:
    most = max(one.companies for one in found)
    return count("up to {n} company", "up to {n} companies", most)


def in_words(scenario: Scenario) -> str:
    """Return what differs from the mission as it is."""
    parts = [words(value) for name, words in _COUNTED.items() if (value := getattr(scenario, name)) is not None]
    return ", ".join(parts) or _("As it is")


_COUNTED: dict[str, Callable[[int], str]] = {
    "companies": lambda n: count("{n} company", "{n} companies", n),
    "tables": lambda n: count("{n} table a venue", "{n} tables a venue", n),
    "slots": lambda n: count("{n} slot a day", "{n} slots a day", n),
    "days": lambda n: count("{n} day of meetings", "{n} days of meetings", n),
    "interpreters": lambda n: count("{n} interpreter", "{n} interpreters", n),
}
"""The words for a number of each thing that is varied, by the fields of a scenario."""


def _refuse(numbers: Mapping[str, Sequence[int]]) -> None:
    for name, values in numbers.items():
        for value in values:
            least, most = _LEAST.get(name, 1), _LARGEST[name]
            if not least <= value <= most:
                text = _("{what}: {n} cannot be.").format(what=_(LABELS[name]), n=value)
                raise UserError(text, _("Write numbers from {least} to {most}.").format(least=least, most=most))


def _scenarios(known: Basis, numbers: Mapping[str, Sequence[int]]) -> list[Scenario]:
    everyone = len(known.order)
    if not everyone:
        raise UserError(
            _("Nobody of the delegation has applied yet."), _("Bring the registrations in first."), "companies"
        )
    wanted: dict[str, Sequence[int | None]] = {name: list(values) or [None] for name, values in numbers.items()}
    given = numbers.get("companies", ())
    if any(value > everyone for value in given):
        text = count("There is {n} candidate.", "There are {n} candidates.", everyone)
        raise UserError(text, _("Take fewer companies, or bring more registrations in."))
    if not given:
        wanted["companies"] = sorted({max(1, everyone * n // STEPS) for n in range(1, STEPS + 1)})
    names = [field.name for field in fields(Scenario)]
    rows = [wanted.get(name, [None]) for name in names]
    found = [Scenario(*values) for values in product(*rows)]
    if len(found) > MOST:
        text = count("{n} scenario", "{n} scenarios", len(found))
        raise UserError(
            _("These are {scenarios}.").format(scenarios=text),
            _("Write fewer numbers: at most {n} are tried at once.").format(n=MOST),
        )
    return found


def figures(one: Outlook) -> dict[str, str]:
    """Return the figures of an outlook by their headings, each with its bound where it does not meet it."""
    number = current().number
    return {
        _("Meetings"): _bounded(one.meetings, one.meetings_bound, "≤"),
        _("Per company"): number(round(one.per_company, 1)),
        _("Fewest"): number(one.least),
        _("Must-meets left"): _bounded(one.must_unplaced, one.must_unplaced_bound, "≥"),
        _("Company-days"): _bounded(one.company_days, one.company_days_bound, "≥"),
        _("Tables in use"): _bounded(one.peak_tables, one.peak_tables_bound, "≥"),
    }


def _bounded(value: int, bound: int, sign: str) -> str:
    number = current().number
    return number(value) if value == bound else f"{number(value)} ({sign} {number(bound)})"
