"""The menu of saved views: filters and orders of the companies kept under a name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.i18n import _
from missionplanner.jobs.companies import saved_filters
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store


class ViewsMenu(Menu):
    """Lists the views as it opens; shows, saves and deletes them."""

    chosen = Signal(object)
    """A SavedFilter to be shown."""
    save_asked = Signal()
    """The list as it is filtered and sorted is to be saved (`save`)."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the views there are now."""
        self.clear()
        known = sorted(self._store.all(SavedFilter), key=lambda view: view.name.casefold())
        for view in known:
            self.entry(view.name).triggered.connect(lambda _checked=False, v=view: self.chosen.emit(v))
        self.addSeparator()
        save = self.entry(_("Save this view…"))
        save.triggered.connect(lambda _checked=False: self.save_asked.emit())
        save.setEnabled(not self._store.read_only)
        if known:
            self._add_deletions(known)

    def save(self, shown: CompanyFilter, sort: str, descending: bool) -> None:
        """Ask for a name and keep a filter and an order under it."""
        known = [view.name for view in self._store.all(SavedFilter)]
        name = ask_text(_("Save this view"), _("Name"), self, known)
        if name is not None:
            saved_filters.save(self._store, name, shown, sort, descending)

    def _add_deletions(self, known: list[SavedFilter]) -> None:
        menu = self.submenu(_("Delete a view"))
        menu.setEnabled(not self._store.read_only)
        for view in known:
            action = menu.entry(view.name)
            action.triggered.connect(lambda _checked=False, key=view.id: saved_filters.remove(self._store, key))
