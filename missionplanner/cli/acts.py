"""Commands that change a mission or write files."""

import argparse
import errno
import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.files import opened, password
from missionplanner.cli.selection import company_filter
from missionplanner.domain.applications import Status
from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.issues import Issue
from missionplanner.domain.journals import Edition
from missionplanner.domain.timetable import Keep, Scope
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.packs import printing as pack_jobs
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups


def bring_in(arguments: argparse.Namespace) -> int:
    """Import companies or requests and report every row."""
    if arguments.kind == "companies" and not arguments.side:
        raise UserError(_("Companies need a side."), _("Add --side delegation or --side counterpart."))
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = _companies(store, arguments) if arguments.kind == "companies" else _requests(store, arguments)
    if arguments.json:
        output.document(found)
        return 0
    names = ("read", "new", "changed", "same", "duplicates", "rejected")
    output.say(", ".join(f"{found[name]} {name}" for name in names if name in found))
    for issue in found["issues"]:
        output.say(f"row {issue['row']}, {issue['column'] or '-'}: {issue['text']}")
    if found.get("not_imported"):
        output.say("Columns not imported: " + ", ".join(found["not_imported"]))
    return 0


def _companies(store: Store, arguments: argparse.Namespace) -> dict[str, Any]:
    options = import_companies.ImportOptions(
        arguments.source, Side(arguments.side), arguments.sheet, _mapping(arguments.columns), arguments.on_duplicate
    )
    _need_own_file(arguments)
    plan = run_now(import_companies.analyse(options), store, output.progress())
    if not arguments.dry_run:
        import_companies.accept(store, plan)
    if arguments.rejects:
        import_companies.save_rejects(plan, arguments.rejects)
    return {
        **_counts(plan),
        "duplicates": plan.count(RowOutcome.DUPLICATE),
        "issues": [_issue(i) for i in plan.issues],
        "not_imported": plan.not_imported,
    }


def _requests(store: Store, arguments: argparse.Namespace) -> dict[str, Any]:
    _need_own_file(arguments)
    plan = run_now(import_requests.analyse(arguments.source, arguments.sheet), store, output.progress())
    if not arguments.dry_run:
        import_requests.accept(store, plan)
    if arguments.rejects:
        import_requests.save_rejects(plan, arguments.rejects)
    return {**_counts(plan), "issues": [_issue(issue) for issue in plan.issues]}


def _need_own_file(arguments: argparse.Namespace) -> None:
    """The rejected rows never take the place of the mission or of what is read."""
    others = [path.resolve() for path in (arguments.file, arguments.source, arguments.columns) if path]
    if arguments.rejects and arguments.rejects.resolve() in others:
        text = _("The rejected rows would take the place of {name}.").format(name=arguments.rejects.name)
        raise UserError(text, _("Choose another name for them."))


def _counts(plan: import_companies.ImportPlan | import_requests.RequestPlan) -> dict[str, Any]:
    verdicts = (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.SAME, RowOutcome.REJECTED)
    return {"read": len(plan.rows), **{verdict.value: plan.count(verdict) for verdict in verdicts}}


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "row": issue.row,
        "column": issue.column,
        "value": issue.value,
        "severity": issue.severity.value,
        "code": issue.code,
        "text": issue.text,
    }


def _mapping(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        if not path.is_file():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(heading): str(field or "") for heading, field in found.items()}
    except (OSError, ValueError, AttributeError) as error:
        text = _("{name} is no map of columns ({reason}).").format(name=path.name, reason=error)
        raise UserError(text, _('It should look like {"Heading in the file": "field"}.')) from error


def set_status(arguments: argparse.Namespace) -> int:
    """Give the filtered companies a status; what was not changed is told with the reason."""
    with opened(arguments) as store:
        ids = store.company_ids(company_filter(store, arguments))
        report = decisions.set_status(store, ids, Status(arguments.status))
    if arguments.json:
        refused = [{"company": refusal.company, "reason": refusal.reason} for refusal in report.refused]
        found = {"changed": len(report.changed), "not_changed": refused, "meetings_removed": report.meetings_removed}
        output.document(found)
        return 0
    output.say(f"{len(report.changed)} changed, {len(report.refused)} not changed")
    if report.meetings_removed:
        output.say(f"{report.meetings_removed} planned meetings were removed")
    for refusal in report.refused:
        output.say(f"{refusal.company}: {refusal.reason}")
    return 0


