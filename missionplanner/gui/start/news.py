"""The news of each version, in the user's words: shown once after an update, and listed in the help."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from missionplanner import __version__
from missionplanner.gui import settings
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import heading_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, current
from missionplanner.paths import resources

VERSION = ".".join(__version__.split(".")[:2])
"""The version the news are of: that of the program without its last number."""


def versions(language: str) -> list[str]:
    """Return the versions that have news, the newest first."""
    return [line.removeprefix("## ") for line in _text(language).splitlines() if line.startswith("## ")]


def points(version: str, language: str) -> list[tuple[str, str]]:
    """Return the news of a version in a language: what each is called, and the rest of its sentence."""
    of_version = _text(language).partition(f"## {version}\n")[2].partition("\n## ")[0]
    entries = [line.removeprefix("- **").partition("**") for line in of_version.splitlines() if line.startswith("- **")]
    return [(name, rest) for name, _mark, rest in entries]


class NewsList(QScrollArea):
    """The news of all versions, to read in the help."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("What’s new"))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        for version in versions(current().language):
            layout.addWidget(heading_label(_("New in version {version}").format(version=version)))
            for name, rest in points(version, current().language):
                layout.addWidget(_paragraph(f"{name}{rest}"))
            layout.addSpacing(8)
        layout.addStretch()
        self.setWidget(inside)


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
        if not is_due():  # a widget that is shown before it stands on a page would be a window of its own
            self.hide()

    def _on_hidden(self) -> None:
        mark_seen()
        self.hide()


def is_due() -> bool:
    """Whether this version is shown for the first time where another one was before; a first start has no news."""
    seen = str(settings.read("news_seen"))
    if not seen and not settings.recent_files():
        mark_seen()
        return False
    return seen != VERSION


def mark_seen() -> None:
    """Note that the news of this version were shown."""
    settings.write("news_seen", VERSION)


def _text(language: str) -> str:
    return (resources() / "news" / f"news.{language}.md").read_text(encoding="utf-8")


def _paragraph(text: str) -> QLabel:
    found = Label(f"•  {text}")
    found.setWordWrap(True)
    return found
