"""Imports of lists of people, with an organisation, several or none: analysed first, then written as one step."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from missionplanner.domain.companies import Alias
from missionplanner.domain.fingerprints import Salt
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.journals import FileImport
from missionplanner.domain.mission import Mission
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.people import Membership, Person, Role
from missionplanner.exchange import (
    choices,
    companies,
    fields,
    genders,
    listed_columns,
    own_columns,
    participants,
    sheets,
)
from missionplanner.exchange.columns import SourceTable
from missionplanner.i18n import _
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.imports.erased_people import KnownErased
from missionplanner.jobs.imports.people_comparison import KnownPeople, PeopleComparison, PersonResult, PersonTarget
from missionplanner.jobs.imports.reading import (
    FIRST_ROWS,
    LONG,
    FilePlan,
    FileRead,
    ImportOptions,
    SourceForms,
    journal_entry,
    read_file,
)
from missionplanner.jobs.imports.requests import known_companies
from missionplanner.jobs.job import Job
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, erasing

SUBJECTS = (Subject.PERSON,)
"""Of what the own fields are that lists of people may fill."""


@dataclass(frozen=True, slots=True)
class PeoplePlan(FilePlan[PersonResult]):
    """The outcome of an analysis of a list of people; nothing is written yet."""

    targets: tuple[PersonTarget, ...]
    """The people to be written."""

    @property
    def fields(self) -> Collection[str]:
        """The fields of lists of people."""
        return (*fields.OF_PEOPLE, *own_columns.targets(self.table.own, SUBJECTS))


@dataclass(frozen=True, slots=True)
class _Known:
    mission: Mission
    people: KnownPeople
    readings: dict[str, str]


def analyse(options: ImportOptions) -> Job[_Known, PeoplePlan]:
    """Return the job that works out what importing the people would do."""

    def read(store: Store) -> _Known:
        erased = KnownErased(Salt.of(store.mission.uid), erasing.remembered(store))
        people = KnownPeople(
            known_companies(store),
            own_values.with_own(store, store.all(Person)),
            store.all(Membership),
            store.all(Role),
            erased,
            own_values.fields(store),
        )
        return _Known(store.mission, people, {one.source: one.reading for one in store.all(FileImport) if one.reading})

    def work(known: _Known, progress: Progress) -> PeoplePlan:
        progress.report(0.1, _("Reading {name}").format(name=options.source.name))
        nothing = choices.MissionChoices(choices.of_sectors([]), choices.of_stops([]))
        every = (*fields.OF_PEOPLE, *own_columns.targets(known.people.own, SUBJECTS))
        form = SourceForms("people", every, known.readings, nothing)
        file = read_file(options, form, known.people.erased.without(options.source.name))
        roles = choices.of_titled(known.people.roles)
        table, findings = _with_rows_above(genders.with_genders(listed_columns.with_role(file.table, roles)), file)
        home = companies.context(known.mission, options.side, [], []).country
        table = own_columns.understood(table, known.people.own, SUBJECTS, home, options.keep_unknown)
        progress.report(0.5, _("Finding the people"))
        context = companies.context(known.mission, options.side, [], [])
        by_side = companies.by_side(table, options.side)
        sides = {row.number: side for side, rows in by_side.items() for row in rows}
        comparison = PeopleComparison(replace(known.people, own=table.own), options, sides)
        rows = tuple(comparison.result(row) for row in participants.read(table, context, roles, file.findings))
        numbers = {row.number for row in rows}
        findings += [issue for issue in file.findings if issue.row not in numbers]
        return PeoplePlan(
            options, table, file.sheets, file.encodings, rows, file.digest, file.source, file.remembered, file.name,
            tuple(findings), tuple(comparison.targets.values()),
        )  # fmt: skip

    return Job(_("Analysing {name}").format(name=options.source.name), read, work)


def first_look(options: ImportOptions) -> list[Job[_Known, PeoplePlan]]:
    """Return the job that analyses the first rows of a file, where all of it takes long; otherwise none."""
    return [analyse(replace(options, first=FIRST_ROWS))] if options.size > LONG else []


def _with_rows_above(table: SourceTable, file: FileRead) -> tuple[SourceTable, list[Issue]]:
    """Return the table with the people above its headings, and what is left out of the file."""
    findings = sheets.left_out(file.everything, table)
    sheet = next(sheet for sheet in file.offered if sheet.name == table.sheet)
    table, others = participants.with_rows_above(table, sheet)
    if others:
        text = _("Rows above the headings in row {row} are not read: {rows}.")
        numbers = ", ".join(map(str, others))
        findings.append(Issue("above_headings", text.format(row=table.header, rows=numbers), Severity.WARNING))
    return table, findings


def accept(store: Store, plan: PeoplePlan) -> None:
    """Write the plan as one step, after a backup, and note it in the journal of imports."""
    backups.keep(store)
    with store.change(message("Import {name}", name=plan.file_name)) as change:
        definitions.add_all(change, plan.table.new_fields)
        for target in plan.targets:
            before = own_values.stored(store, target.person) if target.person.id else {}
            if target.person.id:
                change.update(target.person)
            key = target.person.id or change.insert(target.person)
            own_values.save(store, change, replace(target.person, id=key), before)
            change.insert_all(
                Membership(person_id=key, company_id=company, role_id=target.role_id)
                for company in target.organisations
            )
        names = {alias.name for alias in store.all(Alias)}
        named = plan.options.named.items()
        change.insert_all(Alias(company_id=key, name=name) for name, key in named if name not in names)
        change.record(journal_entry(plan, "people"))
