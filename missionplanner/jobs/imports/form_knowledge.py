"""The parts of a mission by which forms that were made of it are read when they come back."""

from pathlib import Path

from missionplanner.domain.companies import Side
from missionplanner.domain.courtesy_titles import in_protocol_order
from missionplanner.domain.people import Person, in_order
from missionplanner.exchange import filled_forms, form_marks
from missionplanner.exchange.filled_forms import KnownForms
from missionplanner.exchange.form_questions import FormFacts, questions, second_questions
from missionplanner.jobs.imports.comparison import KnownMission

NAMED = ("given_name", "family_name", "second_family_name", "email")
"""The fields by which people are recognised."""


def known_forms(known: KnownMission, side: Side) -> KnownForms:
    """Return what is known of the forms of a side."""
    facts = FormFacts(
        known.mission,
        known.sectors,
        known.stops,
        in_order(known.kinds),
        in_protocol_order(known.titles),
        known.own,
        online=True,  # a form made while meetings were held by video is still read when they no longer are
    )
    first, second = questions(facts, side), second_questions(facts, side)
    asked = {one.target: one for one in (*first, *second)}
    people = (person for record in known.records.values() for person in record.people)
    return KnownForms(
        form_marks.mission_of(known.mission.uid),
        side,
        asked,
        {
            "form": frozenset(one.target for one in first),
            "second": frozenset((*(one.target for one in second), *NAMED)),
        },
        {record.company.uid: record.company.name for record in known.records.values()},
        {person.uid: _called(person) for person in people},
    )


def side_of(path: Path) -> Side | None:
    """Return the side of a filled form; None for any other file."""
    return filled_forms.side_of(path)


def _called(person: Person) -> dict[str, str]:
    return {name: text for name in NAMED if (text := getattr(person, name))}
