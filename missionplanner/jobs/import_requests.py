"""Bringing meeting requests in by company name."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from missionplanner.domain.changes import Verdict
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journals import FileImport
from missionplanner.domain.requests import Priority, Request
from missionplanner.exchange import files, requests, tables
from missionplanner.exchange.requests import RequestRow, RequestTable
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.matching.names import NameIndex
from missionplanner.progress import Progress
from missionplanner.store import backups
from missionplanner.store.database import user_name
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class RequestResult:
    """What a row of the source comes to."""

    number: int
    verdict: Verdict
    asker: str
    wanted: str
    request: Request | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class RequestPlan:
    """Everything an import of requests would do; nothing is written yet."""

    source: Path
    table: RequestTable
    rows: tuple[RequestResult, ...]
    digest: str

    def count(self, verdict: Verdict) -> int:
        """How many rows come to this."""
        return sum(1 for row in self.rows if row.verdict is verdict)

    @property
    def issues(self) -> list[Issue]:
        """Everything to be said, in the order of rows."""
        return [issue for row in self.rows for issue in row.issues]


@dataclass(frozen=True, slots=True)
class _Known:
    companies: list[Company]
    requests: list[Request]


def analyse(source: Path, sheet: str = "") -> Job[_Known, RequestPlan]:
    """The job that works out what importing the requests would do."""

    def work(known: _Known, progress: Progress) -> RequestPlan:
        progress.report(0.1, _("Reading {name}").format(name=source.name))
        table = requests.read(files.read(files.load(source)), sheet)
        progress.report(0.5, _("Finding the companies"))
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        return RequestPlan(source, table, _resolve(table, known), digest)

    return Job(
        _("Analysing {name}").format(name=source.name),
        lambda store: _Known(store.all(Company), store.all(Request)),
        work,
    )


def accept(store: Store, plan: RequestPlan) -> None:
    """Write the plan as one undoable step and note it in the journal of imports."""
    backups.keep(store)
    with store.change(_("Import {name}").format(name=plan.source.name)) as change:
        for row in plan.rows:
            if row.request is None or row.verdict is Verdict.SAME:
                continue
            if row.verdict is Verdict.CHANGED:
                change.update(row.request)
            else:
                change.insert(row.request)
    store.record(
        FileImport(
            file_name=plan.source.name, kind="requests", digest=plan.digest, read=len(plan.rows),
            new=plan.count(Verdict.NEW), changed=plan.count(Verdict.CHANGED), same=plan.count(Verdict.SAME),
            duplicates=0, rejected=plan.count(Verdict.REJECTED), imported_at=datetime.now(UTC),
            imported_by=user_name(),
        )
    )  # fmt: skip


def save_rejects(plan: RequestPlan, target: Path) -> int:
    """Write the rejected rows as they came, each with its number and reason, as csv; returns how many."""
    by_number = {row.row.number: row for row in plan.table.rows}
    rejected = [row for row in plan.rows if row.verdict is Verdict.REJECTED]
    lines: list[list[str | int]] = []
    for result in rejected:
        source = by_number[result.number]
        reason = " ".join(issue.text for issue in result.issues)
        lines.append([result.number, result.asker, result.wanted, source.strength, source.comment, reason])
    headings = [_("Row"), plan.table.asker_heading, plan.table.wanted_heading, _("Priority"), _("Comment"), _("Reason")]
    tables.write_csv(target, headings, lines)
    return len(lines)


def _resolve(table: RequestTable, known: _Known) -> tuple[RequestResult, ...]:
    index = NameIndex({c.id: (c.name, c.operating_name) for c in known.companies})
    companies = {company.id: company for company in known.companies}
    held = {(request.pair, request.asked_by): request for request in known.requests}
    results: list[RequestResult] = []
    places: dict[tuple[tuple[int, int], Side], int] = {}
    for row in table.rows:
        result = _one(row, table, index, companies)
        if result.request:
            key = (result.request.pair, result.request.asked_by)
            if key in places:
                first = places[key]
                results[first], result = _twice(results[first], result)
            else:
                places[key] = len(results)
                result = _against(result, held)
        results.append(result)
    return tuple(results)


def _twice(first: RequestResult, later: RequestResult) -> tuple[RequestResult, RequestResult]:
    """Two rows of a file about one pair: the stronger priority counts, and the later row says so."""
    assert first.request is not None
    assert later.request is not None
    if first.request.priority is later.request.priority:
        return first, replace(later, verdict=Verdict.SAME)
    strongest = min(first.request, later.request, key=lambda request: _STRENGTH[request.priority]).priority
    text = _("The pair is in row {row} too, with another priority; “{priority}” counts.")
    issue = Issue(
        "asked_twice", text.format(row=first.number, priority=strongest.label), Severity.WARNING, later.number
    )
    kept = replace(first, request=replace(first.request, priority=strongest))
    if first.verdict is Verdict.SAME and strongest is not first.request.priority:
        kept = replace(kept, verdict=Verdict.CHANGED)
    return kept, replace(later, verdict=Verdict.SAME, issues=(*later.issues, issue))


_STRENGTH = {Priority.NO_THANKS: 0, Priority.MUST_MEET: 1, Priority.MEET: 2}


def _against(result: RequestResult, held: dict[tuple[tuple[int, int], Side], Request]) -> RequestResult:
    """The result in the light of what the mission already says of the pair."""
    request = result.request
    assert request is not None
    key = (request.pair, request.asked_by)
    before = held.get(key)
    if before is None:
        return result
    now = replace(before, priority=request.priority, comment=request.comment or before.comment)
    if now == before:
        return replace(result, verdict=Verdict.SAME, request=before)
    return replace(result, verdict=Verdict.CHANGED, request=now)


def _one(row: RequestRow, table: RequestTable, index: NameIndex, companies: Mapping[int, Company]) -> RequestResult:
    issues: list[Issue] = []
    asker = _find(row.asker, None, index, companies)
    side = companies[asker].side.other if isinstance(asker, int) else None
    wanted = _find(row.wanted, side, index, companies)
    for name, found, heading in (
        (row.asker, asker, table.asker_heading),
        (row.wanted, wanted, table.wanted_heading),
    ):
        if isinstance(found, str):
            issues.append(Issue("unknown_company", found, Severity.ERROR, row.row.number, heading, name))
    if not isinstance(asker, int) or not isinstance(wanted, int):
        return RequestResult(row.row.number, Verdict.REJECTED, row.asker, row.wanted, None, tuple(issues))
    asked_by = companies[asker].side
    delegation, counterpart = (asker, wanted) if asked_by is Side.DELEGATION else (wanted, asker)
    request = Request(
        delegation_id=delegation, counterpart_id=counterpart, asked_by=asked_by, priority=row.priority,
        comment=row.comment,
    )  # fmt: skip
    return RequestResult(row.row.number, Verdict.NEW, row.asker, row.wanted, request, tuple(issues))


def _find(name: str, side: Side | None, index: NameIndex, companies: Mapping[int, Company]) -> int | str:
    """The key of the one company the name can mean, or a sentence saying why there is none."""
    if not name:
        return _("The name is missing.")
    found = [key for key in index.same(name) if side is None or companies[key].side is side]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(companies[key].name for key in found[:4])
        return _("“{name}” can be several companies: {names}.").format(name=name, names=names)
    like = index.like(name)
    if like and (side is None or companies[like[0]].side is side):
        return _("No company is called “{name}”. Is it “{other}”?").format(name=name, other=companies[like[0]].name)
    return _("No company is called “{name}”.").format(name=name)
