"""Imports of meeting requests, which name companies."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journals import FileImport
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.spelling import fold
from missionplanner.exchange import files, priorities, requests, sheets, spreadsheets
from missionplanner.exchange.files import Source
from missionplanner.exchange.request_names import Directory
from missionplanner.exchange.requests import RequestRow, RequestTable
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.matching.duplicates import domain_of
from missionplanner.matching.names import NameIndex
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from missionplanner.user import user_name

ALL_SHEETS = sheets.ALL
"""The sheet to choose to read all that hold requests."""


@dataclass(frozen=True, slots=True)
class RequestResult:
    """The outcome of a row of the source."""

    number: int
    """The number of the row in the file."""
    verdict: RowOutcome
    asker: str
    """The company that asks, as the row names it."""
    wanted: str
    """The company it wants to meet, as the row names it."""
    request: Request | None
    """None where the row is rejected."""
    issues: tuple[Issue, ...]
    unknown: tuple[str, ...] = ()
    """The names of the row that mean no company, or several."""


@dataclass(frozen=True, slots=True)
class RequestPlan:
    """The outcome of an analysis; nothing is written yet."""

    source: Path
    table: RequestTable
    rows: tuple[RequestResult, ...]
    digest: str
    answers: Mapping[str, int] = field(default_factory=dict)
    """The user's answers: companies by the names written for them; kept when the plan is accepted."""

    def count(self, verdict: RowOutcome) -> int:
        """Return how many rows have this outcome."""
        return sum(1 for row in self.rows if row.verdict is verdict)

    @property
    def issues(self) -> list[Issue]:
        """All issues: those of the file, then those of its rows in their order."""
        return [*self.findings, *(issue for row in self.rows for issue in row.issues)]

    @property
    def findings(self) -> tuple[Issue, ...]:
        """Faults of the file, and what was left out of it."""
        return self.table.findings

    @property
    def not_imported(self) -> list[str]:
        """Headings of columns that hold something but are not imported."""
        return list(self.table.not_imported)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets to choose from, and that of all of them where there are several."""
        names = self.table.sheets
        return (*names, ALL_SHEETS) if len(names) > 1 and ALL_SHEETS not in names else names


@dataclass(frozen=True, slots=True)
class KnownCompanies:
    """The records by which companies are found that a file names, and the requests there are."""

    companies: list[Company]
    requests: list[Request]
    aliases: list[Alias]
    delegates: list[Person]


_LONGEST_NAME = 200


class CompanyNames:
    """Finds the companies of written names: by the user's answers, by earlier ones, by the names of companies."""

    def __init__(self, known: KnownCompanies, answers: Mapping[str, int]) -> None:
        self.companies = {company.id: company for company in known.companies}
        self._index = NameIndex({c.id: (c.name, c.operating_name) for c in known.companies})
        self._said = {fold(alias.name): alias.company_id for alias in known.aliases}
        self._said |= {fold(name): key for name, key in answers.items()}
        self._people: dict[str, set[int]] = defaultdict(set)
        for person in known.delegates:
            for spelling in (person.email, person.full_name):
                if spelling and person.company_id is not None:
                    self._people[fold(spelling)].add(person.company_id)
        self._domains: dict[str, set[int]] = defaultdict(set)
        for key, address in (
            *((company.id, company.website) for company in known.companies),
            *((person.company_id, person.email) for person in known.delegates if person.company_id),
        ):
            self._domains[domain_of(address)].add(key)
        self._cities = {fold(company.city) for company in known.companies if company.city}
        self.directory = Directory(self._keys, lambda text: fold(text) in self._cities)

    @lru_cache(maxsize=20_000)  # noqa: B019 (the names live as long as one analysis)
    def _keys(self, text: str) -> frozenset[int]:
        """Return the companies a text names, and nothing else: by their names, their people, their addresses."""
        if not 1 < len(text) < _LONGEST_NAME:
            return frozenset()
        folded = fold(text).strip("<> ")
        if (said := self._said.get(folded)) in self.companies:
            return frozenset({said})
        return frozenset(self._index.same(text) or self._people.get(folded) or self._with_domain(folded))

    def _with_domain(self, text: str) -> set[int]:
        """Return the only company with the domain of an e-mail or web address."""
        domain = domain_of(text)
        found = self._domains.get(domain, set()) if domain else set()
        return found if len(found) == 1 else set()

    def find(self, name: str, side: Side | None) -> int | str:
        """Return the key of the one company of that name, or a sentence saying why there is none."""
        if not name:
            return _("The name is missing.")
        found = sorted(key for key in self.directory.about(name) if self._is_of(key, side))
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(self.companies[key].name for key in found[:4])
            return _("“{name}” can be several companies: {names}.").format(name=name, names=names)
        if side is not None and self.directory.about(name):
            return _("“{name}” is on the same side as who asks.").format(name=name)
        like = self._index.like(name)
        if like and self._is_of(like[0], side):
            other = self.companies[like[0]].name
            return _("No company is called “{name}”. Is it “{other}”?").format(name=name, other=other)
        return _("No company is called “{name}”.").format(name=name)

    def _is_of(self, key: int, side: Side | None) -> bool:
        return side in (None, self.companies[key].side)

    def near(self, name: str) -> list[int]:
        """Return the companies a name may mean, the likeliest first."""
        like = self._index.like(name)
        return list(dict.fromkeys([*self._index.same(name), *([like[0]] if like else [])]))


