"""The commands of moments of the mission's own: added, changed, removed."""

from dataclasses import replace

from missionplanner.domain.companies import SIDE_LABELS
from missionplanner.domain.moments import OwnMoment
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.letters.letter_list import LetterList
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.moments import own_moments

_TAKES_PART, _ASKS = "takes_part", "asks"


class OwnMomentCommands:
    """Adds, changes and removes moments; the one that is shown is meant."""

    def __init__(self, shown: LetterList, workspace: Workspace) -> None:
        self._list, self._workspace = shown, workspace

    @command(N_("Add a moment…"), icon="plus", needs=Needs.WRITING)
    def add_moment(self) -> None:
        """Add a moment of the mission's own, and show it."""
        self._edit(OwnMoment(name=""), _("Add a moment"))

    @command(N_("Edit this moment…"), needs=Needs.WRITING)
    def edit_moment(self) -> None:
        """Edit the moment that is shown. Raises UserError for one that comes with the program."""
        self._edit(self._own(), self._own().name)

    @command(N_("Delete this moment"), needs=Needs.WRITING)
    def delete_moment(self) -> None:
        """Delete the moment that is shown. Raises UserError for one that comes with the program."""
        own_moments.remove(self._workspace.store, self._own())
        self._list.refresh()

    def _own(self) -> OwnMoment:
        if self._list.own is None:
            text = _("This moment comes with the program.")
            raise UserError(text, _("Moments you added are at the end of the list."))
        return self._list.own

    def _edit(self, before: OwnMoment, title: str) -> None:
        sides = [("", _("Both sides")), *((side.value, _(label)) for side, label in SIDE_LABELS.items())]
        boxes = [(_TAKES_PART, _("Only those who take part")), (_ASKS, _("An answer is asked for"))]
        fields = [
            FormField("name", _("Name"), check=lambda text: "" if text.strip() else _("This is needed.")),
            FormField("side", _("Side"), "choice", choices=sides),
            FormField("boxes", "", "checks", choices=boxes),
        ]
        ticked = tuple(name for name in (_TAKES_PART, _ASKS) if getattr(before, name))
        values = {"name": before.name, "side": before.side, "boxes": ticked}
        dialog = RecordDialog(title, bounded(OwnMoment, fields), values, self._list)
        open_with(dialog, 420, 240)
        if dialog.exec():
            said = dialog.form.values()
            wanted = replace(
                before,
                name=said["name"],
                side=said["side"],
                takes_part=_TAKES_PART in said["boxes"],
                asks=_ASKS in said["boxes"],
            )
            alerts.attempt(self._list, lambda: self._save(wanted))
        dialog.deleteLater()

    def _save(self, wanted: OwnMoment) -> None:
        self._list.show_own(own_moments.save(self._workspace.store, wanted).uid)
        self._list.refresh()
