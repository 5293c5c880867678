"""The delegates of a registration, a row each, typed into cells."""

from dataclasses import replace
from typing import Any

from missionplanner.domain import bounds
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.gui.widgets.editors import Grid
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry

COLUMNS = {
    "title": 60, "given_name": 110, "family_name": 110, "second_family_name": 155, "position": 140, "email": 200,
    "phone": 140, "mobile": 130, "languages": 90, "dietary": 110, "access_needs": 110, "badge_name": 110,
    "emergency_contact": 140, "precedence": 90, "biography": 320,
    "passport": 120, "consent": 90, "purpose": 160,
}  # fmt: skip
"""The columns and their widths."""


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
    """A row a delegate; one without a name and an e-mail address is left out."""

    def __init__(self) -> None:
        super().__init__([delegate_heading(name) for name in COLUMNS], list(COLUMNS.values()))
        self.setAccessibleName(_("Delegates"))
        self.setFixedHeight(34 + 31 * 4)
        self._known: list[Person] = []

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Fill the rows; an empty one is left for the next person."""
        self._known = list(people)
        self.show_rows([[_cell_text(getattr(person, name)) for name in COLUMNS] for person in people])

    def add_row(self) -> None:
        """Go to an empty row, ready to be typed into."""
        if any(self.cell(self.rowCount() - 1, column) for column in range(self.columnCount())):
            self.append([])
        self.setFocus()
        self.setCurrentCell(self.rowCount() - 1, 1)

    def people(self, company: Company, country: str) -> tuple[Person, ...]:
        """Return the delegates as typed."""
        found = []
        for row in range(self.rowCount()):
            texts: dict[str, Any] = {name: self.cell(row, place) for place, name in enumerate(COLUMNS)}
            for name, kind in (("email", "email"), ("phone", "phone"), ("mobile", "phone")):
                texts[name] = entry.checked(kind, texts[name], country)[0]
            number, problem = entry.checked("integer", texts["precedence"], country)
            texts["precedence"] = int(number) if number and not problem else None
            texts["consent"] = entry.answer(texts["consent"])
            texts["languages"] = entry.languages(texts["languages"])
            if not (texts["given_name"] or texts["family_name"] or texts["email"]):
                continue
            # Key, uid and whatever else has no column stay as they are.
            known = self._known[row] if row < len(self._known) else Person(company_id=company.id)
            found.append(replace(known, **texts))
        return tuple(found)

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
