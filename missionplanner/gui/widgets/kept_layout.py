"""The columns of a table as somebody left them, remembered on this computer: widths, order, sort, those hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView

from missionplanner.gui import settings

_SETTING = "tables"


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of a table as they were left."""

    columns: str
    """Tells whether it is of the columns there are now."""
    header: str
    """The state of the header as Qt writes it, in base 64."""
    set_widths: tuple[int, ...] = ()
    """The columns whose widths somebody set; the others have the width that suits their headings and the room."""


def keep(name: str, layout: Layout) -> None:
    """Remember the layout of the table of this name."""
    widths = ",".join(map(str, layout.set_widths))
    settings.write(_SETTING, settings.read(_SETTING) | {name: [layout.columns, layout.header, widths]})


def kept(name: str, columns: str) -> Layout | None:
    """Return the layout of the table of this name; None where there is none, or one of other columns."""
    found = settings.read(_SETTING).get(name)
    if not isinstance(found, list) or len(found) != 3 or found[0] != columns:
        return None
    return Layout(columns, str(found[1]), tuple(int(n) for n in str(found[2]).split(",") if n.isdecimal()))


def layout_of(header: QHeaderView, columns: str, set_widths: Sequence[int]) -> Layout:
    """Return the layout of a header as it is now."""
    return Layout(columns, bytes(header.saveState().toBase64().data()).decode("ascii"), tuple(sorted(set_widths)))


def lay_out(header: QHeaderView, layout: Layout) -> bool:
    """Give a header the layout; False where Qt does not know it."""
    return header.restoreState(QByteArray.fromBase64(layout.header.encode("ascii", "replace")))
