"""The page that says which program this is: icon, version, licence, and how it treats data."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner import __version__
from missionplanner.gui.widgets.labels import heading_label, program_sign
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _


class AboutDialog(QDialog):
    """A page to read; the version can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About this program"))
        self.version = heading_label(_("Trade Mission Planner {version}").format(version=__version__))
        self.version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.addWidget(self.version)
        words.addWidget(_paragraph(_("Plans trade missions in one local file. Apache-2.0 licence.")))
        words.addWidget(_paragraph(_("It never connects to the network: what you enter stays on this computer.")))
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(program_sign(64), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(buttons)


def _paragraph(text: str) -> Label:
    found = Label(text)
    found.setWordWrap(True)
    found.setMinimumWidth(380)
    return found
