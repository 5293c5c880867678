"""Keeps a shared mission the same while it is open, and says how far that is in the status line."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.sharing import links

if TYPE_CHECKING:
    from missionplanner.jobs.sharing.sharing_jobs import Outcome, SharedLook

EVERY = 2_000
"""Milliseconds between two looks at what others did."""
_PRESENT_EVERY = 30
"""Looks after which this computer says again that it is there."""

Say = Callable[[str, str], None]
"""Takes a text for the status line, and what stands behind it."""


class Follower(QObject):
    """Looks at the carrier every few seconds, and has colleagues see what one looks at.

    say: shows how far it is; tell: shows what came in; about: returns the uid of the company one looks at.
    """

    def __init__(
        self, workspace: Workspace, runner: Runner, say: Say, tell: Callable[[str], None], about: Callable[[], str]
    ) -> None:
        super().__init__()
        self._workspace, self._runner, self._say, self._tell = workspace, runner, say, tell
        self._about, self._said_about = about, ""
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.synchronise)
        self._has_changed = True
        self._looks = 0
        self._job: object = None
        """The synchronisation that is under way."""
        self._look: SharedLook | None = None
        self.away_since: datetime | None = None
        """Since when the carrier cannot be reached."""
        workspace.opened.connect(self.begin)
        workspace.closed.connect(self.stop)
        runner.ended.connect(self._on_ended)
        workspace.changed.connect(lambda _tables: self._on_changed())

    @property
    def is_shared(self) -> bool:
        """Whether the mission that is open is shared."""
        if not self._workspace.is_open:
            return False
        store = self._workspace.store
        return links.link_of(store.path, store.mission.uid) is not None

    def begin(self) -> None:
        """Follow the mission that is open where it is shared and may be written."""
        self.stop()
        if self.is_shared and not self._workspace.store.read_only:
            self._has_changed, self._looks = True, 0
            self._timer.start()
            self._show(None)
            QTimer.singleShot(0, self, self.synchronise)

    def stop(self) -> None:
        """Follow nothing."""
        self._timer.stop()
        self.away_since = None
        self._workspace.colleagues = ()
        self._say("", "")

    def synchronise(self) -> None:
        """Send and take in now, unless something else is being done."""
        if not self._timer.isActive() or self._runner.is_busy:
            return
        from missionplanner.jobs.sharing import sharing_jobs  # slow import

        self._looks += 1
        about, is_due = self._about(), self._has_changed or self._looks % _PRESENT_EVERY == 0
        self._look = sharing_jobs.SharedLook(is_due, about, is_news=about != self._said_about)
        self._has_changed, self._said_about = False, about
        job = sharing_jobs.synchronising_job(self._look)
        self._job = job
        self._runner.start(job)

    def _on_changed(self) -> None:
        self._has_changed = True
        if self._timer.isActive() and self._job is None:
            self._show(None)

    def _on_ended(self, job: object) -> None:
        if job is not self._job:
            return
        self._job = None
        found = self._look.outcome if self._look else None
        is_away = isinstance(found, UserError)
        self._workspace.colleagues = tuple(self._look.colleagues) if self._look and not is_away else ()
        self.away_since = (self.away_since or datetime.now().astimezone()) if is_away else None
        self._has_changed = self._has_changed or is_away
        if self._timer.isActive():
            self._show(found)

    def _show(self, found: "Outcome") -> None:
        from missionplanner.jobs.sharing import present, synchronising  # slow import
        from missionplanner.jobs.sharing.synchronising import Synchronised  # slow import
        from missionplanner.jobs.sharing.words import warnings  # slow import

        store = self._workspace.store
        unsent = synchronising.unsent(store) if self._has_changed else 0
        text = count("{n} change to send", "{n} changes to send", unsent) if unsent else _("Everything is shared")
        behind = [link.place] if (link := synchronising.link_of(store)) else []
        if self.away_since is not None:
            text = _("Offline since {time}").format(time=current().time(self.away_since))
        if isinstance(found, UserError):
            behind += [found.text, found.hint]
        if isinstance(found, Synchronised):
            behind += warnings(found)
            if found.changed:
                came = count("{n} record came in", "{n} records came in", found.changed)
                who = ", ".join(found.who)
                self._tell(_("{records}, of {names}.").format(records=came, names=who) if who else f"{came}.")
        now, companies = datetime.now(UTC), self._workspace.records(Company)
        there = sorted(self._workspace.colleagues, key=lambda one: (not one.about, one.name))
        here = [(one.about, present.doing(one, companies)) for one in there if one.is_here(now)]
        first = [said for about, said in here if about][:1]
        self._say(" · ".join([text, *first]), "\n".join([*behind, *(said for _about, said in here)]))
