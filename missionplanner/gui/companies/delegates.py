"""The delegates of a registration, a row each, typed into cells; also those whose main organisation is another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from missionplanner.domain import bounds
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Membership, Person, Representative
from missionplanner.gui.widgets.editors import Grid
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry

COLUMNS = {
    "title": 60, "given_name": 110, "family_name": 110, "second_family_name": 155, "position": 140, "email": 200,
    "phone": 140, "mobile": 130, "languages": 90, "dietary": 110, "access_needs": 110, "badge_name": 110,
    "emergency_contact": 140, "precedence": 90, "biography": 320,
    "passport": 120, "consent": 90, "purpose": 160,
}  # fmt: skip
"""The columns that are typed into, and their widths."""
_MAIN, _KEY = len(COLUMNS), len(COLUMNS) + 1
"""The places of two more columns: the main organisation where it is another, and, unseen, the key of the person."""
_MAIN_SHOWN_AT = 3


def delegate_heading(name: str) -> str:
    """The heading of a column of delegates."""
    return {
        "title": _("Title"),
        "given_name": _("Given name"),
        "family_name": _("Family name"),
        "second_family_name": _("Second family name"),
        "position": _("Position"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "mobile": _("Mobile"),
        "languages": _("Languages"),
        "dietary": _("Dietary needs"),
        "access_needs": _("Access needs"),
        "badge_name": _("Badge name"),
        "emergency_contact": _("Emergency contact"),
        "precedence": _("Precedence"),
        "biography": _("Biography"),
        "passport": _("Passport"),
        "consent": _("Consent"),
        "purpose": _("Purpose"),
    }[name]


def _cell_text(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value or "")


class DelegatesTable(Grid):
    """A row a person; one without a name and an e-mail address is left out."""

    def __init__(self) -> None:
        headings = [*map(delegate_heading, COLUMNS), _("Main organisation"), ""]
        super().__init__(headings, [*COLUMNS.values(), 150, 0])
        self.setAccessibleName(_("Delegates"))
        self.setFixedHeight(34 + 31 * 4)
        self.setColumnHidden(_KEY, True)
        # Beside the names, where it is seen; the other columns keep their places, by which drafts know them.
        self.horizontalHeader().moveSection(_MAIN, _MAIN_SHOWN_AT)
        self._known: dict[str, Person] = {}
        self._others: dict[str, Representative] = {}
        self._names: Mapping[int, str] = {}

    def show_registration(self, record: Registration, names: Mapping[int, str]) -> None:
        """Fill the rows; an empty one is left for the next person. names: those of the companies by key."""
        self._others = {str(one.person.id): one for one in record.representatives}
        self._known, self._names = {str(person.id): person for person in record.people}, names
        self.show_rows([self._texts(person) for person in record.people])

    def restore(self, rows: Sequence[Sequence[str]], people: Iterable[Person] = ()) -> None:
        """Show the rows of a draft; whoever became one of the company since is added.

        people: those of other companies in the rows.
        """
        for person in people:
            self._know(person)
        mains = [key for key in self._known if key not in self._others]
        full = []
        for place, row in enumerate(rows):
            # Drafts from before the key was among the texts are in the order of the delegates.
            key = row[_KEY] if len(row) > _KEY else mains[place] if place < len(mains) else ""
            full.append([*row[:_MAIN], *[""] * (_MAIN - len(row)), self._main_of(key), key])
        there = {row[_KEY] for row in full}
        self.show_rows([*full, *(self._texts(person) for key, person in self._known.items() if key not in there)])

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Fill the table with texts; main organisations show where somebody has another."""
        super().show_rows(rows)
        self.setColumnHidden(_MAIN, not self._others)

    def append(self, texts: Sequence[str]) -> None:
        """Add a row; its main organisation is not typed into."""
        super().append(texts)
        if item := self.item(self.rowCount() - 1, _MAIN):
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def add_row(self) -> None:
        """Go to an empty row, ready to be typed into."""
        if any(self.cell(self.rowCount() - 1, column) for column in range(self.columnCount())):
            self.append([])
        self.setFocus()
        self.setCurrentCell(self.rowCount() - 1, 1)

    def add_person(self, person: Person) -> None:
        """Add somebody who is in the mission already; who is in the table is gone to."""
        key = str(person.id)
        rows = [row for row in range(self.rowCount()) if self.cell(row, _KEY) == key]
        if not rows:
            self._know(person)
            self.show_rows([*self.rows(), self._texts(self._known[key])])
            rows = [self.rowCount() - 2]
            self.typed.emit()
        self.setFocus()
        self.setCurrentCell(rows[0], list(COLUMNS).index("position"))

    def people(self, company: Company, country: str) -> tuple[Person, ...]:
        """Return those whose main organisation this is, or who are new, as typed."""
        found = []
        for row in range(self.rowCount()):
            texts, key = self._typed(row, country), self.cell(row, _KEY)
            if key not in self._others and _is_somebody(texts):
                # Key, uid and whatever else has no column stay as they are.
                found.append(replace(self._known.get(key) or Person(company_id=company.id), **texts))
        return tuple(found)

    def representatives(self, company: Company, country: str) -> tuple[Representative, ...]:
        """Return those whose main organisation is another, as typed; the post is that in this company."""
        found = []
        for row in range(self.rowCount()):
            texts, key = self._typed(row, country), self.cell(row, _KEY)
            if key in self._others and _is_somebody(texts):
                one = self._others[key].edited(replace(self._known[key], **texts))
                found.append(replace(one, membership=replace(one.membership, company_id=company.id)))
        return tuple(found)

    def _typed(self, row: int, country: str) -> dict[str, Any]:
        """Return the values of a row in their normal form, by column."""
        texts: dict[str, Any] = {name: self.cell(row, place) for place, name in enumerate(COLUMNS)}
        for name, kind in (("email", "email"), ("phone", "phone"), ("mobile", "phone")):
            texts[name] = entry.checked(kind, texts[name], country)[0]
        number, problem = entry.checked("integer", texts["precedence"], country)
        texts["precedence"] = int(number) if number and not problem else None
        texts["consent"] = entry.answer(texts["consent"])
        texts["languages"] = entry.languages(texts["languages"])
        return texts

    def _know(self, person: Person) -> None:
        """Have somebody whose main organisation is another represent this one, too."""
        if (key := str(person.id)) not in self._known:
            self._others[key] = Representative(person, Membership(person_id=person.id, company_id=0))
            self._known[key] = self._others[key].here

    def _texts(self, person: Person) -> list[str]:
        """Return the cells of a person."""
        key = str(person.id or "")
        return [*(_cell_text(getattr(person, name)) for name in COLUMNS), self._main_of(key), key]

    def _main_of(self, key: str) -> str:
        """Return the name of the main organisation of somebody who has another; empty for all others."""
        return self._names.get(self._known[key].company_id or 0, "") if key in self._others else ""

    @staticmethod
    def keys_of(rows: Sequence[Sequence[str]]) -> list[int]:
        """Return the keys of the people in the rows of a draft."""
        return [int(row[_KEY]) for row in rows if len(row) > _KEY and row[_KEY].isdecimal()]

    @property
    def beyond(self) -> str:
        """The first cell that is out of bounds, in a sentence: it cannot be stored; empty when none is."""
        for row in range(self.rowCount()):
            for place, name in enumerate(COLUMNS):
                if problem := bounds.problem_of_text(Person, name, self.cell(row, place)):
                    return f"{delegate_heading(name)}: {problem}"
        return ""

    @property
    def problem(self) -> str:
        """The fault of the first wrong cell, in a sentence; empty when all are right."""
        for row in range(self.rowCount()):
            for name, kind in (
                ("email", "email"),
                ("phone", "phone"),
                ("mobile", "phone"),
                ("precedence", "integer"),
            ):
                text = self.cell(row, list(COLUMNS).index(name))
                if problem := entry.checked(kind, text, "Canada")[1]:
                    return f"{delegate_heading(name)}: “{text}” – {problem}"
        return ""


def _is_somebody(texts: Mapping[str, Any]) -> bool:
    return bool(texts["given_name"] or texts["family_name"] or texts["email"])
