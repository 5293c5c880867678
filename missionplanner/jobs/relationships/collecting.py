"""Follow-up forms that came back, read in bulk: what is wrong is reported line by line, the rest is one step."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.follow_ups import partners
from missionplanner.domain.issues import Severity
from missionplanner.domain.relationships import Claim
from missionplanner.errors import UserError
from missionplanner.exchange import files, follow_up_answers, form_marks
from missionplanner.exchange.files import Source
from missionplanner.exchange.follow_up_answers import FilledFollowUp, FollowUpAnswers, LineAnswer
from missionplanner.i18n import _, count, current
from missionplanner.jobs.job import Job
from missionplanner.jobs.relationships.asking import facts_of
from missionplanner.jobs.relationships.entering import pair_of
from missionplanner.jobs.relationships.reading import take_claims
from missionplanner.jobs.relationships.registering import company_names
from missionplanner.matching.names import NameIndex
from missionplanner.progress import Progress
from missionplanner.store.store import Store

_MOST_FILES = 5_000


@dataclass(frozen=True, slots=True)
class FileIssue:
    """Something that was found in a file."""

    file: str
    row: int
    """0 where it is of the whole file."""
    text: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """The parts of a mission answers are read by."""

    mission_uid: str
    companies: Mapping[str, Company]
    """By uid."""
    names: NameIndex
    asked: Mapping[int, frozenset[int]]
    """The companies each one is asked about."""
    known: tuple[tuple[tuple[int, int], Claim], ...]
    """The claims there are, with the pair each is of."""


@dataclass(slots=True)
class AnswersFound:
    """The answers of a folder that would be taken."""

    new: list[tuple[tuple[int, int], Claim]] = field(default_factory=list)
    rows: list[tuple[str, int]] = field(default_factory=list)
    """The file and row of each new answer."""
    same: int = 0
    """Answers that are known already, or that another file says, too."""
    older: int = 0
    """Answers that a newer one replaces."""
    files: int = 0
    """Forms that were read."""
    left_out: int = 0
    """Files that were not read at all."""
    unanswered: int = 0
    """Companies a form asked about and says nothing of."""
    issues: list[FileIssue] = field(default_factory=list)

    @property
    def rejected(self) -> int:
        """The number of lines that cannot be taken."""
        return len({(one.file, one.row) for one in self.issues if one.severity is Severity.ERROR and one.row})

    @property
    def sentence(self) -> str:
        """Says what it comes to."""
        parts = (
            count("{n} form read", "{n} forms read", self.files),
            count("{n} file not read", "{n} files not read", self.left_out) if self.left_out else "",
            count("{n} new answer", "{n} new answers", len(self.new)),
            count("{n} known already", "{n} known already", self.same) if self.same else "",
            count("{n} replaced by a newer one", "{n} replaced by newer ones", self.older) if self.older else "",
            count("{n} row not read", "{n} rows not read", self.rejected) if self.rejected else "",
            count("{n} company not answered about", "{n} companies not answered about", self.unanswered)
            if self.unanswered
            else "",
        )
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer of a file, with whom it is of."""

    file: str
    row: int
    pair: tuple[int, int]
    other: int
    claim: Claim

    @property
    def of(self) -> tuple[int | None, int, int | None]:
        """The company that answers, the one it is about, and the horizon."""
        return self.claim.teller_id, self.other, self.claim.horizon


def read(paths: Iterable[Path], today: date) -> Job[AnswerFacts, AnswersFound]:
    """Return the job that reads forms, of folders all that are in them; it writes nothing.

    Raises UserError where there is no file.
    """
    wanted = _files(paths)
    if not wanted:
        raise UserError(_("There are no forms in this folder."), _("Choose the folder with the files that came back."))

    def work(facts: AnswerFacts, progress: Progress) -> AnswersFound:
        found = AnswersFound()
        reader = _Reader(facts, found, today)
        for number, path in enumerate(wanted):
            progress.report(number / len(wanted), path.name)
            reader.add(path)
        reader.settle()
        return found

    return Job(_("Reading the forms"), facts_for, work)


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.is_file() and _may_be_one(one.name))
            found += sorted(inside, key=lambda one: str(one).casefold())
        else:
            found.append(path)
    return found[:_MOST_FILES]


def _may_be_one(name: str) -> bool:
    """Whether a file of a folder is meant: not what other programs keep there, nor the mission itself."""
    return not name.startswith((".", "~$")) and ".mission" not in name


