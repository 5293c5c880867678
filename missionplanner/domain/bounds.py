"""The bounds of what every field takes: lengths of texts, ranges of numbers and days, codes. The one table of them.

Forms, cells and imports ask it before they store a value, the store before it writes a row, and the check of a file
before anything of it is believed.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from missionplanner.domain.agreements import Agreement, AgreementText, Signatory
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.briefings import Briefing
from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import Attachment, BoughtInput, Company, Offering, Side
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.evaluations import BOXES, FORM_STATEMENTS, Evaluation
from missionplanner.domain.events import Event, PersonAttendance
from missionplanner.domain.field_types import optional_fields, types_of
from missionplanner.domain.figures import Figure, Series
from missionplanner.domain.follow_ups import CompanyFollowUp
from missionplanner.domain.intents import ListedIntent
from missionplanner.domain.journals import FileImport, FormDraft, Letter, PackPrint
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.kept_texts import DRAFT, FILTER, PRINTED, READING, STATEMENTS, TIMETABLE
from missionplanner.domain.letter_papers import LetterPaper, is_paper
from missionplanner.domain.letters import KINDS, LetterTemplate, is_kind
from missionplanner.domain.limits import (
    LAST_DAY,
    TEXT,
    Bound,
    ClockBound,
    CodesBound,
    ColourBound,
    CoordinatesBound,
    DayBound,
    FieldCodeBound,
    KeptBound,
    KnownBound,
    MomentBound,
    NumberBound,
    PeriodBound,
    TextBound,
    ZoneBound,
    no_code,
)
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.domain.mission import (
    MATCH_PART_LABELS,
    TEXT_KINDS,
    MatchWeight,
    Mission,
    MissionText,
    Sector,
    Stop,
    Synonyms,
    Table,
    Travel,
    Venue,
    ZoneWay,
)
from missionplanner.domain.moments import MomentLetter, OwnMoment
from missionplanner.domain.objectives import Objective
from missionplanner.domain.own_fields import CompanyValue, OwnField, PackPlace, PersonValue, RequestValue
from missionplanner.domain.packs import PAGE_LABELS
from missionplanner.domain.people import Person
from missionplanner.domain.relationships import Claim, Relationship
from missionplanner.domain.requests import Request
from missionplanner.domain.reviews import MARKS, Criterion, Review
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.domain.targets import MilestoneTarget
from missionplanner.domain.timetable import (
    OUTCOME_LABELS,
    RECONFIRMED_LABELS,
    Availability,
    FollowUp,
    Meeting,
    Outcome,
    Session,
    Slot,
    Version,
)
from missionplanner.domain.vehicles import Vehicle
from missionplanner.i18n import LANGUAGES, _, count

MOST_KEY = 1_000_000_000_000
"""The highest key of a record; SQLite gives no new ones after 2^63 - 1."""
_LINE, _TEXT, _DOCUMENT = TextBound(), TextBound(TEXT), TextBound(16_000_000)
_KEY, _COUNT, _PLACE = NumberBound(1, MOST_KEY), NumberBound(0, 1_000_000_000), NumberBound(0, 1_000_000)
_MINUTES, _ALL = NumberBound(0, 1440), NumberBound(0, 1000)
_USUAL: dict[type, Bound] = {
    str: _LINE,
    int: _COUNT,
    float: NumberBound(-1e15, 1e15),
    date: DayBound(),
    datetime: MomentBound(),
}
"""The bounds of a field by its type, where it has none of its own."""
_AROUND = NumberBound(-3660, 3660)
_LANGUAGE = CodesBound(LANGUAGES)
_SIDE = CodesBound(("", *Side))
_STATUS = CodesBound(("", *Status))
BOUNDS: dict[type, Mapping[str, Bound]] = {
    Mission: {
        "languages": CodesBound(("", *LANGUAGES), several=True),
        "lunch_starts": ClockBound(), "lunch_ends": ClockBound(), "places_min": _PLACE, "places_max": _PLACE,
        "meetings_a_day": _ALL, "meetings_least": _ALL, "meetings_most": _ALL, "travel_minutes": _MINUTES,
        "guest_day": NumberBound(0, 10), "host_day": NumberBound(0, 10), "longest_run": NumberBound(0, 60),
        "figure_months": NumberBound(0, 1200),
        "pack_pages": CodesBound(("", *PAGE_LABELS), several=True),
        "colour": ColourBound(), "home_zone": ZoneBound(may_be_empty=True),
    },
    Stop: {"spellings": _TEXT, "time_zone": ZoneBound(), "visit_margin": _MINUTES},
    Venue: {"address": _TEXT, "coordinates": CoordinatesBound()},
    ZoneWay: {"minutes": _MINUTES},
    Table: {"number": NumberBound(0, 10_000)},
    Travel: {"minutes": _MINUTES},
    Sector: {"spellings": _TEXT, "quota": _PLACE, "colour": ColourBound()},
    Synonyms: {"words": _TEXT},
    MissionText: {"kind": CodesBound(TEXT_KINDS), "language": _LANGUAGE, "body": _TEXT},
    Briefing: {"body_en": _TEXT, "body_fr": _TEXT, "body_es": _TEXT},
    Milestone: {"days": _AROUND, "note": _TEXT},
    Task: {"days": _AROUND, "note": _TEXT},
    Series: {"code": FieldCodeBound()},
    Figure: {"period": PeriodBound(), "source": _TEXT, "link": _TEXT, "note": _TEXT},
    MatchWeight: {"part": CodesBound(tuple(MATCH_PART_LABELS)), "weight": _ALL},
    Company: {
        "address": _TEXT, "employees": NumberBound(0, 10_000_000), "year_founded": NumberBound(1000, LAST_DAY.year),
        "description": _TEXT, "description_en": _TEXT, "description_fr": _TEXT, "description_es": _TEXT,
        "offers_en": _TEXT, "offers_fr": _TEXT, "offers_es": _TEXT, "seeks_en": _TEXT, "seeks_fr": _TEXT,
        "seeks_es": _TEXT,
        "objectives": _TEXT, "intents": _TEXT, "wishes": _TEXT, "notes": _TEXT, "attendees_most": NumberBound(1, 1000),
        "coordinates": CoordinatesBound(), "directions": _TEXT, "time_zone": ZoneBound(may_be_empty=True),
    },
    Offering: {"text": _TEXT, "intents": _TEXT},
    BoughtInput: {"what": _TEXT},
    ListedIntent: {"code": FieldCodeBound(), "spellings": _TEXT},
    Objective: {"number": NumberBound(0.0, 1e15), "reached": NumberBound(0.0, 1e15)},
    Evaluation: {**{name: NumberBound(BOXES[0], BOXES[-1]) for name in FORM_STATEMENTS}, "comment": _TEXT},
    Relationship: {"notes": _TEXT},
    Claim: {"horizon": NumberBound(0, 3660), "about": _TEXT, "reason": _TEXT},
    CompanyFollowUp: {"days": NumberBound(0, 3660), "note": _TEXT},
    Agreement: {"notes": _TEXT},
    Signatory: {"note": _TEXT},
    AgreementText: {"language": CodesBound(("", *LANGUAGES)), "size": NumberBound(0, MOST_KEY)},
    MilestoneTarget: {"number": NumberBound(0, 1_000_000)},
    Attachment: {"size": NumberBound(0, MOST_KEY)},
    SourceDraft: {"content": KeptBound(STATEMENTS)},
    Person: {
        "dietary": _TEXT, "access_needs": _TEXT, "emergency_contact": _TEXT, "biography": _TEXT, "purpose": _TEXT,
        "precedence": _PLACE,
    },
    CourtesyTitle: {"spellings": _TEXT, "spellings_f": _TEXT, "spellings_m": _TEXT},
    Application: {"announced": _STATUS, "rank": _PLACE, "reason": _TEXT, "edited": _TEXT},
    Criterion: {"weight": NumberBound(0.0, 1000.0), "points": _TEXT},
    Review: {"mark": NumberBound(MARKS[0], MARKS[-1])},
    Request: {"comment": _TEXT, "intents": _TEXT},
    Session: {"slot_minutes": NumberBound(1, 1440), "buffer_minutes": _MINUTES},
    Meeting: {
        "reason": _TEXT, "no_show_side": _SIDE, "late_side": _SIDE, "late_minutes": _MINUTES,
        "reconfirmed_by": CodesBound(("", *RECONFIRMED_LABELS)),
    },
    Event: {
        "notes": _TEXT, "capacity": _PLACE, "status": _STATUS, "talking_points": _TEXT, "hosts": _TEXT, "brief": _TEXT,
        "objectives": _TEXT, "protocol": _TEXT,
    },
    PersonAttendance: {"enters": _PLACE},
    JourneyLeg: {"note": _TEXT},
    Hotel: {"address": _TEXT, "singles": _PLACE, "doubles": _PLACE, "twins": _PLACE, "note": _TEXT},
    Stay: {"note": _TEXT},
    Vehicle: {"seats": NumberBound(0, 1000), "kept_free": NumberBound(0, 1000), "note": _TEXT},
    Availability: {"reason": _TEXT},
    Outcome: {"kind": CodesBound(tuple(OUTCOME_LABELS)), "next_step": _TEXT},
    FollowUp: {"days": NumberBound(0, 3660), "note": _TEXT},
    Version: {"content": KeptBound(TIMETABLE), "number": _PLACE, "changes": _DOCUMENT},
    LetterTemplate: {"kind": KnownBound(is_kind), "language": _LANGUAGE, "body": _TEXT},
    LetterPaper: {
        "kind": KnownBound(is_paper), "language": CodesBound(("", *LANGUAGES)), "size": NumberBound(0, MOST_KEY),
    },
    OwnMoment: {"side": _SIDE},
    SavedFilter: {"wanted": KeptBound(FILTER)},
    OwnField: {
        "code": FieldCodeBound(), "help_en": _TEXT, "help_fr": _TEXT, "help_es": _TEXT, "choices": _TEXT, "side": _SIDE,
        "packs": CodesBound(("", *PackPlace), several=True),
    },
    CompanyValue: {"text": _TEXT},
    PersonValue: {"text": _TEXT},
    RequestValue: {"text": _TEXT},
    PackPrint: {"language": _LANGUAGE, "content": KeptBound(PRINTED, may_be_empty=True)},
    FileImport: {"reading": KeptBound(READING, may_be_empty=True)},
    Letter: {"kind": CodesBound(KINDS), "language": _LANGUAGE},
    MomentLetter: {"language": _LANGUAGE, "content": KeptBound(PRINTED, may_be_empty=True)},
    FormDraft: {"company_id": NumberBound(0, MOST_KEY), "content": KeptBound(DRAFT)},
}  # fmt: skip
"""The bounds of the fields that have others than all of their type, by the kind of record."""
MOST_DAYS: dict[type, int] = {Mission: 366, Stop: 60, Session: 1, Slot: 1, Event: 60, Availability: 366}
"""The most days from the start to the end of what has both."""


@cache
def bounds_of(kind: type) -> dict[str, Bound | None]:
    """Return the bounds of every field of a kind of record; None where its type says all (enums, yes and no)."""
    own = BOUNDS.get(kind, {})
    found: dict[str, Bound | None] = {}
    for name, hint in types_of(kind).items():
        usual = _KEY if name == "id" or (hint is int and name.endswith("_id")) else _USUAL.get(hint)
        if hint is int and name == "position":
            usual = _PLACE
        found[name] = own.get(name, usual)
    return found


def is_line(kind: type, name: str) -> bool:
    """Whether a field holds one line of text, so that line breaks in what is typed are blanks."""
    return name in types_of(kind) and bounds_of(kind)[name] == _LINE


def problem(kind: type, name: str, value: Any) -> str:
    """Return why a field does not take a value, in a sentence; empty where it does."""
    hint, bound = types_of(kind)[name], bounds_of(kind)[name]
    if value is None:
        return "" if name in optional_fields(kind) else missing()
    # Codes are often members of an enum of texts.
    if not (type(value) is hint or (hint is str and isinstance(value, str)) or (hint, type(value)) == (float, int)):
        return of_type(hint)
    return bound.problem(value) if bound else ""


def missing() -> str:
    """Return that a value is missing, in a sentence."""
    return _("A value is missing.")


def of_type(hint: type) -> str:
    """Return that a value is not of the type of its field, in a sentence."""
    return {
        str: _("This is no text."),
        int: _("This is no number."),
        float: _("This is no number."),
        date: _("This is no date, such as 2026-02-15."),
        datetime: _("This is no time of a day, such as 2026-02-15T09:00-06:00."),
    }.get(hint, no_code())


def problem_of_text(kind: type, name: str, text: str) -> str:
    """Return why a field does not take what is typed for it, in a sentence; empty where it does, or where it is none.

    Whether the text is a number or a day at all is another question, which its editor answers.
    """
    hint = types_of(kind).get(name)
    try:
        if hint is str:
            return problem(kind, name, text)
        if hint in (int, float) and text.strip():
            return problem(kind, name, hint(text))
        if hint in (date, datetime) and text.strip():
            return problem(kind, name, hint.fromisoformat(text.strip()))
    except (ValueError, OverflowError):
        return ""
    return ""


def problems(record: Any) -> dict[str, str]:
    """Return what is out of bounds in a record that is about to be stored, by the names of its fields."""
    kind: type = type(record)
    found = {name: problem(kind, name, getattr(record, name)) for name in types_of(kind) if name != "id" or record.id}
    if not any(found.values()) and kind in MOST_DAYS:
        found["ends"] = span_problem(record)
    return {name: text for name, text in found.items() if text}


def span_problem(record: Any) -> str:
    """Return what is wrong with the time from the start to the end of a record; empty where it has none."""
    kind: type = type(record)
    return problem_of_span(kind, record.starts, record.ends) if kind in MOST_DAYS else ""


def problem_of_span(kind: type, starts: date, ends: date) -> str:
    """Return what is wrong with the time from the start to the end of a kind of record; empty where nothing is."""
    most = MOST_DAYS.get(kind)
    if most is None:
        return ""
    if ends < starts:
        return _("It ends before it starts.")
    # Days are counted with both ends, times are not.
    whole = timedelta(most if isinstance(starts, datetime) else most - 1)
    if ends - starts > whole:
        return count("It spans more than {n} day.", "It spans more than {n} days.", most)
    return ""
