"""Change slips: for every printed pack that is out of date a sheet with its changes and the present meetings."""

from collections.abc import Iterator
from pathlib import Path

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.i18n import Translator, _, translator
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs import drafts, states, versions
from missionplanner.jobs.packs.drafts import Material, PackDraft
from missionplanner.jobs.packs.printing import laid_out
from missionplanner.jobs.packs.prints import PackFile, PackResult, note
from missionplanner.jobs.packs.states import PrintState
from missionplanner.pack.editions import PaperSheet, Slip, Slips
from missionplanner.progress import Progress
from missionplanner.writing import replace_file


def make(target: Path, language: str, companies: frozenset[int] | None = None) -> Job[Material, PackResult]:
    """Return the job that writes the slips of these companies (None: all) into one file.

    A pack with its slip is up to date: the journal notes it as printed now. The job raises UserError when no printed
    pack is out of date.
    """

    def work(material: Material, progress: Progress) -> PackResult:
        from missionplanner.pack import render  # slow import

        progress.report(0.01, _("Gathering what changed"))
        chosen = list(_outdated(material, language, companies))
        if not chosen:
            hint = _("A slip is for a pack that was printed and is out of date.")
            raise UserError(_("No slip is needed: the printed packs are right."), hint)
        t = translator(language)
        slips = Slips(tuple(_slip(material, draft, t) for draft in chosen))
        nobody = drafts.nobody(t("Changes"))
        with laid_out():
            content, rendered = render.render(chosen[0].shared, nobody, slips)
        progress.report(0.95)
        replace_file(target, content)
        files = (
            PackFile(target, d.own.company_id, d.own.company, 1, d.fingerprint, d.own.delegate_id, d.written_content)
            for d in chosen
        )
        return PackResult(language, tuple(files), (), target, rendered.pages)

    return Job(_("Printing change slips"), drafts.read, work, note)


def _outdated(material: Material, language: str, companies: frozenset[int] | None) -> Iterator[PackDraft]:
    everyone = [company for side in Side for company in drafts.takers(material.snapshot, side)]
    wanted = [company for company in everyone if companies is None or company.id in companies]
    kinds = (Edition.DELEGATE, False), (Edition.DELEGATE, True), (Edition.HOSTS, False)
    for edition, per_delegate in kinds:
        for draft in drafts.of_companies(material, language, wanted, per_delegate, edition):
            if states.state_of(material, draft) is PrintState.OUTDATED:
                yield draft


def _slip(material: Material, draft: PackDraft, t: Translator) -> Slip:
    own, newest = draft.own, material.newest[draft.key]
    rows = tuple((m.day, m.time, m.title, ", ".join(filter(None, (m.venue, m.table, m.stop)))) for m in own.meetings)
    heads = (t("Day"), t("Time"), t("Company"), t("Place"))
    printed = in_zone(newest.printed_at, versions.clock(material))
    return Slip(
        f"{own.company} – {own.delegate}" if own.delegate else own.company,
        t("What changed since your pack was printed ({when}):").format(when=t.moment(printed)),
        states.changes(material, draft, t),
        PaperSheet("", heads, rows, (0.26, 0.15, 0.3, 0.29)),
    )
