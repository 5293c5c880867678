"""The commands that change how the window looks and which language it speaks."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from missionplanner import i18n, user
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets import qt_texts, theme
from missionplanner.i18n import N_, _


class ViewCommands(QObject):
    """Theme and language."""

    changed = Signal()
    """Everything is to be made anew in the theme and language chosen."""
    named = Signal()
    """Somebody said their name."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application

    @command(N_("Your name…"), icon="user", menu="&Edit", needs=Needs.NOTHING)
    def name_yourself(self) -> None:
        """Ask for the name under which changes and marks are noted."""
        from missionplanner.gui.widgets.asking import ask_text  # slow import

        hint = _("It stands in the history, on letters sent and beside your marks; it is asked once on this computer.")
        window = self._application.activeWindow()
        name = ask_text(_("Your name"), _("Name"), window, [user.user_name()] if user.is_known() else (), hint)
        if name is not None:
            user.give_name(name)
            settings.write("reviewer", "")
            self.named.emit()

    @command(N_("As the system"), menu="&View", needs=Needs.NOTHING)
    def theme_system(self) -> None:
        """Be light or dark as the system is."""
        self.use_theme("system")

    @command(N_("Light"), "", "sun", "&View", Needs.NOTHING)
    def theme_light(self) -> None:
        """Be light."""
        self.use_theme("light")

    @command(N_("Dark"), "", "moon", "&View", Needs.NOTHING)
    def theme_dark(self) -> None:
        """Be dark."""
        self.use_theme("dark")

    def use_theme(self, name: str) -> None:
        """Dress the window in a theme (one of theme.THEMES)."""
        settings.write("theme", name)
        theme.apply(self._application, name)
        self.changed.emit()

    def use_language(self, code: str) -> None:
        """Speak another language (one of i18n.LANGUAGES)."""
        settings.write("language", code)
        i18n.use(code)
        qt_texts.speak(self._application)
        self.changed.emit()