def facts_for(store: Store) -> AnswerFacts:
    """Return what answers are read by."""
    snapshot = store.snapshot()
    facts = facts_of(store, snapshot)
    asked = {key: frozenset(one.company_id for one in found) for key, found in partners(facts).items()}
    pairs = {one.id: one.pair for one in facts.relationships}
    known = tuple((pairs[one.relationship_id], one) for one in facts.claims if one.withdrawn_on is None)
    companies = {one.uid: one for one in snapshot.companies}
    return AnswerFacts(snapshot.mission.uid, companies, company_names(store), asked, known)


def take(store: Store, found: AnswersFound) -> int:
    """Store the answers as one step, with the relationships they speak of; returns how many."""
    return take_claims(store, found.new)


class _Reader:
    """Reads one file after the other, and settles at the end what several say."""

    def __init__(self, facts: AnswerFacts, found: AnswersFound, today: date) -> None:
        self._facts, self._found, self._today = facts, found, today
        self._by_id = {one.id: one for one in facts.companies.values()}
        self._digests: dict[bytes, str] = {}
        self._said: list[_Said] = []

    def add(self, path: Path) -> None:
        """Read a file; what is no form is reported."""
        try:
            source = files.load(path)
            if twin := self._digests.get(digest := hashlib.sha256(source.content).digest()):
                self._leave(path.name, _("The file is the same as {other}.").format(other=twin), Severity.WARNING)
                return
            self._digests[digest] = path.name
            form = _form(source)
        except UserError as error:
            self._leave(path.name, error.text)
            return
        problem, company = self._whose(form)
        if company is None:
            self._leave(path.name, problem)
            return
        self._found.files += 1
        self._lines(follow_up_answers.read(form, self._today), company)

    def _leave(self, name: str, text: str, severity: Severity = Severity.ERROR) -> None:
        self._found.left_out += 1
        self._found.issues.append(FileIssue(name, 0, text, severity))

    def _whose(self, form: FilledFollowUp) -> tuple[str, Company | None]:
        """Return the company a form is of, or why it is of none."""
        if form.mark.mission != form_marks.mission_of(self._facts.mission_uid):
            return _("The form is of another mission."), None
        company = self._facts.companies.get(form.company_uid)
        if company is None:
            return _("The company of the form is no longer in the mission."), None
        named = follow_up_answers.company_said(form)
        others = self._facts.names.same(named) if named else []
        if others and company.id not in others:
            text = _("The form was made for {company} but names {other}.")
            return text.format(company=company.name, other=self._by_id[others[0]].name), None
        return "", company

    def _lines(self, read: FollowUpAnswers, company: Company) -> None:
        name, told_on = read.form.name, read.told_on or self._today
        for issue in read.issues:
            self._found.issues.append(FileIssue(name, issue.row, issue.text, issue.severity))
        if read.told_on is None and read.lines:
            text = _("The form has no date; the answers count from {day}.").format(day=current().date(told_on))
            self._found.issues.append(FileIssue(name, 0, text, Severity.WARNING))
        about = set()
        for line in read.lines:
            other = self._other(name, line, company)
            if other is not None:
                about.add(other.id)
                claim = _claim(line, company.id, read, told_on)
                self._said.append(_Said(name, line.row, pair_of(company, other), other.id, claim))
        self._tell_missing(read.form, company, about)

    def _other(self, file: str, line: LineAnswer, company: Company) -> Company | None:
        """Return the company a line is about; None, which is reported, where that is not sure."""
        named = self._facts.names.same(line.name) if line.name else []
        marked = self._facts.companies.get(line.uid)
        problem = ""
        if line.uid and marked is None:
            problem = _("The company of this line is no longer in the mission.")
        elif marked and named and marked.id not in named:
            text = _("The line is about {company} by its mark, but names {other}.")
            problem = text.format(company=marked.name, other=line.name)
        elif marked is None and len(named) != 1:
            text = _("Several companies are called “{name}”.") if named else _("No company is called “{name}”.")
            problem = text.format(name=line.name)
        found = None if problem else marked or self._by_id[named[0]]
        if found and found.id == company.id:
            problem, found = _("The line is about the company itself."), None
        if problem:
            self._found.issues.append(FileIssue(file, line.row, problem))
        return found

    def _tell_missing(self, form: FilledFollowUp, company: Company, about: set[int]) -> None:
        """Count companies nothing is said of, and report those whose lines are gone."""
        asked = self._facts.asked.get(company.id, frozenset())
        there = {one.id for line in form.lines if (one := self._facts.companies.get(line.uid))}
        there |= {
            key for line in form.lines if not line.uid for key in self._facts.names.same(line.cells.get("with", ""))
        }
        self._found.unanswered += len(asked - about)
        for key in sorted(asked - there):
            text = _("The line of {company} is missing.").format(company=self._by_id[key].name)
            self._found.issues.append(FileIssue(form.name, 0, text, Severity.WARNING))

    def settle(self) -> None:
        """Take of what several files say of the same the newest, and leave what is known already."""
        groups: dict[tuple[object, ...], list[_Said]] = defaultdict(list)
        for one in self._said:
            groups[one.of].append(one)
        known: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for pair, claim in self._facts.known:
            other = next((key for key in pair if key != claim.teller_id), 0)
            known[claim.teller_id, other, claim.horizon].append(claim)
        for key, said in groups.items():
            self._settle(said, known.get(key, []))

    def _settle(self, said: list[_Said], known: list[Claim]) -> None:
        """Settle what is said of one company at one horizon."""
        newest = max(one.claim.told_on for one in said)
        for one in said:
            if one.claim.told_on < newest:
                by = next(other.file for other in said if other.claim.told_on == newest)
                self._older(one, _("{file} is newer.").format(file=by))
        said = self._of_one_file([one for one in said if one.claim.told_on == newest])
        latest = max((claim.told_on for claim in known), default=date.min)
        contents = {_content(claim) for claim in known if claim.told_on == latest}
        for one in said:
            if latest > newest:
                text = _("An answer of {day} is known already, which is newer.")
                self._older(one, text.format(day=current().date(latest)))
            elif _content(one.claim) in contents:
                self._found.same += 1
            else:
                self._found.new.append((one.pair, one.claim))
                self._found.rows.append((one.file, one.row))
                contents.add(_content(one.claim))

    def _of_one_file(self, said: list[_Said]) -> list[_Said]:
        """Return what is said on one day: by one file, or by several that agree; nothing where they do not."""
        by_file: dict[str, list[_Said]] = defaultdict(list)
        for one in said:
            if any(_content(one.claim) == _content(other.claim) for other in by_file[one.file]):
                self._found.same += 1
                self._tell(one, _("The line says the same as another."), Severity.WARNING)
            else:
                by_file[one.file].append(one)
        first, *others = by_file.values()
        agreed = {_content(one.claim) for one in first}
        if any({_content(one.claim) for one in other} != agreed for other in others):
            names = ", ".join(by_file)
            for one in (one for found in by_file.values() for one in found):
                self._tell(one, _("On the same day {files} say otherwise: neither was read.").format(files=names))
            return []
        self._found.same += sum(len(other) for other in others)
        for other in others:
            for one in other:
                self._tell(one, _("{file} says the same.").format(file=first[0].file), Severity.WARNING)
        return first

    def _older(self, one: _Said, text: str) -> None:
        self._found.older += 1
        self._tell(one, text, Severity.WARNING)

    def _tell(self, one: _Said, text: str, severity: Severity = Severity.ERROR) -> None:
        self._found.issues.append(FileIssue(one.file, one.row, text, severity))


def _content(claim: Claim) -> Claim:
    """Return what a claim says, whoever wrote it down and when."""
    return replace(claim, id=0, uid="", relationship_id=0, told_on=date.min, said_by="", withdrawn_on=None)


def _form(source: Source) -> FilledFollowUp:
    """Return the form a file is; raises UserError where it is none, or cannot be read."""
    from missionplanner.pack import filled_pdfs  # slow import

    if filled_pdfs.is_pdf(source.content):
        form = follow_up_answers.from_fields(source.name, filled_pdfs.fields_of(source.name, source.content))
    else:
        form = follow_up_answers.form_in(source)
    if form is None:
        raise follow_up_answers.refusal(source.name)
    return form


def _claim(line: LineAnswer, teller: int, read: FollowUpAnswers, told_on: date) -> Claim:
    return Claim(
        relationship_id=0, teller_id=teller, told_on=told_on, horizon=read.form.days, stage=line.stage,
        since=line.since, about=line.about, expected=line.value is not None and not line.stage.is_deal,
        value=line.value, currency=line.currency, jobs=line.jobs, began_before=line.began_before, third=line.third,
        next_step=line.next_step, evidence=line.evidence, said_by=read.said_by,
    )  # fmt: skip
