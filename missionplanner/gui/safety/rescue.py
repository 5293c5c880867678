"""A damaged file: its newest copy put back, or what can be read of it saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.errors import DamagedFile
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.plain_text import MessageBox
from missionplanner.i18n import _, count, current
from missionplanner.store.upkeep import backups
from missionplanner.store.upkeep.salvage import salvage


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
    box.addButton(MessageBox.StandardButton.Close)
    box.setInformativeText("\n".join(lines))
    box.exec()
    if restore is not None and newest and box.clickedButton() is restore:
        return put_back(parent, path, newest.path, password)
    if box.clickedButton() is save:
        return save_rest(parent, path, password)
    return None


def put_back(parent: QWidget | None, path: Path, newest: Path, password: str) -> Path | None:
    """Ask for a name and put a copy there as a new file; where it is."""
    target = _ask(parent, path, _("restored"))
    if target:
        backups.restore_as(newest, target, password)
    return target


def save_rest(parent: QWidget | None, path: Path, password: str) -> Path | None:
    """Ask for a name, save there what can be read of a damaged file, and say what that was; where it is."""
    target = _ask(parent, path, _("saved"))
    if target is None:
        return None
    found = salvage(path, target, password)
    names = (
        (count("{n} company", "{n} companies", found.get("companies", 0))),
        (count("{n} delegate", "{n} delegates", found.get("delegates", 0))),
        (count("{n} request", "{n} requests", found.get("requests", 0))),
        (count("{n} meeting", "{n} meetings", found.get("meetings", 0))),
    )
    alerts.tell(
        parent,
        _("This could be read: {things}.").format(things=", ".join(names)),
        _("Compare it with a list you have. Undo does not go behind this."),
    )
    return target


def _ask(parent: QWidget | None, path: Path, word: str) -> Path | None:
    start = path.with_name(f"{path.stem} {word}.mission")
    found = QFileDialog.getSaveFileName(parent, _("Where the mission is kept"), str(start), "*.mission")[0]
    return Path(found).with_suffix(".mission") if found else None
