"""The dialog of companies that may have been entered twice: merged field by field, or kept apart."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.merging_dialog import Comparison, MergingDialog
from missionplanner.i18n import N_, _
from missionplanner.jobs.companies import duplicates, registrations
from missionplanner.jobs.companies.duplicates import Suspicion
from missionplanner.store.store import Store


class DuplicatesDialog(MergingDialog[Suspicion]):
    """The two companies of a pair are made one, or kept apart for good."""

    def __init__(self, store: Store, found: Sequence[Suspicion], parent: QWidget | None = None) -> None:
        self.different_button = command_button(self.tell_apart, store)
        text = _("Choose for every field which value stays. Delegates, requests and meetings of both are kept.")
        super().__init__(store, found, _("Companies entered twice"), text, parent)

    @command(N_("They are different"), "Alt+X", "x", needs=Needs.WRITING)
    def tell_apart(self) -> None:
        """Remember that the two companies shown are different."""
        if pair := self._pair():
            duplicates.tell_apart(self._store, pair.one, pair.two)
            self._found = [one for one in self._found if {one.one, one.two} != {pair.one, pair.two}]
            self._show_list()

    def _more_answers(self) -> list[QPushButton]:
        return [self.different_button]

    def _listed(self, pairs: Sequence[Suspicion]) -> list[tuple[Suspicion, str]]:
        names = registrations.names(self._store)
        there = [one for one in pairs if one.one in names and one.two in names]
        return [(one, f"{one.score} %  {names[one.one]}\n{names[one.two]}") for one in there]

    def _compare(self, pair: Suspicion) -> Comparison:
        found = registrations.records(self._store, [pair.one, pair.two])
        one, two = found[pair.one], found[pair.two]
        heading = f"{one.company.name} – {two.company.name}:  {pair.reason}."
        return Comparison(
            heading, duplicates.differences(self._store, one, two), duplicates.usual_choice(one, two)
        )  # fmt: skip

    def _merge(self, pair: Suspicion, taken: Collection[str]) -> None:
        duplicates.merge(self._store, pair.one, pair.two, taken)
