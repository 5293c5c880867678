"""Packs for the printer on the desk, noted in the journal once they are on paper."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from missionplanner.i18n import _, count
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs import prints, versions
from missionplanner.jobs.packs.drafts import Material, PackDraft
from missionplanner.jobs.packs.printing import laid_out
from missionplanner.jobs.packs.prints import PackResult
from missionplanner.jobs.paper import PaperPages
from missionplanner.progress import Progress
from missionplanner.store.store import Store


def make(material: Material, make_drafts: Callable[[Material], Sequence[PackDraft]]) -> Job[Material, PaperPages]:
    """Return the job that lays out packs of this material one after the other, for paper, without writing anything."""

    def work(found: Material, progress: Progress) -> PaperPages:
        from missionplanner.pack import joining, render  # slow import

        packs, made, files = make_drafts(found), [], []
        printing = versions.Printing(found, datetime.now(UTC))
        for number, draft in enumerate(map(printing.stamped, packs), start=1):
            with laid_out():
                content, rendered = render.render(draft.shared, draft.own, draft.special, draft.stamp, draft.edition)
            made.append(content)
            files.append(prints.record_of(draft, rendered.pages))
            progress.report(0.98 * number / len(packs), count("{n} pack made", "{n} packs made", number))
        result = PackResult("", tuple(files), (), edition=packs[0].edition, printed_at=printing.now)
        content = made[0] if len(made) == 1 else joining.join_for_paper(made)

        def note(store: Store) -> None:
            prints.note(store, result)

        return PaperPages(content, sum(file.pages for file in files), note)

    return Job(_("Printing packs"), lambda _store: material, work)
