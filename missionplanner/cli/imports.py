"""The command import: registrations, people and meeting requests from files, with a report of every row."""

import argparse
import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from missionplanner.cli import output, read_back, travel
from missionplanner.cli.filters import SIDES
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.domain.changes import FieldChange, RowOutcome, as_json
from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue
from missionplanner.domain.mission import Sector
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.imports import column_reports, form_knowledge, new_sectors, own_workbook
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import people as import_people
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.column_reports import ColumnReport
from missionplanner.jobs.imports.comparison import RowResult
from missionplanner.jobs.imports.erased_people import EVERY_ROW, NAMESAKES
from missionplanner.jobs.imports.people_comparison import PersonResult
from missionplanner.jobs.imports.reading import ON_DUPLICATE, FilePlan, ImportOptions, files_in, save_rejects
from missionplanner.jobs.imports.remark_groups import grouped
from missionplanner.jobs.job import run_now
from missionplanner.store.store import Store
from missionplanner.writing import followed

OF_TRAVEL = ("arrivals", "rooms", "transfers")
KINDS = ("companies", "people", "requests", *OF_TRAVEL)
Plan = import_companies.ImportPlan | import_people.PeoplePlan | import_requests.RequestPlan
Read = Callable[[Store, argparse.Namespace], tuple[Plan, dict[str, Any]]]


def add_commands(commands: Any) -> None:
    """Add import."""
    bring = add_command(commands, "import", _("bring a file in"), bring_in)
    bring.add_argument(
        "source",
        type=Path,
        metavar=_("SOURCE"),
        help=_("the csv, xlsx, xlsm, xlsb, xls or ods file, or a folder of filled forms"),
    )
    bring.add_argument("--kind", choices=KINDS, help=_("what its rows are; a workbook exported here says so itself"))
    bring.add_argument("--side", choices=SIDES, help=_("the side of its companies, or of people without one"))
    bring.add_argument(
        "--sheet", default="", metavar=_("NAME"), help=_("the sheet of a workbook, all for every one of its layout")
    )
    bring.add_argument("--columns", type=Path, metavar=_("MAP.json"), help=_("heading to field, over what was guessed"))
    bring.add_argument(
        "--on-duplicate",
        choices=ON_DUPLICATE,
        default="merge",
        help=_("what becomes of a later row about the same company"),
    )
    _add_choices(bring)


def _add_choices(bring: argparse.ArgumentParser) -> None:
    """Add what becomes of rows and columns that leave a choice."""
    bring.add_argument(
        "--namesakes",
        choices=("same", "another"),
        default="same",
        help=_("whether people called as one who was erased are the same, or others who are taken in"),
    )
    travel.add_options(bring)
    bring.add_argument("--rejects", type=Path, metavar=_("OUT.csv"), help=_("where rejected rows are written"))
    bring.add_argument(
        "--add-sectors", action="store_true", help=_("add the sectors that the file names and the mission has not")
    )
    bring.add_argument(
        "--sectors", type=Path, metavar=_("MAP.json"), help=_("sector in the file to the mission’s, by code or name")
    )
    bring.add_argument(
        "--keep-unknown",
        action="store_true",
        help=_("make a field of one’s own of each column that means nothing here"),
    )
    bring.add_argument(
        "--overwrite", action="store_true", help=_("of a workbook exported here also over what was changed here since")
    )
    bring.add_argument("--strict", action="store_true", help=_("refuse where a needed or sensitive column is not sure"))
    bring.add_argument("--dry-run", action="store_true", help=_("say what it would do, change nothing"))


def bring_in(arguments: argparse.Namespace) -> int:
    """Import companies, people, requests or a workbook exported here, and report every row.

    Raises UserError when it is not said what the file holds, or whose side the companies are on.
    """
    if own_workbook.is_own(arguments.source):
        return read_back.bring_back(arguments)
    if arguments.kind in OF_TRAVEL:
        return travel.bring_in(arguments)
    _need_kind(arguments)
    _need_own_file(arguments)
    return _bring_rows(arguments)


def _bring_rows(arguments: argparse.Namespace) -> int:
    """Import companies, people or requests, and report every row."""
    # A dry run needs no right to write, and works while somebody else has the file open.
    with opened(arguments, read_only=arguments.dry_run) as store:
        read = _reader(arguments.kind)
        plan, found = read(store, arguments)
    if arguments.json:
        output.document(found)
        return 0
    output.say(counts_in_words(found))
    for group in grouped(plan.issues):
        output.say(group.text)
    for row in plan.rows:
        if not isinstance(row, import_requests.RequestResult) and row.changes:
            changes = row.text if isinstance(row, RowResult) else row.said
            output.say(_("row {row}, {company}: {changes}").format(row=row.number, company=row.name, changes=changes))
    _say_changes(found)
    return 0


