"""The preview of a drop: how good each cell of the grid is for the meeting or request that is held."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from missionplanner.domain.moves import Grade, Moves, MoveVerdict
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.layouts import CellTarget, Place
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.i18n import _

_ORDER = (Grade.FREE, Grade.WARY, Grade.REFUSED)
"""The best first: a cell is as good as the best of the slots it stands for."""
_PAINTED_AFTER = 40
"""So many cells are judged before they are painted: painting after each takes longer than judging."""


class DropPreview(QObject):
    """Holds one thing at a time and judges the cells of a grid for it, those that are seen first."""

    changed = Signal()
    """Something was taken up or put down."""
    judged = Signal(object)
    """The MoveVerdict of the cell that is pointed at; None for a cell of other companies."""
    graded = Signal()
    """More cells have their grades."""

    def __init__(self, model: GridModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._slices = IdleWork(self)
        self._slices.finished.connect(self.graded.emit)
        self.moves: Moves | None = None

    @property
    def is_holding(self) -> bool:
        """Whether something is held."""
        return self.moves is not None

    def take_up(self, moves: Moves, seen: list[Place]) -> None:
        """Hold a meeting; the cells that are seen are judged first."""
        self.moves = moves
        self._model.grades = {}
        self._model.held = self._model.place_of(moves.held.id)
        self._slices.start(self._judge_cells(seen))
        self.changed.emit()

    def put_down(self) -> None:
        """Hold nothing any more."""
        if self.moves is None:
            return
        self._slices.stop()
        self.moves = None
        self._model.grades, self._model.held = {}, None
        self.changed.emit()

    def judge(self, place: Place) -> MoveVerdict | None:
        """Return the consequences of putting it into a cell; None for a cell of other companies."""
        if self.moves is None:
            return None
        target = self._model.layout.target(place, self.moves.held.pair)
        verdict = None if target is None else self._best(target)
        if verdict:
            self._model.grades[place] = verdict.grade
        self.judged.emit(verdict)
        return verdict

    def finish(self) -> None:
        """Judge all cells that are left at once."""
        self._slices.finish()

    def _best(self, target: CellTarget) -> MoveVerdict:
        """The verdict of the best of the slots a cell stands for."""
        assert self.moves is not None
        slot = min(target.slot_ids, key=lambda slot: _ORDER.index(self._grade(slot, target)))
        return self.moves.verdict(slot, target.table_id, target.other)

    def _grade(self, slot_id: int, target: CellTarget) -> Grade:
        assert self.moves is not None
        return self.moves.grade(slot_id, target.table_id, target.other)

    def _judge_cells(self, seen: list[Place]) -> Iterator[None]:
        layout = self._model.layout
        rest = ((row, column) for row in range(len(layout.rows)) for column in range(len(layout.columns)))
        for number, place in enumerate((*seen, *rest)):
            if self.moves is None:
                return
            target = layout.target(place, self.moves.held.pair)
            if target is None or place in self._model.grades:
                continue
            self._model.grades[place] = min((self._grade(slot, target) for slot in target.slot_ids), key=_ORDER.index)
            if number % _PAINTED_AFTER == 0:
                self.graded.emit()
            yield

    @property
    def where_to(self) -> str:
        """The sentence for a cell of other companies."""
        return _("Put it into a row or column of one of its two companies.")