def candidates(store: Store, name: str) -> list[Company]:
    """Return the companies a written name may mean, the likeliest first."""
    names = CompanyNames(known_companies(store), {})
    return [names.companies[key] for key in names.near(name)]


def analyse(
    source: Path, sheet: str = "", pasted: str = "", answers: Mapping[str, int] | None = None
) -> Job[KnownCompanies, RequestPlan]:
    """Return the job that works out what importing the requests would do.

    pasted: a block copied from a spreadsheet, read instead of the file; answers: companies by the names written for
    them.
    """

    def work(known: KnownCompanies, progress: Progress) -> RequestPlan:
        progress.report(0.1, _("Reading {name}").format(name=source.name))
        read = Source(source.name, pasted.encode("utf-8", "replace")) if pasted else files.load(source)
        said = dict(answers or {})
        names = CompanyNames(known, said)
        table = requests.read(files.read(read), sheet, names.directory)
        progress.report(0.5, _("Finding the companies"))
        digest = hashlib.sha256(read.content).hexdigest()
        return RequestPlan(source, table, _resolve(table, known, names), digest, said)

    return Job(_("Analysing {name}").format(name=source.name), known_companies, work)


def known_companies(store: Store) -> KnownCompanies:
    """Return what is known of companies and requests."""
    return KnownCompanies(store.all(Company), store.all(Request), store.all(Alias), store.all(Person))


def accept(store: Store, plan: RequestPlan) -> None:
    """Write the plan as one step, after a backup, and note it in the journal of imports."""
    backups.keep(store)
    with store.change(message("Import {name}", name=plan.source.name)) as change:
        for row in plan.rows:
            if row.request is None or row.verdict is RowOutcome.SAME:
                continue
            if row.verdict is RowOutcome.CHANGED:
                change.update(row.request)
            else:
                change.insert(row.request)
        names = {alias.name for alias in store.all(Alias)}
        change.insert_all(Alias(company_id=key, name=name) for name, key in plan.answers.items() if name not in names)
        change.record(
            FileImport(
                file_name=plan.source.name,
                kind="requests",
                digest=plan.digest,
                read=len(plan.rows),
                new=plan.count(RowOutcome.NEW),
                changed=plan.count(RowOutcome.CHANGED),
                same=plan.count(RowOutcome.SAME),
                duplicates=0,
                rejected=plan.count(RowOutcome.REJECTED),
                imported_at=datetime.now(UTC),
                imported_by=user_name(),
            )
        )


def save_rejects(plan: RequestPlan, target: Path) -> int:
    """Write the rejected rows as they came, each with its number and reason, as csv; return how many."""
    by_number = {row.row.number: row for row in plan.table.rows}
    rejected = [row for row in plan.rows if row.verdict is RowOutcome.REJECTED]
    lines: list[list[str | int]] = []
    for result in rejected:
        source = by_number[result.number]
        reason = " ".join(issue.text for issue in result.issues)
        lines.append([result.number, result.asker, result.wanted, source.strength, source.comment, reason])
    headings = [_("Row"), plan.table.asker_heading, plan.table.wanted_heading, _("Priority"), _("Comment"), _("Reason")]
    spreadsheets.write_csv(target, headings, lines)
    return len(lines)