def _say_changes(found: dict[str, Any]) -> None:
    """Say what names of the file are taken as, and what is added or left out."""
    for name, sector in found.get("sectors_named", {}).items():
        if name != sector:
            output.say(_("Sector “{name}” is taken as {sector}").format(name=name, sector=sector))
    if found.get("sectors_added"):
        output.say(_("Sectors added: {names}").format(names=", ".join(found["sectors_added"])))
    if found.get("fields_added"):
        output.say(_("Own fields added: {names}").format(names=", ".join(found["fields_added"])))
    if found.get("not_imported"):
        output.say(_("Columns not imported: {names}").format(names=", ".join(found["not_imported"])))


def _reader(kind: str) -> Read:
    """Return what reads a file of a kind of rows, and brings it in."""
    readers: dict[str, Read] = {"companies": _companies, "people": _people, "requests": _requests}
    return readers[kind]


def counts_in_words(found: dict[str, Any]) -> str:
    """Return how many rows were read and what became of them, in a line."""
    n = {
        name: found.get(name, 0)
        for name in ("read", "new", "changed", "same", "duplicates", "rejected", "people_added")
    }
    words = {
        "read": count("{n} row read", "{n} rows read", n["read"]),
        "new": count("{n} new", "{n} new", n["new"]),
        "changed": count("{n} changed", "{n} changed", n["changed"]),
        "same": count("{n} the same", "{n} the same", n["same"]),
        "people_added": count("{n} person added to a company", "{n} people added to a company", n["people_added"]),
        "duplicates": count("{n} duplicate", "{n} duplicates", n["duplicates"] - n["people_added"]),
        "rejected": count("{n} rejected", "{n} rejected", n["rejected"]),
    }
    return ", ".join(text for name, text in words.items() if name in found and (n[name] or name != "people_added"))


def _companies(store: Store, arguments: argparse.Namespace) -> tuple[import_companies.ImportPlan, dict[str, Any]]:
    take = {EVERY_ROW: frozenset((NAMESAKES,))} if arguments.namesakes == "another" else {}
    source, more = files_in(arguments.source)
    sectors = _sectors(store, arguments)
    options = ImportOptions(
        source,
        Side(arguments.side),
        arguments.sheet,
        _mapping(arguments.columns),
        arguments.on_duplicate,
        take=take,
        keep_unknown=arguments.keep_unknown,
        sectors=sectors,
        more=more,
    )
    plan = run_now(import_companies.analyse(options), store, output.progress())
    said = set(map(words, sectors))
    if arguments.add_sectors and (unknown := [name for name in plan.unknown_sectors if words(name) not in said]):
        options = replace(options, sectors={**sectors, **dict(zip(unknown, unknown, strict=True))})
        plan = run_now(import_companies.analyse(options), store, output.progress())
    refusal = column_reports.refusal(plan.table, arguments.strict)
    if refusal is None and not arguments.dry_run:
        import_companies.accept(store, plan)
    added = {
        "people_added": sum(bool(row.people) for row in plan.rows),
        "sectors_added": [sector.name_en for sector in plan.new_sectors],
        "sectors_named": {name: sector.name_en for name, sector in plan.settled.named.items()},
        "unknown_sectors": list(plan.unknown_sectors),
    }
    return plan, {**_said_of(plan, arguments, refusal), **added}


def _sectors(store: Store, arguments: argparse.Namespace) -> dict[str, str]:
    """Return what sectors of the file stand for; raises UserError for one that is not to be made."""
    known, asked = store.all(Sector), _mapping(arguments.sectors)
    others = [] if arguments.add_sectors else new_sectors.strangers(asked, known)
    if others:
        codes = ", ".join(one.code for one in known)
        hint = _("Name one of {codes}, or add --add-sectors to make it.").format(codes=codes)
        raise UserError(_("“{value}” is no sector of the mission.").format(value=others[0]), hint)
    return asked


def _not_sure(report: ColumnReport) -> str:
    text = _("Column {number}, “{heading}”, is not sure and was not imported: perhaps {field}. {reason}")
    field = column_reports.target_label(report.target)
    return text.format(number=report.number, heading=report.heading, field=field, reason=report.reason)


def _column(report: ColumnReport) -> dict[str, Any]:
    return {
        "heading": report.heading,
        "column": report.number,
        "field": None if report.kept_as else report.target or None,
        "kept_as": report.kept_as or None,
        "confidence": report.confidence,
        "sure": report.sure,
        "sensitive": report.sensitive,
        "reason": report.reason,
        # What is sensitive stays in the file: the document may lie anywhere.
        "examples": [] if report.sensitive else list(report.examples),
    }


