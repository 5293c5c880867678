"""The journal of printed packs: what was printed when, by whom."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import OWN_NAMES, _, current


class PrintJournal(QWidget):
    """A line a print, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._prints: dict[int, PackPrint] = {}
        self._snapshot: Snapshot | None = None
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._prints[key] for key in keys]),
            _("Printed"),
            kept="packs.printed",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(quiet_label(_("The journal keeps every print; undo does not reach it.")))

    def show_prints(self, prints: tuple[PackPrint, ...], snapshot: Snapshot) -> None:
        """List these prints."""
        self._snapshot = snapshot
        self._prints = {one.id: one for one in prints}
        self.table.rows.set_keys(sorted(self._prints, reverse=True))

    def owner_of(self, one: PackPrint) -> str:
        """Return the name of the company and delegate a pack is of, or of its edition."""
        assert self._snapshot is not None
        if not one.edition.is_of_companies:
            return one.edition.label
        company = self._snapshot.company.get(one.company_id or 0)
        person = self._snapshot.person.get(one.delegate_id or 0)
        names = [company.name if company else _("a company that is gone"), person.full_name if person else ""]
        names += [one.edition.label] if one.edition is not Edition.DELEGATE else []
        return " – ".join(name for name in names if name)

    def _columns(self) -> list[Column]:
        t = current()

        def when(one: PackPrint) -> str:
            printed_at = one.printed_at.astimezone()
            return t.stamp(printed_at)

        return [
            Column(_("Printed"), when, width=150),
            Column(_("Pack"), self.owner_of, width=210),
            Column(_("Language"), lambda one: OWN_NAMES.get(one.language, one.language), width=80),
            Column(_("Pages"), lambda one: str(one.pages), width=60, right=True),
            Column(_("By"), lambda one: one.printed_by, width=90),
            Column(_("File"), lambda one: one.file_name or _("on paper"), width=220),
        ]