def plan(arguments: argparse.Namespace) -> int:
    """Make the timetable and accept it."""
    day = _day(arguments.day)
    with opened(arguments) as store:
        job = planning.plan(arguments.seconds, Keep(arguments.keep), Scope(day), arguments.seed)
        proposal = run_now(job, store, output.progress())
        planning.accept(store, proposal)
        names = {company.id: company.name for company in store.all(Company)}
    found = plan_document(proposal, names)
    if arguments.json:
        output.document(found)
        return 0
    output.say(f"{found['placed']} of {found['requested']} requests placed ({found['status']}): {proposal.summary}")
    output.say(
        f"idle slots: {found['idle_slots']}, at most {found['max_idle']} for one company, bound {found['bound']}"
    )
    if proposal.contradiction:
        output.say(proposal.contradiction)
    for row in found["unplaced"]:
        output.say(f"{row['delegation']} – {row['counterpart']} ({row['priority']}): {row['reason']}")
    return 0


def plan_document(proposal: planning.Proposal, names: dict[int, str]) -> dict[str, Any]:
    """The JSON of a plan."""
    return {
        "status": proposal.status,
        "requested": proposal.requested,
        "placed": len(proposal.meetings),
        "unplaced": [
            {
                "delegation": names[u.request.delegation_id],
                "counterpart": names[u.request.counterpart_id],
                "priority": u.request.priority.value,
                "reason": u.reason,
            }
            for u in proposal.unplaced
        ],
        "idle_slots": proposal.idle_slots,
        "max_idle": proposal.max_idle,
        "bound": proposal.bound,
        "seconds": proposal.seconds,
    }


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError(_("“{day}” is no date.").format(day=text), _("Write it as 2026-02-16.")) from error


def packs(arguments: argparse.Namespace) -> int:
    """Print briefing packs; what was not printed is told with the reason."""
    edition = Edition(arguments.edition)
    narrowed = (
        arguments.company,
        arguments.side,
        arguments.sector,
        arguments.status_filter,
        arguments.stop,
        arguments.search,
    )
    if edition is not Edition.DELEGATE and any(narrowed):
        raise UserError(_("This edition is of the whole mission."), _("Leave the companies and filters out."))
    with opened(arguments) as store:
        if arguments.company:
            companies = store.all(Company)
            chosen = {exports.find_company(companies, name).id for name in arguments.company}
        else:
            chosen = set(store.company_ids(company_filter(store, _of_delegation(arguments))))
        options = pack_jobs.PackOptions(
            arguments.out, arguments.language, frozenset(chosen), arguments.outdated, arguments.single, edition
        )
        result = run_now(pack_jobs.make(options), store, output.progress())
    found = {
        "files": [{"path": str(f.path), "company": f.company, "pages": f.pages} for f in result.files],
        "skipped": [{"company": s.company, "reason": s.reason} for s in result.skipped],
    }
    if arguments.json:
        output.document(found)
        return 0
    pages = sum(file.pages for file in result.files)
    output.say(f"{len(result.files)} packs, {pages} pages, in {result.single or arguments.out}")
    for skipped in result.skipped:
        output.say(f"{skipped.company}: {skipped.reason}")
    return 0


def _of_delegation(arguments: argparse.Namespace) -> argparse.Namespace:
    return argparse.Namespace(**{**vars(arguments), "side": arguments.side or "delegation"})


def export(arguments: argparse.Namespace) -> int:
    """Write a workbook of everything, one list as csv, or a company's calendar."""
    with opened(arguments, read_only=True) as store:
        made = run_now(exports.export(arguments.out, arguments.table, arguments.company), store, output.progress())
    if arguments.json:
        output.document({"path": str(made)})
    else:
        output.say(f"{made}")
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Copy the file, beside it under the time of day where no name is given."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S")
    target = arguments.target or arguments.file.with_name(f"{arguments.file.stem} {stamp}.mission")
    if target.exists():
        raise UserError(_("There is already a file {name}.").format(name=target.name), _("Choose another name."))
    with opened(arguments, read_only=True) as store:
        store.backup(target)
    if arguments.json:
        output.document({"path": str(target)})
    else:
        output.say(f"{target}")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of the file; what was there is kept beside it."""
    copy = backups.restore(arguments.file, arguments.backup, password())
    kept = str(copy or "")
    if arguments.json:
        output.document({"path": str(arguments.file), "kept": kept})
    else:
        output.say(f"{arguments.file} restored" + (f"; what was there is in {kept}" if kept else ""))
    return 0