def _people(store: Store, arguments: argparse.Namespace) -> tuple[import_people.PeoplePlan, dict[str, Any]]:
    side = Side(arguments.side) if arguments.side else Side.DELEGATION
    take = {EVERY_ROW: frozenset((NAMESAKES,))} if arguments.namesakes == "another" else {}
    options = ImportOptions(
        arguments.source,
        side,
        arguments.sheet,
        _mapping(arguments.columns),
        take=take,
        keep_unknown=arguments.keep_unknown,
    )
    plan = run_now(import_people.analyse(options), store, output.progress())
    refusal = column_reports.refusal_of_people(plan.table, arguments.strict)
    if refusal is None and not arguments.dry_run:
        import_people.accept(store, plan)
    return plan, _said_of(plan, arguments, refusal)


def _said_of(plan: FilePlan[Any], arguments: argparse.Namespace, refusal: UserError | None) -> dict[str, Any]:
    """Return what there is to say of a plan; writes the rejected rows and warns of columns that are not sure.

    Raises the refusal, where there is one.
    """
    columns = column_reports.reports(plan.table)
    found = {
        **_counts(plan),
        "duplicates": plan.count(RowOutcome.DUPLICATE),
        "issues": [_issue(issue) for issue in plan.issues],
        "changes": [_change(row, change) for row in plan.rows for change in row.changes],
        "not_imported": plan.not_imported,
        "columns": [_column(report) for report in columns],
        "fields_added": [field.name for field in plan.table.new_fields],
    }
    if refusal is not None:
        # Scripts get what is known of the columns all the same, to answer.
        if arguments.json:
            output.document(found)
        raise refusal
    if arguments.rejects:
        save_rejects(plan, arguments.rejects)
    for report in columns:
        if not report.sure:
            output.warn(_not_sure(report))
    return found


def _requests(store: Store, arguments: argparse.Namespace) -> tuple[import_requests.RequestPlan, dict[str, Any]]:
    plan = run_now(import_requests.analyse(arguments.source, arguments.sheet), store, output.progress())
    if not arguments.dry_run:
        import_requests.accept(store, plan)
    if arguments.rejects:
        import_requests.save_rejects(plan, arguments.rejects)
    issues = [_issue(issue) for issue in plan.issues]
    return plan, {**_counts(plan), "issues": issues, "not_imported": plan.not_imported}


def _need_kind(arguments: argparse.Namespace) -> None:
    if not arguments.kind and (side := form_knowledge.side_of(arguments.source)):
        # A form that was made here says whose it is.
        arguments.kind, arguments.side = "companies", arguments.side or side.value
    if not arguments.kind:
        raise UserError(
            _("What does the file hold?"), _("Add --kind companies, people, requests, arrivals, rooms or transfers.")
        )
    if arguments.kind == "companies" and not arguments.side:
        raise UserError(_("Companies need a side."), _("Add --side delegation or --side counterpart."))


def _need_own_file(arguments: argparse.Namespace) -> None:
    """Refuse to write the rejected rows over the mission or what is read."""
    kept = (arguments.file, arguments.source, arguments.columns, arguments.sectors)
    others = [followed(path).resolve() for path in kept if path]
    if arguments.rejects and followed(arguments.rejects).resolve() in others:
        text = _("The rejected rows would take the place of {name}.").format(name=arguments.rejects.name)
        raise UserError(text, _("Choose another name for them."))


def _counts(plan: FilePlan[Any] | import_requests.RequestPlan) -> dict[str, Any]:
    outcomes = (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.SAME, RowOutcome.REJECTED)
    return {"read": len(plan.rows), **{outcome.value: plan.count(outcome) for outcome in outcomes}}


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "row": issue.row,
        "column": issue.column,
        "value": issue.value,
        "severity": issue.severity.value,
        "code": issue.code,
        "text": issue.text,
    }


def _change(row: RowResult | PersonResult, change: FieldChange) -> dict[str, Any]:
    """Return a value that a row replaces, as plain data."""
    old, new = as_json(change.old), as_json(change.new)
    return {"row": row.number, "company": row.name, "field": change.key, "old": old, "new": new}


def _mapping(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        # A pipe would be waited for.
        if not path.is_file():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(heading): str(field or "") for heading, field in found.items()}
    except (OSError, ValueError, AttributeError) as error:
        text = _("{name} is no map ({reason}).").format(name=path.name, reason=error)
        raise UserError(text, _('It should look like {"What the file says": "what it is here"}.')) from error
