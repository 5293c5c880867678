"""The history of one record: who changed which value of it, when, from what to what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import _, current
from missionplanner.jobs.safety import history
from missionplanner.jobs.safety.history import Value
from missionplanner.store.history import Step
from missionplanner.store.store import Store


class RecordHistory(QWidget):
    """The steps that touched a company or person, newest first, and what the chosen one changed of it."""

    def __init__(self, store: Store, table: str) -> None:
        super().__init__()
        self._store, self._table, self._key, self._name = store, table, 0, ""
        self._steps: dict[int, Step] = {}
        self._values: list[Value] = []
        self.steps = DataTable(
            TableModel(_step_columns(), lambda keys: [self._steps[key] for key in keys]),
            _("Changes"),
            kept="record_history.steps",
        )
        self.values = DataTable(
            TableModel(_value_columns(), lambda keys: [self._values[key] for key in keys]),
            _("Values"),
            kept="record_history.values",
        )
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.steps)
        splitter.addWidget(self.values)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(quiet_label(_("Values are put back in the history of the mission (Ctrl+H).")))
        layout.addWidget(splitter, 1)
        self.steps.chosen.connect(self._on_step)

    def show_record(self, key: int, name: str) -> None:
        """Show the changes of a record; name: by which its values are found in those of a step."""
        self._key, self._name = key, name
        found = history.steps_of(self._store, self._table, key)
        self._steps = {step.id: step for step in found}
        self.steps.rows.set_keys([step.id for step in found])
        self.steps.choose([step.id for step in found[:1]])
        self._on_step()

    def _on_step(self) -> None:
        keys = self.steps.chosen_keys()
        found = history.values(self._store, keys[0]) if keys else []
        self._values = history.wanted(found, self._name)
        self.values.rows.set_keys(list(range(len(self._values))))


def _step_columns() -> list[Column]:
    return [
        Column(_("When"), lambda step: current().stamp(step.at.astimezone()), width=150),
        Column(_("Who"), lambda step: step.user, width=90),
        Column(_("What"), lambda step: step.label, width=160, grows=True),
    ]


def _value_columns() -> list[Column]:
    return [
        Column(_("Field"), lambda value: value.field, width=120),
        Column(_("Before"), lambda value: value.before, width=120, grows=True),
        Column(_("After"), lambda value: value.after, width=120, grows=True),
    ]
