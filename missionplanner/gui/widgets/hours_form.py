"""The form of drawn meeting hours: when they begin and end, and how they are cut into slots."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from missionplanner.domain.timetable import Session
from missionplanner.gui.widgets.day_blocks import DrawnHours, clock
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, needed, number_problem
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.i18n import _


def ask_hours(parent: QWidget, block: DrawnHours) -> DrawnHours | None:
    """Ask for the times of a block and how it is cut; None where nothing is to change, or no slot has room."""
    dialog = RecordDialog(_("Meeting hours"), _fields(), _values(block), parent)
    wanted = _typed(block, dialog.form.values()) if dialog.exec() else block
    dialog.deleteLater()
    return wanted if wanted != block and wanted.slots else None


def _fields() -> list[FormField]:
    fields = [
        FormField("first", _("From"), "clock", check=needed),
        FormField("last", _("To"), "clock", check=needed),
        FormField("slot_minutes", _("Minutes of a slot"), "number", check=number_problem),
        FormField("buffer_minutes", _("Minutes between slots"), "number", check=number_problem),
    ]
    return bounded(Session, fields)


def _values(block: DrawnHours) -> dict[str, object]:
    return {
        "first": clock(block.starts),
        "last": clock(block.ends),
        "slot_minutes": str(block.slot),
        "buffer_minutes": str(block.buffer),
    }


def _typed(block: DrawnHours, values: dict[str, str]) -> DrawnHours:
    starts, ends = (_minutes(values[name]) for name in ("first", "last"))
    slot, buffer = max(int(values["slot_minutes"]), 1), int(values["buffer_minutes"])
    return replace(block, starts=starts, ends=ends, slot=slot, buffer=buffer)


def _minutes(text: str) -> int:
    hour, _colon, minute = text.partition(":")
    return int(hour) * 60 + int(minute or 0)
