"""The report on a day as PDF with charts, or as a workbook of pivot sheets, for an auditor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from missionplanner.domain import evaluations
from missionplanner.domain.relationships import Stage
from missionplanner.domain.results import DealStanding
from missionplanner.domain.targets import TargetGroup
from missionplanner.errors import UserError
from missionplanner.exchange import books, pivots
from missionplanner.exchange.books import BookColumn, BookSheet, Cell, SheetBook
from missionplanner.i18n import _, count, current, uses_letter_paper
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs.drafts import Material
from missionplanner.jobs.packs.printing import laid_out
from missionplanner.jobs.relationships import objectives
from missionplanner.jobs.relationships.report import HonestReport, report_on
from missionplanner.pack.editions import ListPapers, PaperSheet, Section, ValueChart
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class ReportWanted:
    """A report that is to be written."""

    target: Path
    """A name ending in .pdf or .xlsx."""
    day: date
    currency: str = ""
    rates: Mapping[str, float] | None = None
    earlier: Path | None = None
    """The file of an earlier mission it is compared with, as many days after that one."""
    password: str = ""
    """That of the earlier file."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The facts a report is written from."""

    material: Material
    report: HonestReport
    earlier: HonestReport | None
    earlier_name: str = ""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the report."""

    key: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    """The shares of the columns."""
    note: str = ""
    bars: Sequence[tuple[str, float]] = field(default=())
    """The chart above it: labels with their values."""
    in_pdf: bool = True
    """Whether it is printed; wide ones are only in the workbook."""
    is_narrow: bool = False
    """Whether all its columns have room beside each other on a page, as they hold marks and counts."""


def write(wanted: ReportWanted) -> Job[ReportFacts, Path]:
    """Return the job that writes a report; raises UserError for a name with another ending."""
    makers = {".pdf": _pdf, ".xlsx": _workbook}
    make = makers.get(wanted.target.suffix.lower())
    if make is None:
        text = _("A file ending in “{ending}” cannot be made.").format(ending=wanted.target.suffix)
        raise UserError(text, _("Choose a name that ends in .pdf or .xlsx."))

    def read(store: Store) -> ReportFacts:
        return facts_of(store, wanted)

    def work(facts: ReportFacts, progress: Progress) -> Path:
        progress.report(0.2, wanted.target.name)
        replace_file(wanted.target, make(facts))
        return wanted.target

    return Job(_("Writing {name}").format(name=wanted.target.name), read, work)


def facts_of(store: Store, wanted: ReportWanted) -> ReportFacts:
    """Return the facts of a report; raises UserError where the earlier file cannot be opened."""
    report = report_on(store, wanted.day, wanted.currency, wanted.rates)
    earlier, name = None, ""
    if wanted.earlier is not None:
        with Store.open(wanted.earlier, read_only=True, password=wanted.password) as other:
            day = other.mission.ends + (wanted.day - store.mission.ends)
            earlier, name = (
                report_on(other, day, wanted.currency, wanted.rates),
                other.mission.called(current().language),
            )
    return ReportFacts(drafts.read(store), report, earlier, name)


def tables(facts: ReportFacts) -> list[ReportTable]:
    """Return the tables of a report in the language of the screen."""
    report = facts.report
    found = [_results(report), _stages(report), *(_placed(report, by) for by in _GROUPS)]
    if report.targets:
        found.append(_targets(report))
    if report.objectives:
        found.append(_objectives(report))
    if report.evaluations:
        found.append(_evaluations(report))
    if facts.earlier:
        found.append(_compared(report, facts.earlier, facts.earlier_name))
    return [*found, _deals(report), *(_pivot(report, by) for by in ("sector", "region")), _claims(report)]


_GROUPS = (TargetGroup.SECTOR, TargetGroup.REGION, TargetGroup.INTENT)


def _results(report: HonestReport) -> ReportTable:
    sums = report.sums()
    rows: list[list[Cell]] = [[standing.label, n, round(low), round(high)] for standing, (n, low, high) in sums.items()]
    careless = _("Every telling counted, as a careless report would: {sum}").format(
        sum=current().number(round(report.results.every_row))
    )
    bars = [(standing.label, low) for standing, (_n, low, _high) in sums.items()]
    headings = (_("Deals that are"), _("Deals"), _in(report, _("Lower telling")), _in(report, _("Higher telling")))
    return ReportTable("results", _("Results"), headings, rows, (0.46, 0.14, 0.2, 0.2), careless, bars)


def _in(report: HonestReport, heading: str) -> str:
    """Return the heading of sums with their currency, where all are of one."""
    told = [report.currency] if report.currency else report.currencies
    return f"{heading} ({told[0]})" if len(told) == 1 else heading


def _stages(report: HonestReport) -> ReportTable:
    counted = [(stage.label, n) for stage, n in report.stages().items()]
    headings = (_("Stage"), _("Relationships"))
    return ReportTable(
        "stages", _("Relationships by stage"), headings, [list(row) for row in counted], (0.7, 0.3), "", counted
    )


def _placed(report: HonestReport, by: TargetGroup) -> ReportTable:
    """Return how many relationships of each sector, place or intent are at each stage."""
    rows = [{"group": group, "stage": one.stage.value} for one in report.placed for group in one.groups(by)]
    found = pivots.counted(rows, "group", "stage", [stage.value for stage in Stage])
    title = _("Relationships by {group}").format(group=by.label.casefold())
    shown = [stage for stage in Stage if any(row[stage.value] for row in found)]
    named = [(report.group_name(by, str(row["group"])), row) for row in found]
    cells: list[list[Cell]] = [
        [name, *(int(row[stage.value]) for stage in shown), int(row["total"])] for name, row in named
    ]
    widths = (0.3, *[0.6 / max(len(shown), 1)] * len(shown), 0.1)
    bars = [(name, float(row["total"])) for name, row in named][:_MOST_BARS]
    return ReportTable(by.value, title, (by.label, *(one.label for one in shown), _("Total")), cells, widths, "", bars)


_MOST_BARS = 20


def _targets(report: HonestReport) -> ReportTable:
    headings = (_("Milestone"), _("Day"), _("Counted by"), _("Stage"), _("Target"), _("Reached"))
    rows: list[list[Cell]] = [
        [one.milestone, one.day, report.target_name(one.target), one.target.stage.label, one.target.number, one.reached]
        for one in report.targets
    ]
    note = _("A milestone that is still to come counts what is in place on the day of the report.")
    return ReportTable("targets", _("Targets"), headings, rows, (0.26, 0.14, 0.22, 0.18, 0.1, 0.1), note)


def _objectives(report: HonestReport) -> ReportTable:
    headings = (_("Company"), _("Objective"), _("What counts"), _("Agreed"), _("Unit"), _("Reached"))
    rows: list[list[Cell]] = [
        [
            report.known.name(one.objective.company_id), one.objective.what,
            objectives.counted_words(one.objective, report.intents), one.objective.number, one.objective.unit,
            one.reached,
        ]
        for one in report.objectives
    ]  # fmt: skip
    met = sum(one.is_met for one in report.objectives)
    note = _("{n} of {m} objectives reached").format(n=met, m=len(report.objectives))
    return ReportTable(
        "objectives", _("Objectives agreed in advance"), headings, rows, (0.24, 0.24, 0.24, 0.09, 0.1, 0.09), note
    )


def _evaluations(report: HonestReport) -> ReportTable:
    headings = (_("Statement"), *map(str, evaluations.BOXES), _("Answers"), _("Mean"))
    sums = evaluations.summed(report.evaluations)
    rows: list[list[Cell]] = [
        [
            _(evaluations.FORM_STATEMENTS[one.name]), *one.by_mark, one.answers,
            None if one.mean is None else round(one.mean, 2),
        ]
        for one in sums
    ]  # fmt: skip
    n = len(report.evaluations)
    note = count("{n} evaluation form was filled in.", "{n} evaluation forms were filled in.", n)
    widths = (0.5, *[0.06] * len(evaluations.BOXES), 0.1, 0.1)
    return ReportTable("evaluations", _("Evaluation of the mission"), headings, rows, widths, note, is_narrow=True)


def _compared(report: HonestReport, earlier: HonestReport, name: str) -> ReportTable:
    """Return this mission beside an earlier one, as many days after it."""
    now, then = report.stages(), earlier.stages()
    rows: list[list[Cell]] = [[stage.label, now[stage], then[stage]] for stage in Stage]
    mine, theirs = report.sums(), earlier.sums()
    rows += [[standing.label, round(mine[standing][1]), round(theirs[standing][1])] for standing in DealStanding]
    note = _("As many days after the earlier mission: on {day}.").format(day=current().date(earlier.results.day))
    title = _("Beside an earlier mission")
    return ReportTable("earlier", title, ("", _("This mission"), name), rows, (0.5, 0.25, 0.25), note)


def _deals(report: HonestReport) -> ReportTable:
    headings = (
        _("Companies"), _("Standing"), _in(report, _("Lower telling")), _in(report, _("Higher telling")), _("Told by"),
        _("Evidence"), _("Verified by"), _("Verified on"),
    )  # fmt: skip
    rows: list[list[Cell]] = []
    for one in report.results.deals:
        told = ", ".join(report.known.name(telling.newest.teller_id) for telling in one.deal.tellings)
        proof = one.proof
        rows.append([
            " – ".join(report.known.name(key) for key in one.pair), one.standing.label, round(one.lower),
            round(one.higher), told, proof.reference if proof else "", proof.verified_by if proof else "",
            proof.verified_on if proof else None,
        ])  # fmt: skip
    widths = (0.22, 0.14, 0.1, 0.1, 0.16, 0.12, 0.08, 0.08)
    return ReportTable("deals", _("Deals"), headings, rows, widths)


def _pivot(report: HonestReport, by: str) -> ReportTable:
    """Return the deals of each sector or place by how far they can be believed, with their sums."""
    headings = [_("Sector") if by == "sector" else _("Province or state")]
    for standing in DealStanding:
        headings += [_("{standing}: deals").format(standing=standing.label), standing.label]
    rows: list[list[Cell]] = [
        [str(row[by]), *(value for one in DealStanding for value in (row[f"{one.value}_n"], row[f"{one.value}_sum"]))]
        for row in report.grouped(by)
    ]
    title = _("Deals by {group}").format(group=headings[0].casefold())
    return ReportTable(f"deals-{by}", title, headings, rows, [1 / len(headings)] * len(headings), in_pdf=False)


def _claims(report: HonestReport) -> ReportTable:
    headings = (
        _("Companies"), _("Told on"), _("Told by"), _("Stage"), _("About"), _("Value"), _("Currency"), _("Evidence"),
    )  # fmt: skip
    pairs = {one.id: one.pair for one in report.known.register.relationships}
    rows: list[list[Cell]] = [
        [
            " – ".join(report.known.name(key) for key in pairs[one.relationship_id]), one.told_on,
            report.known.name(one.teller_id), one.stage.label, one.about, one.value, one.currency, one.evidence,
        ]
        for one in report.claims
    ]  # fmt: skip
    return ReportTable("claims", _("What was said"), headings, rows, [1 / 8] * 8, in_pdf=False)


def _workbook(facts: ReportFacts) -> bytes:
    sheets = [
        BookSheet(one.title, [BookColumn(heading) for heading in one.headings], one.rows, title=one.title)
        for one in tables(facts)
    ]
    mission = facts.material.snapshot.mission
    return books.content(SheetBook(sheets, _title(facts), uses_letter_paper(mission.home_country)))


def _title(facts: ReportFacts) -> str:
    mission, t = facts.material.snapshot.mission, current()
    title = _("Results of {mission} on {day}")
    return title.format(mission=mission.called(t.language), day=t.date(facts.report.results.day))


def _pdf(facts: ReportFacts) -> bytes:
    from missionplanner.pack import render  # slow import

    sections, charts = [], []
    for one in tables(facts):
        # What nothing is to be said of stands in the workbook alone.
        if one.in_pdf and one.rows:
            sections.append(Section(one.key, one.title, tuple(_sheets(one)), ""))
            if any(value for _label, value in one.bars):
                bars = tuple((label, value, current().number(round(value))) for label, value in one.bars)
                charts.append((one.key, ValueChart(one.title, bars)))
    language = current().language
    shared = drafts.of_organiser(facts.material, language, frozenset()).shared
    with laid_out():
        content, _rendered = render.render(
            shared, drafts.nobody(_title(facts)), ListPapers(tuple(sections), tuple(charts))
        )
    return content


def _sheets(table: ReportTable) -> Iterator[PaperSheet]:
    """Yield a table as lists of as many columns as a page holds, each beginning with the first column.

    Behind the first list rows of which nothing is known there are left out.
    """
    number = len(table.headings) - 1
    parts = 1 if table.is_narrow else -(-number // _MOST_COLUMNS)
    each = -(-number // parts)
    for start in range(1, number + 1, each):
        kept = (0, *range(start, min(start + each, number + 1)))
        heads, widths = (tuple(values[place] for place in kept) for values in (table.headings, table.widths))
        rows = tuple(tuple(_shown(row[place]) for place in kept) for row in table.rows)
        rows = tuple(row for row in rows if start == 1 or any(row[1:]))
        if rows or start == 1:
            yield PaperSheet(
                "", heads, rows, widths, table.note if start == 1 else "", in_contents=False, is_close=True
            )


_MOST_COLUMNS = 6
"""So many columns beside the first have room for their headings on a page."""


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return current().date(cell, "medium")
    return current().number(cell) if isinstance(cell, int | float) else str(cell)
