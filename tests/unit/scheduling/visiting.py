"""Random missions in memory in which half of the meetings are held at the offices of hosts, spread over a city."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from random import Random

from missionplanner.domain import rules
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Mission, Stop, Table, Venue, ZoneWay
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.jobs.timetable import planning
from missionplanner.progress import Progress
from missionplanner.scheduling import formulation, solver
from missionplanner.scheduling.formulation import Formulation
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Assignment, Group, Problem
from missionplanner.scheduling.solver import Solution
from tests.builders import DAY, moment, snapshot_of

ZONES = ("Centro", "Polanco", "Santa Fe", "Tlalpan")


def city(seed: int, guests: int = 6, hosts: int = 8, asked: int = 3, days: int = 2) -> Snapshot:
    """Every guest asks for some hosts; every other host receives at its office, half an hour or less from others."""
    chance = Random(seed)
    keys = range(1, guests + hosts + 1)
    companies = [_company(key, guests, chance) for key in keys]
    dates = [DAY + timedelta(n) for n in range(days)]
    sessions = [
        Session(id=n, venue_id=1, starts=moment(9, 0, day), ends=moment(17, 0, day)) for n, day in enumerate(dates, 1)
    ]
    slots = [
        Slot(id=20 * (n - 1) + k + 1, session_id=n, starts=start, ends=start + timedelta(minutes=20))
        for n, day in enumerate(dates, 1)
        for k in range(18)
        for start in [moment(9, 0, day) + timedelta(minutes=25 * k)]
    ]
    pairs = [
        (one, other) for one in range(1, guests + 1) for other in chance.sample(range(guests + 1, len(keys) + 1), asked)
    ]
    wishes = (Priority.MUST_MEET, Priority.MEET, Priority.MEET)
    return snapshot_of(
        mission=Mission(name="Visits", starts=dates[0], ends=dates[-1]),
        stops=[Stop(id=1, name_en="Mexico City", time_zone="America/Mexico_City", starts=dates[0], ends=dates[-1])],
        venues=[Venue(id=1, stop_id=1, name="Hall", zone="Centro")],
        tables=[Table(id=n, venue_id=1, number=n) for n in (1, 2, 3)],
        sessions=sessions,
        slots=slots,
        zone_ways=[
            ZoneWay(id=n, stop_id=1, zone=one, other=other, minutes=5 if one == other else chance.choice((10, 20, 30)))
            for n, (one, other) in enumerate(((a, b) for a in ZONES for b in ZONES if a <= b), 1)
        ],
        companies=companies,
        applications=[Application(id=key, company_id=key, status=Status.ACCEPTED) for key in keys],
        people=[],
        requests=[
            Request(id=n, delegation_id=one, counterpart_id=other, priority=chance.choice(wishes))
            for n, (one, other) in enumerate(pairs, 1)
        ],
    )


def _company(key: int, guests: int, chance: Random) -> Company:
    if key <= guests:
        return Company(id=key, side=Side.DELEGATION, name=f"D{key}")
    at = MeetsAt.OFFICE if key % 2 else MeetsAt.UNSAID
    return Company(id=key, side=Side.COUNTERPART, name=f"C{key}", zone=chance.choice(ZONES), meets_at=at)


def planned(snapshot: Snapshot, limits: Limits) -> tuple[Formulation, Solution, list[Meeting]]:
    """What the engine makes of a mission; `check_new` raises where it breaks a rule."""
    stated = formulation.formulate(snapshot)
    found = solver.solve(stated.problem, limits, Progress())
    meetings = planning.seated(snapshot, stated, found.assignment)
    assert planning.check_new(snapshot, meetings) == []
    numbered = [replace(meeting, id=n) for n, meeting in enumerate(meetings, 1)]
    assert rules.check(Plan(snapshot, numbered)) == []
    return stated, found, numbered


def check_lawful(stated: Problem, found: Assignment) -> None:
    """Raise where a slot is not allowed, somebody has not the time to get there, or a room is too full."""
    assert all(slot in stated.wishes[wish].allowed for wish, slot in found.items())
    for one, other in combinations(found, 2):
        if set(stated.wishes[one].parties) & set(stated.wishes[other].parties):
            assert _apart(stated, (one, found[one]), (other, found[other]))
    used = Counter(g for w, s in found.items() for g, group in enumerate(stated.groups) if _uses(stated, group, w, s))
    assert all(many <= stated.groups[group].room for group, many in used.items())


def _apart(stated: Problem, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether there is time to get from one meeting to the other."""
    if stated.slots[one[1]].date != stated.slots[other[1]].date:
        return True
    return stated.gap(one[1], other[1]) >= stated.ways[stated.site(*one)][stated.site(*other)]


def _uses(stated: Problem, group: Group, wish: int, slot: int) -> bool:
    return slot in group.slots and stated.wishes[wish].kind in group.kinds
