"""The papers of signings as PDF: the run sheet of who signs what in which order, and the list for the press."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import N_, _, translator
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs.drafts import Material
from missionplanner.jobs.packs.printing import laid_out
from missionplanner.pack import agreement_papers
from missionplanner.pack.editions import ListPapers, Section
from missionplanner.progress import Progress
from missionplanner.writing import replace_file


class SigningPaper(StrEnum):
    """A paper of signings."""

    RUN = "run"
    PRESS = "press"

    @property
    def label(self) -> str:
        """The paper in the language of the screen."""
        return _(SIGNING_PAPER_LABELS[self])


SIGNING_PAPER_LABELS = {SigningPaper.RUN: N_("Run sheet of the signing"), SigningPaper.PRESS: N_("List for the press")}


@dataclass(frozen=True, slots=True)
class PaperWritten:
    """A paper that was written."""

    path: Path
    withheld: int = 0
    """Agreements left out of the list for the press, because they are under embargo."""


def make(target: Path, paper: SigningPaper, language: str, at: datetime) -> Job[Material, PaperWritten]:
    """Return the job that writes a paper of signings in a language, as it may be told at a time.

    The job raises UserError where there is nothing to be printed.
    """

    def work(material: Material, progress: Progress) -> PaperWritten:
        from missionplanner.pack import render  # slow import

        progress.report(0.1, target.name)
        t, snapshot = translator(language), material.snapshot
        title = t(SIGNING_PAPER_LABELS[paper])
        if paper is SigningPaper.RUN:
            sheets = tuple(agreement_papers.run_sheets(snapshot, t))
        else:
            sheets = tuple(agreement_papers.press_sheets(snapshot, t, at))
        if not sheets:
            raise UserError(
                _("There is no agreement for this paper."), _("Those under embargo are not told the press.")
            )
        papers = ListPapers((Section(paper.value, title, sheets, ""),))
        shared = drafts.of_organiser(material, language, frozenset()).shared
        with laid_out():
            content, _rendered = render.render(shared, drafts.nobody(title), papers)
        replace_file(target, content)
        withheld = agreement_papers.withheld(snapshot, at) if paper is SigningPaper.PRESS else 0
        return PaperWritten(target, withheld)

    return Job(_("Writing {name}").format(name=target.name), drafts.read, work)
