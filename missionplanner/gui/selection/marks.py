"""Marks of one company by one reviewer: a row of buttons per criterion, and what the others gave."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from missionplanner import user
from missionplanner.domain.reviews import MARKS, Criterion, Review, ReviewScore
from missionplanner.gui import settings
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label, ToolButton, literal
from missionplanner.i18n import _, current
from missionplanner.jobs.selection import decisions
from missionplanner.store.store import Store
from missionplanner.user import user_name

_ABSTAIN = 0


class MarksPanel(QWidget):
    """The present reviewer’s marks of one company; each is stored as it is given."""

    given = Signal()
    """A mark was stored, or another reviewer chosen."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store, self._company = store, 0
        self._criteria: list[Criterion] = []
        self._groups: dict[int, QButtonGroup] = {}
        self._labels: dict[int, Label] = {}
        self.title = heading_label("")
        self.title.setWordWrap(True)
        self.about = quiet_label()
        self.reviewer = ComboBox()
        self.reviewer.setEditable(True)
        self.reviewer.setAccessibleName(_("Reviewer"))
        self.others = quiet_label()
        self._marks = QGridLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        row = QHBoxLayout()
        row.addWidget(quiet_label(_("Reviewer")))
        row.addWidget(self.reviewer, 1)
        layout.addLayout(row)
        layout.addLayout(self._marks)
        layout.addWidget(self.others)
        layout.addStretch()
        self.reviewer.activated.connect(lambda _index: self._on_reviewer())
        line = self.reviewer.lineEdit()
        if line:
            line.setAccessibleName(_("Reviewer"))
            line.editingFinished.connect(self._on_reviewer)
        self.offer_reviewers(decisions.reviewers(store))

    def show_company(self, company: int, name: str, about: str, score: ReviewScore | None) -> None:
        """Show the marks the present reviewer gave a company; 0 for none."""
        self._company = company
        self.setEnabled(bool(company) and not self._store.read_only)
        self.title.setText(name or _("Choose a company"))
        self.about.setText(about)
        criteria = sorted(self._store.all(Criterion), key=lambda one: (one.position, one.id))
        if self._criteria != criteria:
            self._build_rows(criteria)
        self._show_fields(company)
        given = {
            r.criterion_id: r.mark
            for r in self._store.where(Review, "company_id", [company])
            if r.reviewer == self.name
        }
        for key, group in self._groups.items():
            group.setExclusive(False)
            for button in group.buttons():
                button.setChecked(key in given and group.id(button) == (given[key] or _ABSTAIN))
            group.setExclusive(True)
        self.others.setText(_score_text(score))

    def _show_fields(self, company: int) -> None:
        """Say of each criterion that is read from an own field which value and mark it is."""
        read = [one for one in self._criteria if one.is_read]
        texts = decisions.read_marks(self._store, company, read) if read and company else {}
        for criterion in read:
            words = texts.get(criterion.id, "")
            self._labels[criterion.id].setText(": ".join(filter(None, (criterion.name(current().language), words))))

    @property
    def name(self) -> str:
        """The name marks are given under."""
        return self.reviewer.currentText().strip() or user_name()

    def give(self, criterion: int, mark: int | None) -> None:
        """Store a mark of the company shown."""
        decisions.give_marks(self._store, self._company, self.name, {criterion: mark})
        self.given.emit()

    def _build_rows(self, criteria: Sequence[Criterion]) -> None:
        while item := self._marks.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._criteria, self._groups, self._labels = list(criteria), {}, {}
        for row, criterion in enumerate(criteria):
            label = Label(criterion.name(current().language))
            label.setWordWrap(True)
            self._labels[criterion.id] = label
            label.setToolTip(literal(_("Weight {weight}").format(weight=current().number(criterion.weight))))
            self._marks.addWidget(label, row * 2, 0, 1, len(MARKS) + 1)
            if criterion.is_read:
                continue
            group = QButtonGroup(self)
            for place, mark in enumerate((*MARKS, _ABSTAIN)):
                button = ToolButton()
                button.setCheckable(True)
                button.setObjectName("mark")
                button.setText(str(mark) if mark else _("abstains"))
                button.setAccessibleName(f"{criterion.name(current().language)}: {button.text()}")
                group.addButton(button, mark)
                self._marks.addWidget(button, row * 2 + 1, place)
            group.idClicked.connect(lambda mark, key=criterion.id: self.give(key, mark or None))
            self._groups[criterion.id] = group

    def offer_reviewers(self, names: Sequence[str]) -> None:
        """Offer these names to give marks under, after one’s own."""
        own = str(settings.read("reviewer") or (user_name() if user.is_known() else ""))
        wanted = list(dict.fromkeys(filter(None, [own, *names])))
        if [self.reviewer.itemText(place) for place in range(self.reviewer.count())] != wanted:
            typed = self.reviewer.currentText() or own
            self.reviewer.clear()
            self.reviewer.addItems(wanted)
            self.reviewer.setEditText(typed)
            if line := self.reviewer.lineEdit():
                line.setPlaceholderText(_("Your name"))

    def _on_reviewer(self) -> None:
        settings.write("reviewer", self.name)
        if not user.is_known():
            user.give_name(self.reviewer.currentText())
        self.given.emit()


def _score_text(score: ReviewScore | None) -> str:
    """Return the points every reviewer gave, their mean and their median, on lines."""
    if score is None:
        return _("Nobody has given marks yet.")
    number = current().number
    parts = [f"{reviewer}: {number(round(points))}" for reviewer, points in score.by_reviewer.items()]
    parts += [f"{reviewer}: " + _("abstains") for reviewer in score.abstained]
    if score.from_fields is not None:
        parts.append(_("From own fields: {points}").format(points=number(round(score.from_fields))))
    if score.mean is not None and score.median is not None:
        parts.append(
            _("mean {mean}, median {median}").format(mean=number(round(score.mean)), median=number(round(score.median)))
        )
    return "\n".join(parts)
