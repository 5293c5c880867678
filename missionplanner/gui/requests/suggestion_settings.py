"""The settings of suggestions: the weight of each part, and words that mean the same."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.mission import MATCH_PART_LABELS, Sector, Synonyms
from missionplanner.domain.spelling import listed
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.drafted_dialog import DraftedDialog
from missionplanner.gui.widgets.editors import ChoiceEdit, Grid
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, current
from missionplanner.jobs.requests import suggestions
from missionplanner.store.store import Store


class WeightsDialog(DraftedDialog):
    """A slider for each part."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Weights of the suggestions"))
        self.setMinimumWidth(520)
        self.sliders: dict[str, QSlider] = {}
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(_("How much each part counts against the others; 0 leaves it out.")))
        form = QFormLayout()
        now = suggestions.weights(store)
        for part in suggestions.parts(store):
            form.addRow(Label(_(MATCH_PART_LABELS[part])), self._slider(part, now[part]))
        layout.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        usual = make_button(_("As usual"), "undo-2")
        buttons.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        usual.clicked.connect(self._on_usual)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.keep_in(DraftPlace(store, "weights"), layout)

    def typed(self) -> dict[str, Any]:
        """The weights as they are set."""
        return dict(self.weights)

    def restore(self, typed: dict[str, Any]) -> None:
        """Set the weights as they were."""
        for part, slider in self.sliders.items():
            slider.setValue(int(typed.get(part, slider.value())))

    @property
    def weights(self) -> dict[str, int]:
        """The weights as they are set."""
        return {part: slider.value() for part, slider in self.sliders.items()}

    def _slider(self, part: str, value: int) -> QHBoxLayout:
        slider, number = QSlider(Qt.Orientation.Horizontal), Label(str(value))
        slider.setRange(0, 100)
        slider.setValue(value)
        slider.setAccessibleName(_(MATCH_PART_LABELS[part]))
        number.setFixedWidth(36)
        slider.valueChanged.connect(lambda new: number.setText(str(new)))
        slider.valueChanged.connect(lambda _new: self.edited.emit())
        self.sliders[part] = slider
        row = QHBoxLayout()
        row.addWidget(slider)
        row.addWidget(number)
        return row

    def _on_usual(self) -> None:
        for part, slider in self.sliders.items():
            slider.setValue(suggestions.USUAL[part])


class SynonymsDialog(DraftedDialog):
    """Groups of words that mean the same, of all sectors or of one at a time."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Synonyms"))
        open_with(self, 760, 540)
        language = current().language
        mains = [sector for sector in store.all(Sector) if sector.parent_id is None]
        self._groups: dict[int | None, list[str]] = {}
        for one in suggestions.synonyms(store):
            self._groups.setdefault(one.sector_id, []).append(one.words)
        self.sector = ChoiceEdit([(None, _("All sectors")), *((s.id, s.name(language)) for s in mains)])
        self.sector.setAccessibleName(_("Sector"))
        self.grid = Grid([_("Words that mean the same, in any language, separated by commas or semicolons")])
        self.grid.horizontalHeader().setStretchLastSection(True)
        self._shown: int | None = None
        layout = QVBoxLayout(self)
        layout.addWidget(
            quiet_label(_("Suggestions take words of a group for one another. A group of a sector counts there only."))
        )
        layout.addWidget(self.sector)
        layout.addWidget(self.grid, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.sector.currentIndexChanged.connect(self._on_chosen)
        self._show(None)
        self.keep_in(DraftPlace(store, "synonyms"), layout)
        self.grid.typed.connect(self.edited)

    def typed(self) -> dict[str, Any]:
        """All groups as they are typed, by their sectors."""
        self._keep()
        groups = sorted(self._groups.items(), key=lambda group: group[0] or 0)
        return {"groups": [[str(key or ""), words] for key, rows in groups for words in rows]}

    def restore(self, typed: dict[str, Any]) -> None:
        """Show the groups as they were typed."""
        self._groups = {}
        for key, words in typed["groups"]:
            self._groups.setdefault(int(key) if key else None, []).append(words)
        self._show(self._shown)

    @property
    def synonyms(self) -> list[Synonyms]:
        """All groups as they are typed."""
        self._keep()
        return [Synonyms(sector_id=key, words=words) for key, rows in self._groups.items() for words in rows]

    def _on_chosen(self) -> None:
        self._keep()
        self._show(self.sector.value)

    def _keep(self) -> None:
        self._groups[self._shown] = ["; ".join(listed(row[0])) for row in self.grid.rows()]

    def _show(self, sector: int | None) -> None:
        self._shown = sector
        self.grid.show_rows([[words] for words in self._groups.get(sector, [])])


def ask_weights(store: Store, parent: QWidget) -> None:
    """Ask for the weights and store them."""
    dialog = WeightsDialog(store, parent)
    if dialog.exec():
        suggestions.save_weights(store, dialog.weights)
    dialog.deleteLater()


def ask_synonyms(store: Store, parent: QWidget) -> None:
    """Ask for the synonyms and store them."""
    dialog = SynonymsDialog(store, parent)
    if dialog.exec():
        suggestions.save_synonyms(store, dialog.synonyms)
    dialog.deleteLater()
