"""Follow-up forms: for each company one of everybody it met or has something with, in its language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.follow_ups import AskedAbout, CompanyFollowUp, FollowUpFacts, partners
from missionplanner.domain.letters import written_language
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.relationships import STAGE_LABELS, Claim, Relationship
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import FOLLOW_UP_DAYS, FollowUp, Meeting
from missionplanner.errors import UserError
from missionplanner.exchange import follow_up_books
from missionplanner.exchange.follow_up_books import (
    FREE_LINES,
    SAID_BY,
    TOLD_ON,
    FollowUpForm,
    FollowUpLine,
    line_questions,
)
from missionplanner.i18n import LOCALES, N_, _, count, translator, uses_letter_paper
from missionplanner.jobs.job import Job
from missionplanner.messages import message
from missionplanner.paths import free_path, safe_name
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.writing import all_or_none, replace_file

XLSX, PDF = ".xlsx", ".pdf"
_TITLE = N_("{mission}: what came of your meetings")
_PDF_HINT = N_("Fill in what you know, save the file and send it back. Dates as 2026-05-31.")


@dataclass(frozen=True, slots=True)
class FollowUpBasis:
    """The parts of a mission its follow-up forms are made of."""

    snapshot: Snapshot
    facts: FollowUpFacts
    partners: dict[int, list[AskedAbout]]


@dataclass(frozen=True, slots=True)
class FormsWanted:
    """The forms that are to be written."""

    folder: Path
    days: int
    kinds: tuple[str, ...] = (XLSX,)
    """The endings of the files."""
    language: str = ""
    """Empty for that each company is written to in."""
    only: frozenset[int] = frozenset()
    """The keys of some companies; none for all."""


def facts_of(store: Store, snapshot: Snapshot) -> FollowUpFacts:
    """Return the facts follow-ups are found from."""
    return FollowUpFacts(
        snapshot.mission, snapshot.companies, snapshot.meetings, snapshot.slots, store.all(Relationship),
        store.all(Claim), store.all(CompanyFollowUp), store.all(FollowUp), store.all(Milestone),
    )  # fmt: skip


def basis_of(store: Store) -> FollowUpBasis:
    """Return what the forms are made of."""
    snapshot = store.snapshot()
    facts = facts_of(store, snapshot)
    return FollowUpBasis(snapshot, facts, partners(facts))


def write(wanted: FormsWanted) -> Job[FollowUpBasis, list[Path]]:
    """Return the job that writes the forms, all or none; it gives their paths.

    Raises UserError for another horizon than there is; the job where there is nobody to ask.
    """
    checked_days(wanted.days)

    def work(basis: FollowUpBasis, progress: Progress) -> list[Path]:
        companies = [one for one in basis.snapshot.companies if basis.partners.get(one.id)]
        companies = [one for one in companies if not wanted.only or one.id in wanted.only]
        if not companies:
            raise UserError(
                _("There is nobody to ask: no meeting was held, and no relationship is open."),
                _("Note first which meetings were held."),
            )
        with all_or_none(wanted.folder) as written:
            for number, company in enumerate(companies):
                progress.report(number / len(companies), company.name)
                spoken = wanted.language or written_language(basis.snapshot, company)
                for kind in wanted.kinds:
                    name = safe_name(f"{company.name} ({wanted.days}, {spoken})")
                    path = free_path(wanted.folder, name, kind)
                    written.append(path)
                    replace_file(path, content(basis, company, wanted.days, spoken, kind))
        return written

    return Job(_("Writing the forms"), basis_of, work)


def checked_days(days: int) -> int:
    """Return a horizon as it is; raises UserError for another than there is."""
    if days not in FOLLOW_UP_DAYS:
        text = _("Follow-ups are due after {days} days.").format(days=", ".join(map(str, FOLLOW_UP_DAYS)))
        raise UserError(text, _("Choose one of them."))
    return days


def content(basis: FollowUpBasis, company: Company, days: int, language: str, kind: str = XLSX) -> bytes:
    """Return the form of a company as a workbook or PDF."""
    form = form_of(basis, company, days, language)
    return follow_up_books.content(form) if kind == XLSX else _pdf(form, basis.snapshot)


def form_of(basis: FollowUpBasis, company: Company, days: int, language: str) -> FollowUpForm:
    """Return what the form of a company asks."""
    mission, t = basis.snapshot.mission, translator(language)
    others = [(basis.snapshot.company[one.company_id], one) for one in basis.partners.get(company.id, [])]
    lines = [
        FollowUpLine(other.uid, other.name, _so_far(one, language))
        for other, one in sorted(others, key=lambda row: (t.sort_key(row[0].name), row[0].id))
    ]
    return FollowUpForm(
        mission.uid, t(_TITLE).format(mission=mission.called(language)), company.side, language, days, company.uid,
        company.name, t.count("{n} day", "{n} days", days), lines, (mission.home_country, mission.host_country),
    )  # fmt: skip


def _so_far(one: AskedAbout, language: str) -> str:
    t = translator(language)
    stage = t(STAGE_LABELS[one.stage]) if one.stage else t("Meeting held") if one.met_on else ""
    return ", ".join(filter(None, (stage, t.date(one.met_on) if one.met_on else "")))


def _pdf(form: FollowUpForm, snapshot: Snapshot) -> bytes:
    from missionplanner.pack import follow_up_pages  # slow import

    t, language = translator(form.language), form.language
    questions = line_questions(form.countries)
    blocks: Sequence[tuple[str, str, str]] = [(line.uid, line.name, line.so_far) for line in form.lines]
    paper = follow_up_pages.FollowUpPaper(
        title=form.title,
        company=f"{form.company} – {form.asked_after}",
        intro=t(_PDF_HINT),
        locale=LOCALES[language].replace("_", "-"),
        known={"mark": form.mark.text, "company": form.company_uid, "name": form.company},
        head=[(TOLD_ON, t("Date of the answer")), (SAID_BY, t("Answered by"))],
        labels={one.target: one.titles[language] for one in questions},
        choices={one.target: one.choices(language) for one in questions if one.choices(language)},
        blocks=[*blocks, *[("", "", "")] * FREE_LINES],
    )
    return follow_up_pages.render(paper, uses_letter_paper(snapshot.mission.home_country))


def note_done(store: Store, wanted: Iterable[tuple[int, int]], on: date, note: str = "") -> None:
    """Note as one step that companies were asked after some days; a note written before stays where none is given."""
    pairs = list(wanted)
    known = {
        (one.company_id, one.days): one for one in store.where(CompanyFollowUp, "company_id", {c for c, _d in pairs})
    }
    with store.change(message("Note follow-ups")) as change:
        for company, days in pairs:
            before = known.get((company, days))
            made = CompanyFollowUp(
                id=before.id if before else 0, uid=before.uid if before else "", company_id=company, days=days,
                done_on=on, note=note or (before.note if before else ""),
            )  # fmt: skip
            if before:
                change.update(made)
            else:
                change.insert(made)


def take_back(store: Store, wanted: Iterable[tuple[int, int]]) -> None:
    """Have companies still to be asked, as one step; what earlier versions noted of their meetings goes, too."""
    pairs = set(wanted)
    meetings = {one.id: one.pair for one in store.all(Meeting)}
    noted = [one.id for one in store.all(CompanyFollowUp) if (one.company_id, one.days) in pairs]
    before = [
        one.id
        for one in store.all(FollowUp)
        if any((company, one.days) in pairs for company in meetings[one.meeting_id])
    ]
    with store.change(message("Take follow-ups back")) as change:
        change.delete(CompanyFollowUp, noted)
        change.delete(FollowUp, before)


def said(written: list[Path]) -> str:
    """Return in a sentence how many forms were written."""
    return count("{n} form was written.", "{n} forms were written.", len(written))
