"""The menu of saved views: filters and orders of a list kept under a name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.i18n import _
from missionplanner.jobs import list_views
from missionplanner.store.store import Store


class ViewsMenu(Menu):
    """Lists the views of a list as it opens; shows and deletes them, and asks under which name one is saved."""

    chosen = Signal(object)
    """A SavedFilter to be shown."""
    named = Signal(str)
    """The list as it is seen is to be saved under this name."""

    def __init__(self, store: Store, of_list: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._of_list = store, of_list
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the views there are now."""
        self.clear()
        known = list_views.views_of(self._store, self._of_list)
        for view in known:
            self.entry(view.name).triggered.connect(lambda _checked=False, v=view: self.chosen.emit(v))
        self.addSeparator()
        save = self.entry(_("Save this view…"))
        save.triggered.connect(lambda _checked=False: self.ask_name())
        save.setEnabled(not self._store.read_only)
        if known:
            menu = self.submenu(_("Delete a view"))
            menu.setEnabled(not self._store.read_only)
            for view in known:
                action = menu.entry(view.name)
                action.triggered.connect(lambda _checked=False, key=view.id: list_views.remove(self._store, key))

    def ask_name(self) -> None:
        """Ask for the name the list as it is seen is saved under."""
        known = [view.name for view in list_views.views_of(self._store, self._of_list)]
        name = ask_text(_("Save this view"), _("Name"), self, known)
        if name is not None:
            self.named.emit(name)
