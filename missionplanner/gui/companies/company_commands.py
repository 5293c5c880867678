"""The commands on the companies selected in the list; each reports what it could not do."""

from collections.abc import Sequence

from missionplanner.domain.applications import Status
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.cell_commands import CellCommands
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.cell_edits import Edit, EditReport
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.selection.decisions import BulkReport
from missionplanner.messages import Message


class CompanyCommands(CellCommands):
    """Carries commands out on the selected rows of the companies' table."""

    of_one = ("name", "delegate", "email")
    one_by_one = ("status",)

    @command(N_("Accept"), "Ctrl+Shift+A", "check", needs=Needs.WRITING, takes=Takes.SOME)
    def accept(self) -> None:
        """Accept the selected companies."""
        self.set_status(Status.ACCEPTED)

    @command(N_("Decline"), "Ctrl+Shift+D", "x", needs=Needs.WRITING, takes=Takes.SOME)
    def decline(self) -> None:
        """Decline the selected companies."""
        self.set_status(Status.DECLINED)

    @command(N_("Assign a reviewer…"), needs=Needs.WRITING, takes=Takes.SOME)
    def assign_reviewer(self) -> None:
        """Ask who reviews the selected companies."""
        keys = self._table.chosen_keys()
        known = decisions.reviewers(self._store)
        hint = _("Empty: the owner of each company's sector.")
        name = ask_text(_("Assign a reviewer"), _("Reviewer"), self._parent, known, hint) if keys else None
        if name is not None:
            self._report(decisions.assign_reviewer(self._store, keys, name))

    @command(N_("Approve again"), needs=Needs.WRITING, takes=Takes.SOME)
    def approve_again(self) -> None:
        """Let acceptances stand although the registrations were edited since."""
        if keys := self._table.chosen_keys():
            self._report(decisions.approve_again(self._store, keys))

    def set_status(self, status: Status, reason: str = "") -> None:
        """Give the selected companies a status."""
        if keys := self._table.chosen_keys():
            self._report(decisions.set_status(self._store, keys, status, reason))

    def _title(self, number: int) -> str:
        return count("Change {n} company", "Change {n} companies at once", number)

    def _named(self) -> str:
        return _("Company")

    def _edit(self, edits: Sequence[Edit], label: Message) -> EditReport:
        return cells.edit(self._store, edits, label)

    def _remove(self, keys: Sequence[int]) -> None:
        registrations.remove(self._store, keys)

    def _report(self, found: BulkReport) -> None:
        """Report which companies were not changed, and why."""
        if found.refused:
            done = count("{n} company was changed.", "{n} companies were changed.", len(found.changed))
            text = count("{n} company was not changed.", "{n} companies were not changed.", len(found.refused))
            rows = [(refusal.company, refusal.reason) for refusal in found.refused]
            alerts.report(self._parent, f"{done} {text}", [_("Company"), _("Reason")], rows)
