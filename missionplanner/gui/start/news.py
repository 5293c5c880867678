"""The news of this version, in the user's words: shown on the start page once after an update."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from missionplanner import __version__
from missionplanner.gui import settings
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import heading_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, current
from missionplanner.paths import resources

VERSION = ".".join(__version__.split(".")[:2])
"""The version the news are of: that of the program without its last number."""


def points(version: str, language: str) -> list[tuple[str, str]]:
    """Return the news of a version in a language: what each is called, and the rest of its sentence."""
    text = (resources() / "news" / f"news.{language}.md").read_text(encoding="utf-8")
    of_version = text.partition(f"## {version}\n")[2].partition("\n## ")[0]
    entries = [line.removeprefix("- **").partition("**") for line in of_version.splitlines() if line.startswith("- **")]
    return [(name, rest) for name, _mark, rest in entries]


class NewsPane(QWidget):
    """The news of this version, with a button that puts them away until the next."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading_label(_("New in version {version}").format(version=VERSION)))
        for name, rest in points(VERSION, current().language):
            layout.addWidget(_paragraph(f"{name}{rest}"))
        self.hide_button = make_button(_("Hide this"), "check")
        self.hide_button.clicked.connect(self._on_hidden)
        layout.addWidget(self.hide_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setVisible(is_due())

    def _on_hidden(self) -> None:
        settings.write("news_seen", VERSION)
        self.hide()


def is_due() -> bool:
    """Whether this version is shown for the first time where another one was before; a first start has no news."""
    seen = str(settings.read("news_seen"))
    if not seen and not settings.recent_files():
        settings.write("news_seen", VERSION)
        return False
    return seen != VERSION


def _paragraph(text: str) -> QLabel:
    found = Label(f"•  {text}")
    found.setWordWrap(True)
    return found
