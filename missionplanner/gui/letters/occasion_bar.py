"""The choices an occasion needs: the day, after how many days, of what, to whom."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Mission, Sector, Stop
from missionplanner.domain.moments import READY, Moment, OwnMoment
from missionplanner.domain.saved_filters import COMPANIES
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, count, current
from missionplanner.jobs.companies.saved_filters import filter_of
from missionplanner.jobs.list_views import views_of
from missionplanner.jobs.moments.attached import LETTER_FILE_LABELS, LetterFile
from missionplanner.jobs.moments.occasions import SENT_TO_LABELS, Occasion, SentTo, days_of
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store

_AFTER = (0, 3, 5, 7, 10, 14, 21, 30)
"""Days after which an answer is reminded of, or before which a next step is due."""


class OccasionBar(QWidget):
    """Shows what the moment needs and hides the rest."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filters: dict[str, CompanyFilter] = {}
        """Those that can be chosen, by their codes."""
        self.day, self.after, self.of, self.sent_to, self.who, self.letter = (ComboBox() for _number in range(6))
        row = WrappingRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        labels = (_("Day"), _("Not answered after"), _("Reminder of"), _("Recipients"), _("Who"), _("The letter"))
        combos = (self.day, self.after, self.of, self.sent_to, self.who, self.letter)
        self._parts = {combo: _labelled(row, text, combo) for text, combo in zip(labels, combos, strict=True)}
        for days in _AFTER:
            self.after.addItem(count("{n} day", "{n} days", days), days)
        self.after.setCurrentIndex(_AFTER.index(Occasion(Moment.REMINDER).days))
        self.of.addItem(_("All that ask for an answer"), None)
        for moment in READY:
            if moment is not Moment.REMINDER:
                self.of.addItem(moment.label, moment)
        for sent_to, label in SENT_TO_LABELS.items():
            self.sent_to.addItem(_(label), sent_to)
        for form, label in LETTER_FILE_LABELS.items():
            self.letter.addItem(_(label), form)
        for combo in combos[:-1]:
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def show_moment(self, moment: Moment, store: Store) -> None:
        """Offer what this moment needs."""
        self._offer_days(store.mission)
        self._offer_companies(store)
        needs = {
            self.day: moment is Moment.EVENING,
            self.after: moment in (Moment.REMINDER, Moment.NEXT_STEP),
            self.of: moment is Moment.REMINDER,
            self.sent_to: moment is not Moment.VISA and not moment.asks_companies,
        }
        for combo, is_needed in needs.items():
            self._parts[combo].setVisible(is_needed)
        label = _("Due within") if moment is Moment.NEXT_STEP else _("Not answered after")
        self._parts[self.after].findChildren(Label)[0].setText(label)
        self.after.setAccessibleName(label)

    def occasion(self, moment: Moment, own: OwnMoment | None) -> Occasion:
        """Return the occasion as it is chosen."""
        # Qt keeps the codes of enums as plain texts.
        of, sent_to = self.of.currentData(), SentTo(self.sent_to.currentData())
        return Occasion(
            moment,
            self.day.currentData(),
            self.after.currentData(),
            sent_to,
            own.uid if own else "",
            Moment(of) if of and moment is Moment.REMINDER else None,
        )

    @property
    def letter_file(self) -> LetterFile:
        """The form in which letters go along with their own mails."""
        return LetterFile(self.letter.currentData())

    def wanted(self, store: Store) -> set[int] | None:
        """Return the keys of the companies that are chosen; None for all."""
        chosen = self._filters.get(self.who.currentData())
        return set(store.companies.ids(chosen)) if chosen else None

    def _offer_days(self, mission: Mission) -> None:
        days = days_of(mission)
        if [self.day.itemData(n) for n in range(self.day.count())] != days:
            _offer(self.day, [(current().date(day, "full"), day) for day in days])

    def _offer_companies(self, store: Store) -> None:
        """Offer the companies of a side, sector or stop, and of every view of the list of companies."""
        choices = list(_choices(store))
        self._filters = {code: chosen for _text, code, chosen in choices}
        entries = [(_("Everybody"), None), *((text, code) for text, code, _chosen in choices)]
        if [(self.who.itemText(n), self.who.itemData(n)) for n in range(self.who.count())] != entries:
            _offer(self.who, entries)


def _choices(store: Store) -> Iterator[tuple[str, str, CompanyFilter]]:
    """Yield the companies letters may go to: in words, the code of the choice, and their filter."""
    language, said = current().language, _("{field}: {value}")
    for side, text in ((Side.DELEGATION, _("Delegation")), (Side.COUNTERPART, _("Counterparts"))):
        yield text, f"side {side}", CompanyFilter(side=side)
    for sector in store.all(Sector):
        text = said.format(field=_("Sector"), value=sector.name(language))
        yield text, f"sector {sector.code}", CompanyFilter(sectors=(sector.code,))
    for stop in store.all(Stop):
        text = said.format(field=_("Stop"), value=stop.name(language))
        yield text, f"stop {stop.id}", CompanyFilter(stops=(stop.id,))
    for view in views_of(store, COMPANIES):
        yield view.name, f"view {view.id}", filter_of(view)


def _labelled(row: WrappingRow, text: str, combo: ComboBox) -> QWidget:
    """Add a combo box to the row with its label, both of which go on in the next one together."""
    found, label = QWidget(), Label(text)
    label.setBuddy(combo)
    combo.setAccessibleName(text)
    inner = QHBoxLayout(found)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(label)
    inner.addWidget(combo)
    row.addWidget(found)
    return found


def _offer(combo: ComboBox, entries: Sequence[tuple[str, object]]) -> None:
    """Offer other entries, and stay at the one that was chosen, where it is still there."""
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for text, data in entries:
            combo.addItem(text, data)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
