"""The commands of the Help menu: the guide, the tour, the list of shortcuts, what program this is."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from missionplanner.gui.commands import Command, Needs, command
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.i18n import N_, _

if TYPE_CHECKING:
    from missionplanner.gui.guide.guide_window import GuideWindow
    from missionplanner.gui.guide.tour import Tour


class HelpCommands:
    """Guide, tour, shortcuts and version.

    in_menus: the commands of the menus, in their order; shown_screen: the name of the screen that is shown;
    do: carries out a command of the menus by its name.
    """

    def __init__(
        self,
        window: QWidget,
        in_menus: Callable[[], Iterable[Command]],
        shown_screen: Callable[[], str],
        do: Callable[[str], None],
    ) -> None:
        self._window, self._in_menus, self._shown_screen, self._do = window, in_menus, shown_screen, do
        self._guide: GuideWindow | None = None
        self._tour: Tour | None = None

    @command(N_("User guide"), "F1", "circle-help", "&Help", Needs.NOTHING)
    def user_guide(self) -> None:
        """Show the chapter of the guide about the screen that is shown."""
        self.show_chapter(self._shown_screen())

    def show_chapter(self, name: str) -> None:
        """Show the chapter of the guide about the screen of this name, in the window that may be open already."""
        if self._guide is None:
            from missionplanner.gui.guide.guide_window import GuideWindow  # slow import

            self._guide = GuideWindow(self._window)
        self._guide.show_chapter(name)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    @command(N_("Tour of five stations"), "", "footprints", "&Help")
    def take_tour(self) -> None:
        """Lead over five screens of the mission that is open."""
        from missionplanner.gui.guide.tour import Tour  # slow import

        self._end_tour()
        self._tour = Tour(self._window, self._do)
        self._tour.ended.connect(self._forget_tour)
        self._tour.begin()

    @command(N_("Keyboard shortcuts"), "Ctrl+/", "list", "&Help", Needs.NOTHING)
    def show_shortcuts(self) -> None:
        """List every shortcut of the window and its screens."""
        from missionplanner.gui.window.shortcut_list import ShortcutList  # slow import

        self._show(_("Keyboard shortcuts"), ShortcutList(self._in_menus()))

    @command(N_("What’s new"), "", "sparkles", "&Help", Needs.NOTHING)
    def whats_new(self) -> None:
        """List what is new in this version and those before it."""
        from missionplanner.gui.start.news import NewsList  # slow import

        self._show(_("What’s new"), NewsList())

    @command(N_("Report a problem…"), "", "mail-question", "&Help", Needs.NOTHING)
    def report_problem(self) -> None:
        """Show a report of the program as it is, to add what is wrong and to save."""
        details = _("Write into the report what you did, what you expected and what happened, then save and send it.")
        self._report(_("Report a problem"), details, ())

    def offer_report(self, crash: Sequence[str]) -> None:
        """Show the report of how the program died the last time."""
        details = _(
            "Everything that was saved is safe: missions are stored up to their last whole step. What was being typed"
            " is kept as a draft. The mission was not opened again by itself; it is among the recent ones."
        )
        self._report(_("The program ended unexpectedly the last time."), details, crash)

    def _report(self, text: str, details: str, problem: Sequence[str]) -> None:
        from missionplanner.gui.widgets.problem_dialog import ProblemDialog  # slow import

        dialog = ProblemDialog(text, details, problem, parent=self._window)
        dialog.exec()
        dialog.deleteLater()

    @command(N_("About this program"), "", "info", "&Help", Needs.NOTHING)
    def about(self) -> None:
        """Show which version this is."""
        from missionplanner.gui.window.about import AboutDialog  # slow import

        dialog = AboutDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def renew(self) -> None:
        """Let guide and tour go, which are in another language or theme, or of another mission."""
        self._end_tour()
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None

    def _end_tour(self) -> None:
        if self._tour is not None:
            self._tour.end()

    def _forget_tour(self) -> None:
        self._tour = None

    def _show(self, title: str, inside: QWidget) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        open_with(dialog, 900, 620)
        layout = QVBoxLayout(dialog)
        layout.addWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        layout.addWidget(buttons)
        dialog.exec()
        dialog.deleteLater()
