"""The packs of an edition as rows: whose they are, whether the printed ones are out of date, and what changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition
from missionplanner.domain.large_print import large_print_readers
from missionplanner.domain.people import Person
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.packs import drafts, states
from missionplanner.jobs.packs.drafts import Material, PackDraft
from missionplanner.jobs.packs.states import PrintState


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """An edition as it is chosen."""

    edition: Edition
    per_delegate: bool = False
    """Whether a pack is made for a delegate instead of a company."""
    side: Side = Side.DELEGATION


EDITION_CHOICES = {
    EditionChoice(Edition.DELEGATE): N_("A pack per company"),
    EditionChoice(Edition.DELEGATE, per_delegate=True): N_("A pack per delegate"),
    EditionChoice(Edition.HOSTS, side=Side.COUNTERPART): N_("Hosts’ edition, for each company that is visited"),
    EditionChoice(Edition.CARD, per_delegate=True): N_("A pocket card per delegate"),
    EditionChoice(Edition.LARGE, per_delegate=True): N_("Large print, per delegate"),
    EditionChoice(Edition.LEADER): N_("Leader edition"),
    EditionChoice(Edition.ORGANISER): N_("Organiser edition"),
    EditionChoice(Edition.DIRECTORY): N_("Directory and all profiles"),
}
"""The editions with their labels, in the order they are listed."""


class PackList:
    """A row is known by the key of its company or delegate; by 0 for the other editions."""

    def __init__(self) -> None:
        self._shown: Material | None = None
        self.choice, self.language = EditionChoice(Edition.DELEGATE), "en"
        self.papers: frozenset[str] | None = None
        self._people: dict[int, Person] = {}
        self._states: dict[int, PrintState] = {}
        self._changes: dict[int, tuple[str, ...]] = {}

    def begin(
        self, material: Material, choice: EditionChoice, language: str, papers: frozenset[str] | None
    ) -> list[int]:
        """List the packs of an edition and return their keys; their states are not known before `find_states`."""
        self._shown, self.choice, self.language, self.papers = material, choice, language, papers
        self._states, self._changes = {}, {}
        edition, per_delegate = choice.edition, choice.per_delegate
        companies = drafts.takers(material.snapshot, choice.side)
        people = drafts.people_with_packs(material.snapshot, companies) if per_delegate else ()
        self._people = {person.id: person for _company, person in people}
        if not companies or not edition.is_of_companies:
            return [0] if companies else []
        return list(self._people) if per_delegate else [company.id for company in companies]

    @property
    def _material(self) -> Material:
        assert self._shown is not None
        return self._shown

    def find_states(self) -> Iterator[PackDraft]:
        """Find out which packs are out of date, one a step; yields each that was compared."""
        found: Iterator[tuple[PackDraft, PrintState]]
        choice = self.choice
        if choice.edition.is_of_companies:
            kind = choice.per_delegate, choice.side, choice.edition
            found = states.each_state(self._material, self.language, *kind)
        else:
            draft = drafts.special(self._material, self.language, self.choice.edition, self.papers)
            found = iter([(draft, states.state_of(self._material, draft))])
        for draft, state in found:
            key = draft.own.delegate_id or draft.own.company_id
            self._states[key] = state
            if state is PrintState.OUTDATED:
                self._changes[key] = states.changes(self._material, draft, current())
            yield draft

    def draft(self, material: Material, key: int, papers: frozenset[str] | None) -> PackDraft:
        """Return the pack of a row as the mission of `material` has it."""
        choice = self.choice
        if not choice.edition.is_of_companies:
            return drafts.special(material, self.language, self.choice.edition, papers)
        companies = [material.snapshot.company[self.company(key)]]
        found = drafts.of_companies(material, self.language, companies, choice.per_delegate, choice.edition)
        return next(draft for draft in found if not choice.per_delegate or draft.own.delegate_id == key)

    def people(self, keys: Iterable[int]) -> frozenset[int] | None:
        """The delegates of rows, None where rows are companies."""
        return frozenset(keys) if self.choice.per_delegate else None

    def company(self, key: int) -> int:
        """The company of a row."""
        return self._material.snapshot.home_of(self._people[key]) or 0 if key in self._people else key

    def changes(self, key: int) -> tuple[str, ...]:
        """Return the changes since the pack of a row was printed, a sentence each."""
        return self._changes.get(key, ())

    def words(self) -> str:
        """The number of packs of each state as a text, and who wants large print by their access needs."""
        numbers = {state: sum(s is state for s in self._states.values()) for state in PrintState}
        wanted = ", ".join(person.full_name for person in large_print_readers(self._material.snapshot))
        found = [f"{state.label}: {number}" for state, number in numbers.items()]
        is_asked = wanted and self.choice.edition in (Edition.DELEGATE, Edition.LARGE)
        return "  ·  ".join([*found, *([_("Large print for: {names}").format(names=wanted)] if is_asked else [])])

    def columns(self) -> list[Column]:
        """The columns of the table."""

        def colour(key: int) -> str:
            c = colours()
            signs = {PrintState.CURRENT: c.good, PrintState.OUTDATED: c.bad}
            return signs.get(self._states.get(key, PrintState.NEVER), c.quiet)

        return [
            Column(_("Pack of"), self._name, sort="name", width=176, grows=True),
            Column(_("Meetings"), lambda key: str(self._meetings(key)), sort="meetings", width=80, right=True),
            Column(
                _("Printed pack"),
                lambda key: self._states[key].label if key in self._states else "…",
                sort="state",
                width=110,
                colour=colour,
            ),
            Column(_("What changed"), lambda key: "; ".join(self.changes(key)), width=110, grows=True),
        ]

    def sorted(self, keys: list[int], sort: str, descending: bool) -> list[int]:
        """Sort rows by name, by their number of meetings, or by state, those out of date first."""
        order = (PrintState.OUTDATED, PrintState.NEVER, PrintState.CURRENT)
        keyed: dict[str, Callable[[int], Any]] = {
            "name": lambda key: current().sort_key(self._name(key)),
            "meetings": self._meetings,
            "state": lambda key: order.index(self._states.get(key, PrintState.NEVER)),
        }
        return sorted(keys, key=keyed[sort], reverse=descending)

    def _name(self, key: int) -> str:
        if not key:
            return self.choice.edition.label
        snapshot = self._material.snapshot
        if key in self._people:
            names = ", ".join(snapshot.company[one].name for one in snapshot.companies_of[key])
            return f"{names} – {self._people[key].full_name}"
        return snapshot.company[self.company(key)].name

    def _meetings(self, key: int) -> int:
        snapshot = self._material.snapshot
        if not key:
            return sum(meeting.stands for meeting in snapshot.meetings)
        return len(drafts.meetings_of(snapshot, snapshot.company[self.company(key)], self._people.get(key)))
