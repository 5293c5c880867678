"""The page of a company beside the list: who it is and how it is reached, and its parts to jump to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from missionplanner.domain.address_lines import in_line
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import SIDE_LABELS, Company
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui import settings
from missionplanner.gui.companies.attachments_pane import AttachmentsPane
from missionplanner.gui.companies.engagements_part import EngagementsPart
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.companies.past_part import PastPartPane
from missionplanner.gui.companies.people_part import PeoplePart
from missionplanner.gui.companies.relationships_part import RelationshipsPart
from missionplanner.gui.companies.requests_part import RequestsPart
from missionplanner.gui.widgets.buttons import command_tool_button
from missionplanner.gui.widgets.listed_screen import RecordPane
from missionplanner.gui.widgets.plain_text import TabWidget, literal
from missionplanner.gui.widgets.record_header import Contact, RecordHeader
from missionplanner.gui.widgets.record_history import RecordHistory
from missionplanner.gui.widgets.shortcuts import keys_text
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.companies import entry, registrations

PARTS = {
    "people": N_("People"), "engagements": N_("Programme"), "requests": N_("Requests"), "fields": N_("Fields"),
    "notes": N_("Notes"), "files": N_("Files"), "history": N_("History"), "past": N_("Earlier missions"),
    "relationships": N_("Relationships"),
}  # fmt: skip
"""The parts of the page, in their order."""


class CompanyPage(RecordPane):
    """Shows one company; a new one has only fields. What is typed into fields and notes is one draft."""

    company_asked = Signal(int)
    meeting_asked = Signal(int)
    person_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        store = workspace.store
        self.form = CompanyForm(store)
        self.people, self.engagements, self.requests = PeoplePart(workspace), EngagementsPart(workspace), RequestsPart()
        self.notes, self.files = QPlainTextEdit(), AttachmentsPane(store)
        self.history = RecordHistory(store, "companies")
        self.past, self.relationships = PastPartPane(store), RelationshipsPart(store)
        self.header = RecordHeader(command_tool_button(self.form.leave, store))
        self.parts = TabWidget()
        self._stale: set[str] = set()
        self._build()

    @property
    def key(self) -> int:
        """The key of the company shown; 0 for a new one."""
        return self.form.key

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.form.is_changed

    @property
    def is_nameless(self) -> bool:
        """Whether the company has no name yet."""
        return self.form.is_nameless

    def save(self) -> bool:
        """Store what is typed; False when a mistake has to be corrected first."""
        if self.form.save():
            return True
        self.show_part("fields")
        return False

    def keep_draft(self) -> None:
        """Keep what was typed as a draft until it is saved."""
        self.form.keep_draft()

    def show_company(self, key: int, with_fields: bool = True) -> bool:
        """Show a company as it is now; False when it is gone. with_fields: also what is typed is shown anew."""
        found = registrations.records(self._workspace.store, [key])
        if key not in found:
            return False
        if with_fields:
            self.form.show_record(found[key])
        self._show_parts(only_fields=False)
        self._show_header(self._workspace.snapshot(), found[key].company)
        self._stale = set(PARTS)
        self._fill_part()
        return True

    def show_new(self, record: Registration) -> None:
        """Show the fields of a new company, the cursor in the first."""
        self.form.show_record(record)
        self.header.show_record(self.form.title.text(), [_(SIDE_LABELS[record.company.side])])
        self._show_parts(only_fields=True)
        self.form.form.focus()

    def show_part(self, name: str) -> None:
        """Go to a part, the cursor in what one does there."""
        place = list(PARTS).index(name)
        if self.parts.isTabVisible(place):
            self.parts.setCurrentIndex(place)
            self._first_of(name).setFocus()

    @property
    def part(self) -> str:
        """The part that is shown."""
        return list(PARTS)[self.parts.currentIndex()]

    # -- inside

    def _show_parts(self, only_fields: bool) -> None:
        was_new = not self.parts.isTabVisible(0)
        for place, name in enumerate(PARTS):
            self.parts.setTabVisible(place, not only_fields or name == "fields")
        if only_fields:
            self.parts.setCurrentIndex(list(PARTS).index("fields"))
        elif was_new and self.form.isVisible():
            self.parts.setCurrentIndex(list(PARTS).index("fields"))  # where it was just entered

    def _show_header(self, snapshot: Snapshot, company: Company) -> None:
        application = snapshot.application.get(company.id)
        place = in_line((company.city, entry.shown_country(company.country)))
        language = current().language
        sectors = ", ".join(snapshot.sector[one].name(language) for one in snapshot.sectors_of.get(company.id, [])[:2])
        status = application.status.label(company.side) if application else ""
        person, number = snapshot.contact(company.id)
        contacts = [
            Contact("tel", company.phone or number, "" if company.phone or not person else person.full_name),
            Contact("web", company.website),
            Contact("mailto", person.email if person else "", person.full_name if person else ""),
        ]
        self.header.show_record(company.name, [_(SIDE_LABELS[company.side]), status, place, sectors], contacts)

    def _fill_part(self) -> None:
        """Fill the part that is shown, where it is not as the mission is now."""
        name = self.part
        if self.key and name in self._stale:
            self._stale.discard(name)
            snapshot = self._workspace.snapshot()
            part = self._widgets()[name]
            if isinstance(part, PeoplePart | EngagementsPart | RequestsPart):
                part.show_company(snapshot, self.key)
            elif isinstance(part, AttachmentsPane | PastPartPane | RelationshipsPart):
                part.show_company(self.key)
            elif part is self.history:
                self.history.show_record(self.key, snapshot.company[self.key].name)

    def _on_part(self) -> None:
        self.form.buttons.setVisible(self.part in ("fields", "notes"))
        self._fill_part()
        if self.key:
            settings.write("company_part", self.part)

    def _first_of(self, name: str) -> QWidget:
        return {
            "people": self.people.add_button,
            "engagements": self.engagements.table,
            "requests": self.requests.table,
            "fields": self.form.form.editors["name"],
            "notes": self.notes,
            "files": self.files.list,
            "history": self.history.steps,
            "past": self.past.choose,
            "relationships": self.relationships.table,
        }[name]

    def _build(self) -> None:
        editor = self.form.form.editors["notes"]
        assert isinstance(editor, QPlainTextEdit)
        self.notes.setDocument(editor.document())  # one text, typed into here or among the fields
        self.notes.setReadOnly(self._workspace.store.read_only)
        self.notes.setAccessibleName(_("Notes"))
        self.form.title.hide()  # the name stands in the header
        self.parts.setDocumentMode(True)
        self.parts.setUsesScrollButtons(True)
        for number, (name, widget) in enumerate(self._widgets().items(), 1):
            self.parts.addTab(widget, _(PARTS[name]))
            self.parts.setTabToolTip(number - 1, literal(keys_text(f"Alt+{number}")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self.header)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.form.buttons)
        self.parts.setCurrentIndex(self._remembered())
        self.form.buttons.setVisible(self.part in ("fields", "notes"))
        self.parts.currentChanged.connect(lambda _place: self._on_part())
        self.form.saved.connect(self.saved)
        self.form.closed.connect(self.closed)
        self.people.person_asked.connect(self.person_asked)
        self.engagements.meeting_asked.connect(self.meeting_asked)
        self.requests.company_asked.connect(self.company_asked)

    def _widgets(self) -> dict[str, QWidget]:
        return {
            "people": self.people,
            "engagements": self.engagements,
            "requests": self.requests,
            "fields": self.form,
            "notes": self.notes,
            "files": self.files,
            "history": self.history,
            "past": self.past,
            "relationships": self.relationships,
        }

    def _remembered(self) -> int:
        name = settings.read("company_part")
        return list(PARTS).index(name) if name in PARTS else 0
