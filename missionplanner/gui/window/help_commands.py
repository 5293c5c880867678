"""The commands of the Help menu: the guide, the list of shortcuts, what program this is."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from missionplanner import __version__
from missionplanner.gui.commands import Command, Needs, command
from missionplanner.gui.widgets import alerts
from missionplanner.i18n import N_, _, current
from missionplanner.paths import resources


class HelpCommands:
    """Guide, shortcuts and version. in_menus: the commands of the menus, in their order."""

    def __init__(self, window: QWidget, in_menus: Callable[[], Iterable[Command]]) -> None:
        self._window, self._in_menus = window, in_menus

    @command(N_("User guide"), "F1", "circle-help", "&Help", Needs.NOTHING)
    def user_guide(self) -> None:
        """Show the guide in the language of the screen, in English where there is no other."""
        folder = resources() / "guide"
        mine = folder / f"guide.{current().language}.md"
        browser = QTextBrowser()
        browser.setAccessibleName(_("User guide"))
        browser.setSearchPaths([str(folder)])
        browser.setOpenExternalLinks(False)
        browser.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        browser.setMarkdown((mine if mine.exists() else folder / "guide.en.md").read_text(encoding="utf-8"))
        self._show(_("User guide"), browser)

    @command(N_("Keyboard shortcuts"), "Ctrl+/", "list", "&Help", Needs.NOTHING)
    def show_shortcuts(self) -> None:
        """List every shortcut of the window and its screens."""
        from missionplanner.gui.window.shortcut_list import shortcut_table  # slow import

        self._show(_("Keyboard shortcuts"), shortcut_table(self._in_menus()))

    @command(N_("About this program"), "", "info", "&Help", Needs.NOTHING)
    def about(self) -> None:
        """Show which version this is."""
        alerts.tell(
            self._window,
            _("Trade Mission Planner {version}").format(version=__version__),
            _("Plans trade missions in one local file. Apache-2.0 licence."),
        )

    def _show(self, title: str, inside: QWidget) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.resize(900, 620)
        layout = QVBoxLayout(dialog)
        layout.addWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        layout.addWidget(buttons)
        dialog.exec()
        dialog.deleteLater()
