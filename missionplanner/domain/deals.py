"""Deals as they are told: a company tells one again and again, and two sides tell the same one.

Whether two tell the same deal is decided by a person; here it is only suggested, by companies, day and value.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf, log

from missionplanner.domain.relationships import Claim, Relationship, SameDeal
from missionplanner.domain.spelling import fold

_DAYS = 21
"""The most days between the days two tell a deal of."""
_TIMES = 4.0
"""The most one value may be of the other: whoever overstates does so by up to three times."""
_OF_A_THIRD = 0.6
_UNNAMED_THIRD = 1.6
"""The cost that a deal is told of another pair, with a third party somebody names, and without."""
_SAME_EVIDENCE, _SAME_JOBS, _OTHER_JOBS = -5.0, -0.5, 1.0


@dataclass(frozen=True, slots=True)
class Telling:
    """A deal as one company tells it: the same thing said at several times."""

    claims: tuple[Claim, ...]
    """By the day they were told."""
    pair: tuple[int, int]
    """The companies it is told of, by the newest claim."""

    @property
    def newest(self) -> Claim:
        """The claim that counts."""
        return self.claims[-1]

    @property
    def key(self) -> int:
        """The key of its first claim, by which decisions know it."""
        return self.claims[0].id


@dataclass(frozen=True, slots=True)
class Double:
    """Two tellings that may be of one deal."""

    one: Telling
    other: Telling
    cost: float
    """The less, the surer."""


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal with all who tell it."""

    tellings: tuple[Telling, ...]

    @property
    def claims(self) -> list[Claim]:
        """Everything that was claimed of it."""
        return [claim for telling in self.tellings for claim in telling.claims]


@dataclass(frozen=True, slots=True)
class Register:
    """The relationships with what is said of them and decided."""

    relationships: Sequence[Relationship]
    claims: Sequence[Claim]
    decisions: Sequence[SameDeal]
    companies: Mapping[str, int]
    """The keys of companies by their folded names, to know third parties by."""
    rates: Mapping[str, float]
    """The worth of a unit of each currency in the currency of the report."""

    def worth(self, value: float, currency: str) -> float | None:
        """Return a value in the currency of the report; None where its rate is not known."""
        rate = self.rates.get(currency)
        return None if rate is None else value * rate


def as_on(claims: Iterable[Claim], day: date | None) -> list[Claim]:
    """Return the claims that count on a day (None: of all days), in the order they were told."""
    known = [one for one in claims if day is None or one.told_on <= day]
    counting = [one for one in known if one.withdrawn_on is None or (day is not None and one.withdrawn_on > day)]
    return sorted(counting, key=lambda one: (one.told_on, one.id))


def tellings(register: Register, day: date | None = None) -> list[Telling]:
    """Return every deal as each company told it until a day, also what was taken back since."""
    pairs = {one.id: one.pair for one in register.relationships}
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in as_on(register.claims, day):
        if claim.is_deal and claim.relationship_id in pairs:
            found.setdefault(_thread(claim), []).append(claim)
    return [Telling(tuple(claims), pairs[claims[-1].relationship_id]) for claims in found.values()]


def _thread(claim: Claim) -> tuple[object, ...]:
    """Return the same for claims of one company of one deal: of one day and about the same, whoever they name."""
    if claim.since is not None:
        return claim.teller_id, claim.since, fold(claim.about)
    return claim.teller_id, claim.relationship_id, fold(claim.about), claim.value, claim.currency


def stands(telling: Telling, claims: Iterable[Claim]) -> bool:
    """Whether a telling was not taken back: no later answer of the company on the same relationship is without it.

    claims: those that count on the day.
    """
    newest = telling.newest
    return not any(_takes_back(claim, newest) for claim in claims)


def _takes_back(claim: Claim, told: Claim) -> bool:
    if (claim.relationship_id, claim.teller_id) != (told.relationship_id, told.teller_id):
        return False
    if claim.horizon is None or told.horizon is None:
        return not claim.is_deal and claim.stage == "ended" and claim.told_on >= told.told_on
    return claim.horizon > told.horizon


def doubles(register: Register, day: date | None = None) -> list[Double]:
    """Return what may be one deal told by two, the surest first; nobody tells one deal as two.

    What was decided to be the same counts as such, what was decided to be different is never suggested.
    """
    found = _Groups(tellings(register, day), register, day)
    return found.suggested()


def deals(register: Register, day: date | None = None) -> list[Deal]:
    """Return the deals that are told on a day, what was decided to be the same as one."""
    groups = _Groups(tellings(register, day), register, day)
    return [Deal(tuple(group)) for group in groups.decided()]


