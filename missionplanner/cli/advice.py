"""The command advice: what would let more requests be met, and how many meetings each thing brings."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, seconds
from missionplanner.domain.advice import Advice, Findings, must_meets, partners_at
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, current
from missionplanner.jobs.advice import advising, words
from missionplanner.jobs.job import run_now


def add_commands(commands: Any) -> None:
    """Add advice."""
    command = add_command(commands, "advice", _("say what would let more requests be met"), show)
    text = _("how long a trial timetable is looked for")
    command.add_argument("--seconds", type=seconds, default=advising.SECONDS, metavar=_("N"), help=text)


def show(arguments: argparse.Namespace) -> int:
    """Print what could be done, the most meetings first, with the companies to ask."""
    with opened(arguments, read_only=True) as store:
        advised = run_now(advising.advise(arguments.seconds), store, output.progress())
    snapshot, found = advised.snapshot, advised.findings
    if arguments.json:
        output.document(document(snapshot, found))
        return 0
    output.say(words.summary(found))
    for one in found.advice:
        output.say(f"{words.title(snapshot, one)}. {words.details(snapshot, one)}")
        for line in _asked(snapshot, one):
            output.say(f"  {line}")
    return 0


def document(snapshot: Snapshot, found: Findings) -> dict[str, Any]:
    """Return the JSON of advice."""
    name = {key: company.name for key, company in snapshot.company.items()}
    return {
        "requested": found.requested,
        "met": found.met,
        "placeable": found.placeable,
        "advice": [_one(snapshot, one) for one in found.advice],
        "not_helped": [list(map(name.__getitem__, pair)) for pair in sorted(found.helpless)],
    }


def _one(snapshot: Snapshot, advice: Advice) -> dict[str, Any]:
    session = advice.session
    return {
        "kind": advice.kind.value,
        "meetings": advice.gain,
        "must_meets": must_meets(snapshot, advice.pairs),
        "requests": len(advice.pairs),
        "placed": advice.placed,
        "number": advice.number,
        "fewest_proved": advice.bound,
        "place": words.place_name(snapshot, advice),
        "languages": advice.languages,
        "start": session.starts.isoformat() if session else "",
        "end": session.ends.isoformat() if session else "",
        "companies": [
            {
                "company": snapshot.company[key].name,
                "side": snapshot.company[key].side.value,
                "stops": [snapshot.stop[stop].name_en for company, stop in advice.asks if company == key],
                "could_meet": [snapshot.company[other].name for other in partners_at(snapshot, advice, key)],
            }
            for key in dict.fromkeys(company for company, _stop in advice.asks)
        ],
    }


def _asked(snapshot: Snapshot, advice: Advice) -> list[str]:
    """Return a line for every company that would be asked, those first that could meet most."""
    rows = []
    for key in dict.fromkeys(company for company, _stop in advice.asks):
        stops = [snapshot.stop[stop].name(current().language) for company, stop in advice.asks if company == key]
        partners = [snapshot.company[other].name for other in partners_at(snapshot, advice, key)]
        rows.append((-len(partners), f"{snapshot.company[key].name} → {', '.join(stops)}: {', '.join(partners)}"))
    return [line for _number, line in sorted(rows)]
