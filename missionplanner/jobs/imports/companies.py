"""Imports of registration files: analysed first, shown, then written as one step."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import Alias, Distinction, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.spelling import words
from missionplanner.exchange import (
    boxes,
    choices,
    companies,
    company_names,
    fields,
    genders,
    listed_columns,
    own_columns,
    sheets,
)
from missionplanner.exchange.columns import SourceTable
from missionplanner.i18n import _
from missionplanner.jobs.companies.registrations import add_entries, save
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.imports import new_sectors
from missionplanner.jobs.imports.comparison import (
    ImportComparison,
    KnownMission,
    RowResult,
    know,
)
from missionplanner.jobs.imports.form_knowledge import known_forms
from missionplanner.jobs.imports.new_sectors import SettledSectors
from missionplanner.jobs.imports.reading import (
    FIRST_ROWS,
    LONG,
    FilePlan,
    ImportOptions,
    SourceForms,
    journal_entry,
    read_file,
)
from missionplanner.jobs.imports.sides import compare_by_side, of_other_side
from missionplanner.jobs.imports.targets import Asked, CompanyTarget, Remembered, new_fields
from missionplanner.jobs.job import Job, without_collection
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups

SUBJECTS = (Subject.COMPANY, Subject.PERSON)
"""Of what the own fields are that forms of companies may fill."""


@dataclass(frozen=True, slots=True)
class ImportPlan(FilePlan[RowResult]):
    """The outcome of an analysis of companies; nothing is written yet."""

    comparison: ImportComparison
    settled: SettledSectors
    """The sectors of the mission, and those that are added with it."""

    @property
    def new_sectors(self) -> tuple[Sector, ...]:
        """Those that are added with it; their keys are negative."""
        return self.settled.new

    @property
    def unknown_sectors(self) -> tuple[str, ...]:
        """The names in the file that are no sector of the mission, and are not to be one."""
        return new_sectors.unknown(self.issues)

    @property
    def fields(self) -> Collection[str]:
        """The fields of forms of companies."""
        return (*fields.OF_COMPANIES, *own_columns.targets(self.table.own, SUBJECTS))

    @property
    def targets(self) -> tuple[CompanyTarget, ...]:
        """The companies to be written."""
        return self.comparison.targets


def analyse(options: ImportOptions) -> Job[KnownMission, ImportPlan]:
    """Return the job that works out what importing the file would do."""

    def work(known: KnownMission, progress: Progress) -> ImportPlan:
        with without_collection():
            return read_and_compare(known, progress)

    def read_and_compare(known: KnownMission, progress: Progress) -> ImportPlan:
        progress.report(0.05, _("Reading {name}").format(name=options.source.name))
        name = known.erased.without(options.source.name) if known.erased else options.source.name
        settled = new_sectors.settled(options.sectors, known.sectors)
        known = replace(known, sectors=[*settled.every])
        read = read_file(options, _form(known, options.side), name)
        context = companies.context(known.mission, options.side, known.sectors, known.stops, known.kinds)
        table = boxes.marked(company_names.asked(read.table), context)
        table = genders.with_genders(listed_columns.with_kind(table, context.kinds))
        table = own_columns.understood(table, known.own, SUBJECTS, context.country, options.keep_unknown)
        known = replace(known, own=table.own)
        progress.report(0.3, _("Understanding the rows"))
        findings = [*sheets.left_out(read.everything, table), *of_other_side(table, options.side), *read.findings]
        stops = choices.of_stops(known.stops)
        asked = Asked(options.side, options.on_duplicate, read.source, name, options.answers, options.take, stops)
        comparison = compare_by_side(table, known, asked, findings, lambda side: _source_of(read.table, known, side))
        numbers = {row.number for row in table.rows} if findings else set()
        general = tuple(issue for issue in findings if issue.row not in numbers)
        return ImportPlan(
            options, table, read.sheets, read.encodings, comparison.rows, read.digest, read.source, read.remembered,
            name, general, comparison, settled,
        )  # fmt: skip

    return Job(_("Analysing {name}").format(name=options.source.name), know, work)


def first_look(options: ImportOptions) -> list[Job[KnownMission, ImportPlan]]:
    """Return the job that analyses the first rows of a file, where all of it takes long; otherwise none."""
    return [analyse(replace(options, first=FIRST_ROWS))] if options.size > LONG else []


def accept(store: Store, plan: ImportPlan) -> None:
    """Write the plan as one step, after a backup, and note it in the journal of imports."""
    name = plan.file_name
    backups.keep(store)
    with without_collection(), store.change(message("Import {name}", name=name)) as change:
        if plan.new_sectors:
            keys_of = zip((one.id for one in plan.new_sectors), change.insert_all(plan.new_sectors), strict=True)
            plan = replace(plan, comparison=new_sectors.stored(plan.comparison, dict(keys_of)))
        for sector in plan.settled.respelled:
            change.update(replace(store.get(Sector, sector.id), spellings=sector.spellings))
        definitions.add_all(change, plan.table.new_fields)
        new = [target for target in plan.targets if target.before is None]
        keys = add_entries(
            store, change, [target.placed for target in new], [new_fields(t.draft, t.asked) for t in new]
        )
        for target in plan.targets:
            if target.before is not None and target.after != target.before:
                save(store, change, target.before, target.after)
        _remember(change, plan, {target.row: key for target, key in zip(new, keys, strict=True)})
        # Outside undo: the file was imported, even where its import is taken back.
        change.record(journal_entry(plan, f"companies:{plan.options.side}"))


def _form(known: KnownMission, side: Side) -> SourceForms:
    """Return the forms of companies of a side."""
    others = (record.company.name for record in known.records.values() if record.company.side is not side)
    names = frozenset(map(words, others))
    chosen = choices.MissionChoices(choices.of_sectors(known.sectors), choices.of_stops(known.stops), names)
    every = (*fields.OF_COMPANIES, *own_columns.targets(known.own, SUBJECTS))
    return SourceForms(side.value, every, known.readings, chosen, known_forms(known, side))


def _source_of(table: SourceTable, known: KnownMission, side: Side) -> str:
    """Return the identity of the form a table comes from."""
    return _form(known, side).identity(table.identity)


def _remember(change: Change, plan: ImportPlan, keys: Mapping[int, int]) -> None:
    """Store the entries of the source, other spellings of known companies, and pairs that are different."""
    new = (Remembered(t.asked.source, t.entry, keys[t.row]) for t in plan.targets if t.row in keys)
    fresh = [*new, *(memory for memory in plan.comparison.memories if not memory.before)]
    change.insert_columns(
        SourceDraft,
        company_id=[memory.company_id for memory in fresh],
        source=[memory.source for memory in fresh],
        content=[memory.content for memory in fresh],
    )
    for memory in plan.comparison.memories:
        if memory.before:
            change.update(replace(memory.before, content=memory.content))
    change.insert_all(Alias(company_id=a.company_id, name=a.name) for a in plan.comparison.aliases)
    pairs = [(keys[row], other) for row, other in plan.comparison.distinct if row in keys]
    change.insert_all(Distinction(company_id=key, other_id=other) for key, other in pairs)