def _resolve(table: RequestTable, known: KnownCompanies, names: CompanyNames) -> tuple[RequestResult, ...]:
    held = {(request.pair, request.asked_by): request for request in known.requests}
    results: list[RequestResult] = []
    unclear: set[str] = set()
    places: dict[tuple[tuple[int, int], Side], int] = {}
    for row in table.rows:
        result = _result_of(row, table, names)
        if not priorities.is_understood(row.strength) and row.strength not in unclear:
            unclear.add(row.strength)
            result = replace(result, issues=(*result.issues, _unclear(row)))
        if row.meets_at is None and row.place not in unclear:
            unclear.add(row.place)
            result = replace(result, issues=(*result.issues, _unclear_place(row)))
        if result.request:
            key = (result.request.pair, result.request.asked_by)
            if key in places:
                first = places[key]
                results[first], result = _joined(results[first], result)
            else:
                places[key] = len(results)
                result = _compared(result, held)
        results.append(result)
    return tuple(results)


def _unclear(row: RequestRow) -> Issue:
    """Report a priority that is not understood, once for each that is written otherwise."""
    text = _("“{value}” is not understood as a priority; it is taken for “{priority}”.")
    text = text.format(value=row.strength, priority=row.priority.label)
    return Issue("unclear_priority", text, Severity.WARNING, row.row.number, value=row.strength)


def _unclear_place(row: RequestRow) -> Issue:
    """Report a place of meeting that is not understood, once for each that is written otherwise."""
    text = _("“{value}” is no place of meetings.").format(value=row.place)
    return Issue("unclear_place", text, Severity.WARNING, row.row.number, value=row.place)


def _joined(first: RequestResult, later: RequestResult) -> tuple[RequestResult, RequestResult]:
    """Return two rows about one pair: the stronger priority counts, and the later row reports that."""
    assert first.request is not None
    assert later.request is not None
    if first.request.priority is later.request.priority:
        return first, replace(later, verdict=RowOutcome.SAME)
    strongest = min(first.request, later.request, key=lambda request: _STRENGTH[request.priority]).priority
    text = _("The pair is in row {row} too, with another priority; “{priority}” counts.")
    issue = Issue(
        "asked_twice", text.format(row=first.number, priority=strongest.label), Severity.WARNING, later.number
    )
    kept = replace(first, request=replace(first.request, priority=strongest))
    if first.verdict is RowOutcome.SAME and strongest is not first.request.priority:
        kept = replace(kept, verdict=RowOutcome.CHANGED)
    return kept, replace(later, verdict=RowOutcome.SAME, issues=(*later.issues, issue))


_STRENGTH = {Priority.NO_THANKS: 0, Priority.MUST_MEET: 1, Priority.MEET: 2}


def _compared(result: RequestResult, held: dict[tuple[tuple[int, int], Side], Request]) -> RequestResult:
    """Return the result compared with the request the mission has of the pair."""
    request = result.request
    assert request is not None
    key = (request.pair, request.asked_by)
    before = held.get(key)
    if before is None:
        return result
    now = replace(
        before,
        priority=request.priority,
        comment=request.comment or before.comment,
        meets_at=request.meets_at or before.meets_at,
    )
    if now == before:
        return replace(result, verdict=RowOutcome.SAME, request=before)
    return replace(result, verdict=RowOutcome.CHANGED, request=now)


def _result_of(row: RequestRow, table: RequestTable, names: CompanyNames) -> RequestResult:
    if row.fault:
        return RequestResult(row.row.number, RowOutcome.REJECTED, row.asker, row.wanted, None, (row.fault,))
    issues: list[Issue] = []
    asker = names.find(row.asker, None)
    side = names.companies[asker].side.other if isinstance(asker, int) else None
    wanted = names.find(row.wanted, side)
    unknown = []
    for name, found, heading in (
        (row.asker, asker, table.asker_heading),
        (row.wanted, wanted, table.wanted_heading),
    ):
        if isinstance(found, str):
            issues.append(Issue("unknown_company", found, Severity.ERROR, row.row.number, heading, name))
            unknown.append(name)
    if not isinstance(asker, int) or not isinstance(wanted, int):
        missing = tuple(name for name in unknown if name)
        return RequestResult(row.row.number, RowOutcome.REJECTED, row.asker, row.wanted, None, tuple(issues), missing)
    asked_by = names.companies[asker].side
    delegation, counterpart = (asker, wanted) if asked_by is Side.DELEGATION else (wanted, asker)
    request = Request(
        delegation_id=delegation,
        counterpart_id=counterpart,
        asked_by=asked_by,
        priority=row.priority,
        comment=row.comment,
        meets_at=row.meets_at or MeetsAt.UNSAID,
    )
    return RequestResult(row.row.number, RowOutcome.NEW, row.asker, row.wanted, request, tuple(issues))
