"""The form of a registration and its delegates, all of it reachable by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.changes import Record
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.gui.form import Field, Form
from missionplanner.gui.screen import heading_label, make_button
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, current
from missionplanner.jobs import entry, registrations
from missionplanner.store.store import Store

_PERSON = {
    "title": 60, "given_name": 110, "family_name": 110, "second_family_name": 120, "position": 140, "email": 200,
    "phone": 140, "languages": 90, "dietary": 110, "access_needs": 110, "badge_name": 110, "emergency_contact": 140,
}  # fmt: skip
"""The columns of delegates and their widths."""


def person_heading(name: str) -> str:
    """The heading of a column of delegates."""
    return {
        "title": _("Title"), "given_name": _("Given name"), "family_name": _("Family name"),
        "second_family_name": _("Second family name"), "position": _("Position"), "email": _("E-mail"),
        "phone": _("Phone"), "languages": _("Languages"), "dietary": _("Dietary needs"),
        "access_needs": _("Access needs"), "badge_name": _("Badge name"), "emergency_contact": _("Emergency contact"),
    }[name]  # fmt: skip


class CompanyForm(QWidget):
    """Edits one registration; nothing is written before it is saved."""

    saved = Signal(int)
    closed = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._record = registrations.empty(Side.DELEGATION)
        self._names: dict[int, str] = {}
        self._sectors = {sector.id: sector for sector in store.all(Sector)}
        self.form = Form(self._fields())
        self.people = PeopleTable()
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self._save = make_button(_("Save"), "check", "Ctrl+Return", primary=True)
        self._next = make_button(_("Save and next"), "plus", "Ctrl+Shift+Return")
        self._close = make_button(_("Close"), "x", "Esc")
        self._timer = QTimer(self, singleShot=True, interval=250)
        self._build()

    def show_record(self, record: Record) -> None:
        """Fill the form with a registration; a new one has no key."""
        self._record = record
        company = record.company
        self._names = entry.names_of(self._store.all(Company), company.side)
        self._title.setText(company.name or _("New company"))
        values = {f.name: getattr(company, f.name) for f in self.form.fields if hasattr(company, f.name)}
        values |= {
            "employees": company.employees, "year_founded": company.year_founded, "stops": record.stops,
            "sectors": "; ".join(self._sectors[key].name(current().language) for key in record.sectors),
            "offers": "; ".join(record.offers), "seeks": "; ".join(record.seeks),
        }  # fmt: skip
        self.form.set_values(values)
        self.people.show_people(record.delegates)
        self.form.note("name", "")
        self._next.setVisible(not company.id)
        read_only = self._store.read_only
        self.form.set_read_only(read_only)
        for button in (self._save, self._next):
            button.setEnabled(not read_only)

    @property
    def record(self) -> Record:
        """The registration as it is typed."""
        values = self.form.values()
        country = entry.english_country(values["country"])
        typed = {name: values[name] for name in _PLAIN}
        company = replace(
            self._record.company, **typed, country=country,
            region=entry.region(values["region"], country),
            website=entry.checked("website", values["website"], country)[0],
            phone=entry.checked("phone", values["phone"], country)[0],
            employees=_number(values["employees"]), year_founded=_number(values["year_founded"]),
            language=values["language"] or "", consent=values["consent"],
        )  # fmt: skip
        return Record(
            company=company, application=self._record.application,
            sectors=tuple(entry.sector_keys(self._store, values["sectors"])[0]), stops=tuple(sorted(values["stops"])),
            offers=_parts(values["offers"]), seeks=_parts(values["seeks"]),
            delegates=self.people.people(company, country),
        )  # fmt: skip

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.record != self._record

    def save(self) -> bool:
        """Store the registration as one step; False when something has to be put right first."""
        if not self.form.value("name"):
            self.form.note("name", _("The company needs a name."))
            self.form.focus("name")
            return False
        lost = [name for name in ("sectors", "employees", "year_founded") if self._is_wrong(name)]
        if lost:
            self.form.show_problems()
            self.form.focus(lost[0])
            return False
        if self.is_changed:
            key = registrations.enter(self._store, self.record)
            self.show_record(registrations.records(self._store, [key])[key])
            self.saved.emit(key)
        return True

    def _is_wrong(self, name: str) -> bool:
        field = next(field for field in self.form.fields if field.name == name)
        return bool(field.check and field.check(str(self.form.value(name) or "")))

    def _fields(self) -> list[Field]:
        stops = [(stop.id, stop.name(current().language)) for stop in self._store.all(Stop)]
        sectors = [
            (0, name)
            for s in self._sectors.values()
            for name in dict.fromkeys((s.name_en, s.name_fr, s.name_es))
            if name
        ]
        languages = [("", _("Not said")), *((code, OWN_NAMES[code]) for code in LANGUAGES)]
        countries = [(0, name) for name in entry.countries()]
        return [
            Field("name", _("Company name")), Field("operating_name", _("Operating name")),
            Field("sectors", _("Sectors"), "listing", sectors, self._check_sectors,
                  _("Several are parted by semicolons; any of the three languages will do.")),
            Field("stops", _("Stops"), "checks", stops),
            Field("address", _("Address")), Field("city", _("City")), Field("region", _("Province or state")),
            Field("postal_code", _("Postal code")), Field("country", _("Country"), choices=countries),
            Field("website", _("Website"), check=self._checker("website")),
            Field("phone", _("Company phone"), check=self._checker("phone")),
            Field("employees", _("Employees"), check=self._checker("integer")),
            Field("year_founded", _("Year founded"), check=self._checker("integer")),
            Field("registration_number", _("Registration number")),
            Field("offers", _("Offers"), hint=_("Several are parted by semicolons.")),
            Field("seeks", _("Seeks"), hint=_("Several are parted by semicolons.")),
            Field("description", _("Description"), "text"), Field("objectives", _("Objectives"), "text", lines=2),
            Field("language", _("Language"), "choice", languages), Field("consent", _("Consent"), "answer"),
            Field("notes", _("Notes"), "text", lines=2),
        ]  # fmt: skip

    def _checker(self, kind: str) -> Callable[[str], str]:
        return lambda text: entry.checked(kind, text, self._record.company.country or "Canada")[1]

    def _check_sectors(self, text: str) -> str:
        unknown = entry.sector_keys(self._store, text.strip().rstrip(";"))[1]
        return _("No sector is called “{name}”.").format(name=unknown[0]) if unknown else ""

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 12, 4)
        column.addWidget(self.form)
        column.addWidget(heading_label(_("Delegates")))
        column.addWidget(self.people)
        more = make_button(_("Add a delegate"), "user", "Alt+D")
        more.clicked.connect(self.people.add_row)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch()
        column.addLayout(row)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        for button in (self._save, self._next, self._close):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(scroll)
        layout.addLayout(buttons)
        self._save.clicked.connect(self.save)
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.closed.emit)
        self.form.edited.connect(self._timer.start)
        self._timer.timeout.connect(self._look_for_twins)

    def _on_next(self) -> None:
        side = self._record.company.side
        country = self._record.company.country
        if self.save():
            self.show_record(registrations.empty(side, country))
            self.form.focus()

    def _look_for_twins(self) -> None:
        twin = entry.lookalike(self._names, self.form.value("name"), self._record.company.id)
        self.form.note("name", _("Looks like “{name}”, already here.").format(name=twin) if twin else "", bad=False)


_PLAIN = (
    "name", "operating_name", "address", "city", "postal_code", "registration_number", "description", "objectives",
    "notes",
)  # fmt: skip


class PeopleTable(QTableWidget):
    """Delegates, a row each, typed into the cells."""

    def __init__(self) -> None:
        super().__init__(0, len(_PERSON))
        self.setHorizontalHeaderLabels([person_heading(name) for name in _PERSON])
        self.setAccessibleName(_("Delegates"))
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(30)
        for number, width in enumerate(_PERSON.values()):
            self.setColumnWidth(number, width)
        self.setMinimumHeight(150)
        self._known: list[Delegate] = []

    def show_people(self, people: tuple[Delegate, ...]) -> None:
        """Fill the rows; an empty one is left for the next person."""
        self._known = list(people)
        self.setRowCount(0)
        for person in people:
            self._append([getattr(person, name) for name in _PERSON])
        if not people:
            self.add_row()

    def add_row(self) -> None:
        """An empty row, ready to be typed into."""
        self._append([""] * len(_PERSON))
        self.setCurrentCell(self.rowCount() - 1, 1)

    def people(self, company: Company, country: str) -> tuple[Delegate, ...]:
        """The delegates as typed; rows without a name and address are left out."""
        found = []
        for row in range(self.rowCount()):
            texts: dict[str, Any] = {name: self._cell(row, place) for place, name in enumerate(_PERSON)}
            texts["email"] = entry.checked("email", texts["email"], country)[0]
            texts["phone"] = entry.checked("phone", texts["phone"], country)[0]
            texts["languages"] = entry.languages(texts["languages"])
            if not (texts["given_name"] or texts["family_name"] or texts["email"]):
                continue
            known = self._known[row] if row < len(self._known) else Delegate(company_id=company.id)
            found.append(replace(known, **texts))
        return tuple(found)

    def _append(self, texts: list[str]) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate(texts):
            self.setItem(row, column, QTableWidgetItem(text))

    def _cell(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item else ""


def _number(text: str) -> int | None:
    value, problem = entry.checked("integer", text, "")
    return int(value) if value and not problem else None


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
