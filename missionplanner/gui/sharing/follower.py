"""Keeps a shared mission the same while it is open, and says how far that is in the status line."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.sharing.listener import Listener
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.sharing import links

if TYPE_CHECKING:
    from missionplanner.jobs.sharing.sharing_jobs import Outcome, SharedLook

EVERY = 2_000
"""Milliseconds between two looks at what others did."""
_LISTENING_EVERY = 30_000
"""The same where a database says by itself that something came: a line may be cut without a word."""
_SOON = 100
"""Milliseconds after which a change is sent, or one that is said to be there taken in."""
_REST = 1_000
"""Milliseconds from the end of one synchronisation to the next: the window has to answer, too."""
_PRESENT_EVERY = 60
"""Seconds after which this computer says again that it is there."""

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
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self.synchronise)
        self._listener = Listener()
        self._listener.came.connect(self._on_came)
        self._has_changed = True
        self._has_come = False
        """Whether the database said that something came, and nobody looked yet."""
        self._ended_at = self._present_at = -float(_PRESENT_EVERY)
        """When the last synchronisation ended, and when this computer last said that it is there."""
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
            self._has_changed = True
            self._timer.start(EVERY)
            self._show(None)
            QTimer.singleShot(0, self, self.synchronise)

    def stop(self) -> None:
        """Follow nothing."""
        self._timer.stop()
        self._soon.stop()
        self._listener.stop()
        self.away_since = None
        self._workspace.colleagues = ()
        self._say("", "")

    def hang_up(self) -> None:
        """Close the line that a look opened which nobody waits for any more."""
        if self._look is not None and self._look.hints is not None:
            self._look.hints.close()

    def synchronise(self) -> None:
        """Send and take in now, unless something else is being done."""
        if not self._timer.isActive() or self._runner.is_busy:
            return
        from missionplanner.jobs.sharing import sharing_jobs  # slow import

        about, now = self._about(), time.monotonic()
        is_due = self._has_changed or now - self._present_at >= _PRESENT_EVERY
        wants_hints = not self._listener.is_listening
        self._look = sharing_jobs.SharedLook(is_due, about, about != self._said_about, wants_hints)
        self._present_at = now if is_due else self._present_at
        self._has_changed, self._has_come, self._said_about = False, False, about
        job = sharing_jobs.synchronising_job(self._look)
        self._job = job
        self._runner.start(job)

    def _on_changed(self) -> None:
        if self._look is not None and self._look.is_taking_in:
            return  # others have that, and what it made this file do was sent with it
        self._has_changed = True
        if self._timer.isActive() and self._job is None:
            self._show(None)
            self._begin_soon()

    def _on_came(self) -> None:
        self._has_come = True
        self._begin_soon()

    def _begin_soon(self) -> None:
        """Synchronise as soon as may be."""
        rest = _REST - 1_000 * (time.monotonic() - self._ended_at)
        if self._timer.isActive() and not self._soon.isActive():
            self._soon.start(max(_SOON, int(rest)))

    def _listen(self) -> None:
        """Listen to the line that the last look has opened, or close it where nothing is followed any more."""
        hints = self._look.hints if self._look else None
        if hints is not None and self._timer.isActive():
            self._listener.follow(hints)
        elif hints is not None:
            hints.close()
        every = _LISTENING_EVERY if self._listener.is_listening else EVERY
        if self._timer.isActive() and self._timer.interval() != every:
            self._timer.start(every)

    def _on_ended(self, job: object) -> None:
        if job is not self._job:
            if self._has_changed or self._has_come:
                self._begin_soon()
            return
        self._job, self._ended_at = None, time.monotonic()
        self._listen()
        found = self._look.outcome if self._look else None
        is_away = isinstance(found, UserError)
        self._workspace.colleagues = tuple(self._look.colleagues) if self._look and not is_away else ()
        self.away_since = (self.away_since or datetime.now().astimezone()) if is_away else None
        if self._timer.isActive() and not is_away and (self._has_changed or self._has_come):
            self._begin_soon()
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
