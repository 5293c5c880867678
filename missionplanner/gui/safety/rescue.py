"""A damaged file: its newest copy put back, or what can be read of it saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.errors import DamagedFile
from missionplanner.gui.safety import file_check
from missionplanner.gui.safety.file_check import FileCheckDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.plain_text import MessageBox
from missionplanner.i18n import _, current
from missionplanner.jobs.safety import file_check as checks
from missionplanner.store.upkeep import backups


def offer(parent: QWidget | None, path: Path, error: DamagedFile, password: str = "") -> Path | None:
    """Ask what to do about a damaged file and do it; the file to open then, None when nothing is to be done."""
    newest = backups.newest(path, password)
    box = MessageBox(MessageBox.Icon.Warning, _("Trade Mission Planner"), error.text, parent=parent)
    lines = [_("The file is left as it is.")]
    restore = None
    if newest:
        when = f"{current().date(newest.made_at.date())}, {current().time(newest.made_at)}"
        lines.insert(0, _("The newest copy on this computer is of {when}.").format(when=when))
        restore = box.choice(_("Open the newest copy…"), MessageBox.ButtonRole.AcceptRole)
    save = box.choice(_("Save what can be read…"), MessageBox.ButtonRole.ActionRole)
    show = box.choice(_("Show what is wrong…"), MessageBox.ButtonRole.ActionRole)
    box.addButton(MessageBox.StandardButton.Close)
    box.setInformativeText("\n".join(lines))
    box.exec()
    if restore is not None and newest and box.clickedButton() is restore:
        return put_back(parent, path, newest.path, password)
    if box.clickedButton() is save:
        return file_check.save_copy(parent, path, password)
    if box.clickedButton() is show:
        return show_faults(parent, path, password)
    return None


def put_back(parent: QWidget | None, path: Path, newest: Path, password: str) -> Path | None:
    """Ask for a name and put a copy there as a new file; where it is."""
    target = _ask(parent, path, _("restored"))
    if target:
        backups.restore_as(newest, target, password)
    return target


def show_faults(parent: QWidget | None, path: Path, password: str) -> Path | None:
    """Show what is unsound in a file, and save a repaired copy where that is chosen; where it is."""
    found = checks.check(path, password)
    if not found:
        alerts.tell(parent, _("{name} is sound.").format(name=path.name))
        return None
    dialog = FileCheckDialog(path, found, password, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.saved


def _ask(parent: QWidget | None, path: Path, word: str) -> Path | None:
    start = path.with_name(f"{path.stem} {word}.mission")
    found = QFileDialog.getSaveFileName(parent, _("Where the mission is kept"), str(start), "*.mission")[0]
    return Path(found).with_suffix(".mission") if found else None
