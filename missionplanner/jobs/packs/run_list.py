"""The run list for whoever prints: of every pack how many copies, and how they are folded and stapled."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from missionplanner.domain.journals import Edition
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import LOCALES, OWN_NAMES, Translator, _, count, current, uses_letter_paper
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs.drafts import Material, PackDraft
from missionplanner.progress import Progress
from missionplanner.writing import replace_file

_A_SHEET = 4
_ONE_SHEET = 2
"""Pages on both sides of a sheet that is not folded."""
_MOST_FOLDED = 16
"""Sheets a stapler holds together in the fold."""


@dataclass(frozen=True, slots=True)
class Run:
    """A pack as it is printed."""

    name: str
    language: str
    copies: int
    pages: int
    """0 for a pack that was never printed."""


def copies(snapshot: Snapshot, draft: PackDraft) -> int:
    """Return how many people of a company read the language of its pack, all of a host's; 1 where nobody is named."""
    own = draft.own
    people = [one for one in snapshot.delegates_of.get(own.company_id, ()) if own.delegate_id in (0, one.id)]
    if draft.edition is Edition.HOSTS and people:
        return len(people)
    return sum(snapshot.language_of(one) == draft.shared.language for one in people) if people else 1


def name_of(draft: PackDraft) -> str:
    """Return whose pack it is."""
    return " – ".join(filter(None, (draft.own.company, draft.own.delegate)))


def make(
    target: Path, language: str, per_delegate: bool = False, edition: Edition = Edition.DELEGATE
) -> Job[Material, Path]:
    """Return the job that writes the run list of the packs of an edition, as long as they were printed last."""

    def work(material: Material, progress: Progress) -> Path:
        progress.report(0.1, _("Run list"))
        companies = drafts.takers(material.snapshot, edition.side)
        runs = [
            Run(name_of(draft), draft.shared.language, copies(material.snapshot, draft), newest.pages if newest else 0)
            for draft in drafts.of_companies(material, language, companies, per_delegate, edition)
            for newest in [material.newest.get(draft.key)]
        ]
        write(target, runs, material.snapshot)
        return target

    return Job(_("Run list"), drafts.read, work)


def write(target: Path, runs: Iterable[Run], snapshot: Snapshot) -> None:
    """Write a run list as PDF."""
    from missionplanner.pack import printed_list  # slow import

    runs = list(runs)
    number = current().number
    headings = (_("Pack"), _("Language"), _("Copies"), _("Pages"), _("Sheets"), _("Stapling"))
    rows = [
        (
            run.name,
            OWN_NAMES[run.language],
            number(run.copies),
            *_paper(run.pages),
            stapling(run.pages) if run.copies else _("nobody of the company reads it"),
        )
        for run in runs
    ]
    total = sum(run.copies * sheets_of(run.pages) for run in runs)
    words = count("{n} copy", "{n} copies", sum(run.copies for run in runs))
    sheets = count("{n} sheet of paper", "{n} sheets of paper", total)
    subtitle = f"{snapshot.mission.called(current().language)} · {words} · {sheets}"
    locale = LOCALES[current().language].replace("_", "-")
    content = printed_list.PrintedList(_("Run list"), subtitle, headings, rows, (300, 90, 60, 60, 60, 200), locale)
    replace_file(target, printed_list.render(content, uses_letter_paper(snapshot.mission.home_country)))


def stapling(pages: int, t: Translator | None = None) -> str:
    """Return how a pack of so many pages is held together, in a language or that of the screen."""
    t = t or current()
    if not pages:
        return t("not printed yet")
    if pages <= _ONE_SHEET:
        return t("a single sheet")
    if _is_folded(pages):
        return t.count(
            "{n} sheet, folded and stapled in the fold",
            "{n} sheets, folded and stapled in the fold",
            sheets_of(pages),
        )
    return t("stapled at the corner")


def sheets_of(pages: int) -> int:
    """Return how many sheets of paper a pack of so many pages takes: four pages a sheet where these are folded."""
    return pages // _A_SHEET if _is_folded(pages) else -(-pages // _ONE_SHEET)


def _is_folded(pages: int) -> bool:
    return pages > _ONE_SHEET and pages % _A_SHEET == 0 and pages <= _A_SHEET * _MOST_FOLDED


def _paper(pages: int) -> tuple[str, str]:
    """Return pages, and sheets when both sides are printed; nothing for a pack that was never printed."""
    number = current().number
    return (number(pages), number(sheets_of(pages))) if pages else ("", "")
