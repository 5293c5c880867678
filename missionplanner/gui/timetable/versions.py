"""Named versions of the timetable: kept, compared with the present one, published with what changed, brought back."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.timetable import Version
from missionplanner.gui.commands import Needs, Takes, command, commands_of
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.timetable import plan_words, versions


class VersionsDialog(Dialog):
    """The versions above, what differs below."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Versions of the timetable"))
        open_with(self, 900, 620)
        self._workspace = workspace
        self._versions: dict[int, Version] = {}
        self._sizes: dict[str, int] = {}
        self.table = DataTable(
            TableModel(_columns(self._sizes), lambda keys: [self._versions[k] for k in keys]),
            _("Versions"),
            kept="timetable.versions",
        )
        self.text = Label()
        self.text.setWordWrap(True)
        self.figures = quiet_label()
        self.figures.setWordWrap(True)
        self.figures.setAccessibleName(_("What the timetables are like"))
        self.differences = QListWidget()
        self.differences.setObjectName("plain")
        self.differences.setWordWrap(True)
        self.differences.setAccessibleName(_("What differs"))
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read the versions again."""
        chosen = self.table.chosen_keys()
        found = sorted(self._workspace.store.all(Version), key=lambda version: -version.id)
        self._versions = {version.id: version for version in found}
        for version in found:
            self._sizes.setdefault(version.uid, len(versions.entries(version)))
        self.table.rows.set_keys([version.id for version in found])
        self.table.choose([key for key in chosen if key in self._versions] or [version.id for version in found[:1]])
        self._on_chosen()

    @command(N_("Keep this one…"), icon="save", needs=Needs.WRITING)
    def keep(self) -> None:
        """Ask for a name and keep the timetable as it is now."""
        name = ask_text(_("Keep this timetable"), _("Name of the version"), self)
        if name is not None:
            self._carry_out(lambda: versions.keep(self._workspace.store, name))

    @command(N_("Publish this one"), icon="send", needs=Needs.WRITING)
    def publish(self) -> None:
        """Keep the timetable as the next published version."""
        self._carry_out(lambda: versions.publish(self._workspace.store))

    @command(N_("Bring back"), icon="undo-2", needs=Needs.WRITING, takes=Takes.ONE)
    def bring_back(self) -> None:
        """Make the timetable what it was in the selected version."""
        keys = self.table.chosen_keys()
        if len(keys) != 1:
            return
        found = versions.bring_back(self._workspace.store, keys[0])
        text = count("{n} meeting is as it was then.", "{n} meetings are as they were then.", found.meetings)
        if found.refused:
            alerts.report(self, text, [_("Could not be brought back")], [[line] for line in found.refused])
        else:
            alerts.tell(self, text, _("Undo takes it back."))
        self.refresh()

    @command(N_("Delete"), icon="trash-2", needs=Needs.WRITING, takes=Takes.SOME)
    def remove(self) -> None:
        """Delete the selected versions; undo brings them back."""
        if keys := self.table.chosen_keys():
            self._carry_out(lambda: versions.remove(self._workspace.store, keys))

    def _carry_out(self, act: Callable[[], object]) -> None:
        alerts.attempt(self, act)
        self.refresh()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(
            quiet_label(
                _("Keep a timetable before you try something. Publish it when it is sent out; later changes are told.")
            )
        )
        row = QHBoxLayout()
        for found, method in commands_of(self):
            button = command_button(method, self._workspace.store, primary=found.name == "keep")
            self.buttons[found.name] = button
            row.addWidget(button)
        follow_rows(self.table, self.buttons.values())
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(self.table, 2)
        layout.addWidget(self.text)
        layout.addWidget(self.figures)
        layout.addWidget(self.differences, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.table.chosen.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        keys = self.table.chosen_keys()
        self.differences.clear()
        self.figures.clear()
        if not keys:
            self.text.setText(_("No version is kept yet.") if not self._versions else "")
            return
        snapshot = self._workspace.snapshot()
        one = self._versions[keys[0]]
        if len(keys) == 2:
            older, newer = sorted((self._versions[key] for key in keys), key=lambda version: version.id)
            before, after = versions.entries(older), versions.entries(newer)
            title = _("From “{one}” to “{other}”:").format(
                one=versions.name_shown(older), other=versions.name_shown(newer)
            )
        else:
            before, after = versions.entries(one), versions.entries_of(snapshot)
            title = _("From “{one}” to the present timetable:").format(one=versions.name_shown(one))
        found = versions.compare(snapshot, before, after)
        self.figures.setText("  ·  ".join(plan_words.comparison_of(snapshot, before, after)))
        number = count("{n} difference", "{n} differences", len(found))
        self.text.setText(f"{title} {number}")
        self.differences.addItems([difference.words for difference in found])
        if len(keys) == 1 and one.changes:
            self.differences.addItem("")
            self.differences.addItem(_("Changes that version {number} was published with:").format(number=one.number))
            self.differences.addItems(one.changes.splitlines())


def _columns(sizes: dict[str, int]) -> list[Column]:
    def moment(version: Version) -> str:
        at = (version.published_at or version.made_at).astimezone()
        return current().stamp(at)

    def published(version: Version) -> str:
        return _("Published as {number}").format(number=version.number) if version.number else ""

    def changes(version: Version) -> str:
        return str(len(version.changes.splitlines())) if version.number else ""

    return [
        Column(_("Version"), versions.name_shown, width=250, grows=True),
        Column(_("When"), moment, width=150),
        Column(_("Who"), lambda v: v.made_by, width=120),
        Column(_("Published"), published, width=130),
        Column(_("Meetings"), lambda v: str(sizes[v.uid]), width=90, right=True),
        Column(_("Changes announced"), changes, width=110, right=True),
    ]
