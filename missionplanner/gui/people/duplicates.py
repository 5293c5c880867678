"""The dialog of people who may have been entered twice, often with two companies: made one, field by field."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from missionplanner.domain.people import Person
from missionplanner.gui.widgets.merging_dialog import Comparison, MergingDialog
from missionplanner.i18n import _
from missionplanner.jobs.people import duplicates
from missionplanner.jobs.people.duplicates import SamePerson
from missionplanner.store.store import Store


class SamePeopleDialog(MergingDialog[SamePerson]):
    """The two people of a pair are made one, who represents the organisations of both."""

    def __init__(self, store: Store, found: Sequence[SamePerson], parent: QWidget | None = None) -> None:
        text = _("Choose for every field which value stays. Organisations, meetings and events of both are kept.")
        super().__init__(store, found, _("People entered twice"), text, parent)

    def _listed(self, pairs: Sequence[SamePerson]) -> list[tuple[SamePerson, str]]:
        snapshot = self._store.snapshot()
        people = snapshot.person
        there = [one for one in pairs if one.one in people and one.two in people]
        return [
            (pair, "\n".join(snapshot.with_organisation(people[key]) for key in (pair.one, pair.two))) for pair in there
        ]

    def _compare(self, pair: SamePerson) -> Comparison:
        people = {person.id: person for person in self._store.where(Person, "id", [pair.one, pair.two])}
        one, two = people[pair.one], people[pair.two]
        heading = f"{one.full_name} – {two.full_name}:  {pair.reason}."
        return Comparison(
            heading, duplicates.differences(self._store, one, two), duplicates.usual_choice(one, two)
        )  # fmt: skip

    def _merge(self, pair: SamePerson, taken: Collection[str]) -> None:
        duplicates.merge(self._store, pair.one, pair.two, taken)