class _Groups:
    """Tellings put together, as was decided and as is likely."""

    def __init__(self, told: list[Telling], register: Register, day: date | None) -> None:
        self._told, self._register = told, register
        place = {claim.id: n for n, telling in enumerate(told) for claim in telling.claims}
        self._group = list(range(len(told)))
        self._different: set[frozenset[int]] = set()
        self._known: set[frozenset[int]] = set()
        newest: dict[frozenset[int], bool] = {}
        for one in sorted(register.decisions, key=lambda one: (one.decided_on, one.id)):
            if one.one_id in place and one.other_id in place and (day is None or one.decided_on <= day):
                newest[frozenset((place[one.one_id], place[one.other_id]))] = one.is_same
        for pair, is_same in newest.items():
            self._known.add(pair)
            if not is_same:
                self._different.add(pair)
            elif len(pair) == 2:
                self._join(*pair)

    def decided(self) -> list[list[Telling]]:
        """Return the groups of what was decided."""
        found: dict[int, list[Telling]] = {}
        for n, telling in enumerate(self._told):
            found.setdefault(self._group[n], []).append(telling)
        return list(found.values())

    def suggested(self) -> list[Double]:
        """Return what is likely to be one deal besides."""
        likely = sorted(self._likely(), key=lambda one: one[0])
        found = []
        for cost, one, other in likely:
            if self._may_join(one, other):
                found.append(Double(self._told[one], self._told[other], cost))
                self._join(one, other)
            elif self._group[one] == self._group[other] and frozenset((one, other)) not in self._known:
                found.append(Double(self._told[one], self._told[other], cost))
        return found

    def _likely(self) -> Iterable[tuple[float, int, int]]:
        by_company: dict[int, list[int]] = {}
        for n, telling in enumerate(self._told):
            for company in telling.pair:
                by_company.setdefault(company, []).append(n)
        asked = {frozenset(two) for places in by_company.values() for two in combinations(places, 2)}
        for one, other in (sorted(pair) for pair in asked - self._known):
            cost = _cost(self._told[one], self._told[other], self._register)
            if cost < inf:
                yield cost, one, other

    def _may_join(self, one: int, other: int) -> bool:
        ours, theirs = self._members(one), self._members(other)
        if self._group[one] == self._group[other]:
            return False
        if any(frozenset((a, b)) in self._different for a in ours for b in theirs):
            return False
        members = [self._told[n] for n in (*ours, *theirs)]
        tellers = [telling.newest.teller_id for telling in members]
        return len(set(tellers)) == len(tellers) and len({c for t in members for c in t.pair}) <= 3

    def _members(self, of: int) -> list[int]:
        return [n for n, group in enumerate(self._group) if group == self._group[of]]

    def _join(self, one: int, other: int) -> None:
        gone = self._group[other]
        self._group = [self._group[one] if group == gone else group for group in self._group]


def _cost(one: Telling, other: Telling, register: Register) -> float:
    """Return how unlikely it is that two tellings are of one deal; infinite where it cannot be."""
    mine, yours = one.newest, other.newest
    if mine.teller_id == yours.teller_id:
        return inf
    of_pair = _of_pair(one, other, register)
    if mine.evidence and fold(mine.evidence) == fold(yours.evidence):
        return of_pair + _SAME_EVIDENCE
    days = abs((_made(mine) - _made(yours)).days)
    times = _times(mine, yours, register)
    if days > _DAYS or times > _TIMES:
        return inf
    jobs = 0.0
    if mine.jobs and yours.jobs:
        jobs = _SAME_JOBS if mine.jobs == yours.jobs else _OTHER_JOBS
    return of_pair + days / 10 + log(times) + jobs


def _made(claim: Claim) -> date:
    return claim.since or claim.told_on


def _times(one: Claim, other: Claim, register: Register) -> float:
    """Return how many times one value is the other, by the currencies told or where one of them is wrong."""
    found = [(one.value or 1.0, other.value or 1.0)]
    if one.currency != other.currency:
        worth = [register.worth(claim.value or 1.0, claim.currency) for claim in (one, other)]
        if worth[0] and worth[1]:
            found.append((worth[0], worth[1]))
    return min(max(a, b) / min(a, b) for a, b in found)


def _of_pair(one: Telling, other: Telling, register: Register) -> float:
    mine, yours = set(one.pair), set(other.pair)
    if mine == yours:
        return 0.0
    if not mine & yours:
        return inf
    thirds = [register.companies.get(fold(t.newest.third)) for t in (one, other) if t.newest.third]
    if any(third in mine ^ yours for third in thirds):
        return _OF_A_THIRD
    return inf if thirds else _UNNAMED_THIRD
