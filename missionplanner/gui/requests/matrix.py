"""The matrix of requests with its filters and whose priorities are typed."""

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.requests import PRIORITY_LABELS, Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.gui.requests.matrix_model import MatrixModel, Pair, PairWish
from missionplanner.gui.requests.matrix_view import MatrixView
from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.plain_text import Label, ToolButton, literal
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.requests import entering
from missionplanner.jobs.requests.entering import SIGNS


class MatrixPage(RequestsPage):
    """The matrix with its filters, who is speaking, and the current cell in words."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.model = MatrixModel()
        self.view = MatrixView(self.model)
        self.speaker = ChoiceEdit([(side, _(label)) for side, label in SIDE_LABELS.items()])
        self.rows, self.columns = QLineEdit(clearButtonEnabled=True), QLineEdit(clearButtonEnabled=True)
        self.sector = ComboBox()
        self.sentence = Label()
        self._build()

    def refresh(self) -> None:
        """Read the wishes again."""
        snapshot = self.workspace.snapshot()
        self._offer_sectors(snapshot)
        known: dict[Pair, PairWish] = {}
        said = {(request.pair, request.asked_by): request.priority for request in snapshot.requests}
        met = {meeting.pair for meeting in snapshot.meetings if meeting.stands}
        for pair in {*(pair for pair, _side in said), *met}:
            known[pair] = PairWish(said.get((pair, Side.DELEGATION)), said.get((pair, Side.COUNTERPART)), pair in met)
        rows = self._narrowed(snapshot, Side.DELEGATION, self.rows.text())
        columns = self._narrowed(snapshot, Side.COUNTERPART, self.columns.text())
        self.model.show_matrix(rows, columns, known)
        self._describe_current()

    def shown_list(self) -> ShownList:
        """The matrix as it is shown."""
        headings = [_("Delegation"), *(company.name for company in self.model.columns)]
        rows = [
            [company.name, *(self.model.index(n, c).data() or "" for c in range(len(self.model.columns)))]
            for n, company in enumerate(self.model.rows)
        ]
        widths = [200, *(60 for _company in self.model.columns)]
        return ShownList(_("Matrix"), self.workspace.mission_name, headings, rows, widths)

    def _build(self) -> None:
        row = WrappingRow()
        for edit, name in ((self.rows, _("Delegation companies")), (self.columns, _("Counterparts"))):
            as_search(edit, name)
            edit.textChanged.connect(lambda _text: self.refresh())
            row.addWidget(edit, 1)
        self.sector.setAccessibleName(_("Sector"))
        self.sector.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sector.setMinimumContentsLength(18)
        self.sector.currentIndexChanged.connect(lambda _index: self.refresh())
        row.addWidget(self.sector)
        row.addWidget(self._typing())
        self.layout_.addLayout(row)
        self.layout_.addWidget(self.view, 1)
        self.sentence.setWordWrap(True)
        self.layout_.addWidget(self.sentence)
        self.layout_.addWidget(
            quiet_label(
                _("★ must meet (1), ● meet (2), ✕ no thanks (0); first the delegation’s, then the counterpart’s.")
            )
        )
        self.view.typed.connect(self._on_typed)
        self.view.pasted.connect(self._on_pasted)
        self.view.selectionModel().currentChanged.connect(lambda *_words: self._describe_current())

    def _typing(self) -> QWidget:
        """For whom one types, and the signs to click instead."""
        label = quiet_label(_("Type for:"))
        label.setWordWrap(False)
        label.setBuddy(self.speaker)
        self.speaker.setAccessibleName(_("Type for:"))
        found = QWidget()
        row = QHBoxLayout(found)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.speaker, *map(self._sign, (*PRIORITY_LABELS, None))):
            row.addWidget(widget)
        return found

    def _sign(self, priority: Priority | None) -> QToolButton:
        button = ToolButton()
        button.setText(SIGNS[priority] if priority else "–")
        name = priority.label if priority else _("Nothing")
        button.setToolTip(literal(name))
        button.setAccessibleName(name)
        button.setEnabled(not self.workspace.store.read_only)
        button.clicked.connect(
            lambda: self._on_typed({self.model.pair(index): priority for index in self.view.chosen()})
        )
        return button

    def _offer_sectors(self, snapshot: Snapshot) -> None:
        mains = [sector for sector in snapshot.sectors if sector.parent_id is None]
        options = [(_("Every sector"), 0), *((sector.name(current().language), sector.id) for sector in mains)]
        if [(self.sector.itemText(n), self.sector.itemData(n)) for n in range(self.sector.count())] == options:
            return
        chosen = self.sector.currentData()
        self.sector.blockSignals(True)
        self.sector.clear()
        for name, key in options:
            self.sector.addItem(name, key)
        self.sector.setCurrentIndex(max(self.sector.findData(chosen), 0))
        self.sector.blockSignals(False)

    def _narrowed(self, snapshot: Snapshot, side: Side, text: str) -> list[Company]:
        words, sector = fold(text).split(), self.sector.currentData()
        return [
            company
            for company in snapshot.participants(side)
            if all(word in fold(company.name) for word in words)
            and (not sector or sector in {snapshot.main_sector(k) for k in snapshot.sectors_of.get(company.id, [])})
        ]

    def _on_typed(self, wanted: dict[Pair, Priority | None]) -> None:
        if wanted and not self.workspace.store.read_only:
            changed = entering.set_priorities(self.workspace.store, wanted, self.speaker.value)
            if len(wanted) > 1:
                self.sentence.setText(count("{n} pair was changed.", "{n} pairs were changed.", changed))

    def _on_pasted(self, texts: dict[Pair, str]) -> None:
        """Store what is understood; report the rest with the reason."""
        wanted: dict[Pair, Priority | None] = {}
        refused = []
        company = self.workspace.snapshot().company
        for pair, text in texts.items():
            try:
                wanted[pair] = entering.parse(text, self.speaker.value)
            except UserError as error:
                refused.append([" – ".join(company[key].name for key in pair), error.text])
        self._on_typed(wanted)
        if refused:
            told = count("{n} cell could not be changed.", "{n} cells could not be changed.", len(refused))
            alerts.report(self, told, [_("Pair"), _("Reason")], refused)

    def _describe_current(self) -> None:
        index = self.view.currentIndex()
        self.sentence.setText(self.model.sentence(index) if index.isValid() else "")
