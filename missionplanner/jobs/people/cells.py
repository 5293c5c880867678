"""People edited as cells of a table or by the command line: each text checked, and brought into its normal form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_values import with_values
from missionplanner.domain.people import GENDER_LABELS, POST, Gender, Membership, Person, Role, post_of
from missionplanner.domain.spelling import fold, listed
from missionplanner.errors import UserError
from missionplanner.exchange import choices
from missionplanner.i18n import _
from missionplanner.jobs.cell_edits import Edit, EditReport, applied, spelled
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.companies import entry
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.people.memberships import with_main
from missionplanner.jobs.people.records import PersonRecord, enter, records, save, side_without
from missionplanner.messages import Message
from missionplanner.store.store import Store

_TEXTS = (
    "title", "given_name", "family_name", "second_family_name", *POST, "badge_name", "biography", "purpose",
    "passport", "dietary", "access_needs", "emergency_contact",
)  # fmt: skip
_NAMING = ("given_name", "family_name", "email")
"""The columns of which a person has at least one."""
EDITABLE = (
    *_TEXTS, "email", "phone", "mobile", "languages", "precedence", "gender", "side", "role", "meets", "consent",
    "organisations", "family_first", "sectors",
)  # fmt: skip
"""The columns of people that can be typed into."""


def edit(store: Store, edits: Sequence[Edit], name: Message) -> EditReport:
    """Change cells as one step; each is checked as in the form, and one that cannot be changed stays."""
    found = records(store, {one.key for one in edits})
    editor = Editor(store)
    after, report = applied(
        edits,
        found,
        lambda record, one: with_name(editor.changed(record, one.column, one.text)),
        lambda record: record.person.full_name,
    )
    with store.change(name) as change:
        for key, record in after.items():
            save(store, change, found[key], record)
    return report


def enter_texts(store: Store, record: PersonRecord, texts: Mapping[str, str]) -> int:
    """Store a person, new or edited, with texts by column, as one step; raises UserError for what cannot be."""
    editor, typed = Editor(store), record
    for column, text in texts.items():
        try:
            typed = editor.changed(typed, column, text)
        except UserError as error:
            raise UserError(f"{label(column)}: {error.text}", error.hint) from error
    return enter(store, typed, record)


class Editor:
    """Checks texts against the mission as it was when the edit began."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._companies = {company.id: company for company in store.all(Company)}
        self._own = own_values.fields(store).named(Subject.PERSON)
        self._roles = choices.of_titled(store.all(Role))
        self._sectors = choices.of_sectors(store.all(Sector))
        self._sides: dict[str, Side] = spelled(SIDE_LABELS)
        self._genders: dict[str, Gender] = spelled(GENDER_LABELS)

    def changed(self, record: PersonRecord, column: str, text: str) -> PersonRecord:
        """Return the person with one text changed; raises UserError when the column cannot hold it."""
        if field := self._own.get(column):
            text = own_values.typed(field, text, self.country(record), self._own_side(record))
            return replace(record, person=with_values(record.person, {column: text}))
        if column not in EDITABLE:
            raise UserError(_("This column is worked out and cannot be typed into."))
        text = entry.as_typed(Person, column, text)
        if column == "organisations":
            return self._with_organisations(record, text)
        if column == "sectors":
            return replace(record, sectors=self._of_sectors(text))
        if column == "side" and record.person.company_id is not None and self._side(text) is not self._own_side(record):
            raise UserError(_("The side is that of the organisation."), _("Change it there."))
        special: dict[str, tuple[str, Callable[[str], Any]]] = {
            "gender": ("gender", self._gender),
            "side": ("side", self._side),
            "role": ("role_id", self._role),
            "meets": ("meets", _answer),
            "consent": ("consent", _answer),
            "family_first": ("family_first", lambda typed: bool(_answer(typed))),
            "languages": ("languages", entry.languages),
        }
        name, read = special.get(column, (column, lambda typed: self._checked(record, column, typed)))
        return replace(record, person=replace(record.person, **{name: read(text)}))

    def with_main_organisation(self, record: PersonRecord, text: str) -> PersonRecord:
        """Return the person with the organisation named in place of the main one; without a name, with the next one.

        Raises UserError where no organisation has the name.
        """
        others = [self._companies[row.company_id].name for row in record.memberships]
        return self._with_organisations(record, "; ".join(filter(None, (text.strip(), *others))))

    def _checked(self, record: PersonRecord, column: str, text: str) -> Any:
        kind = {"email": "email", "phone": "phone", "mobile": "phone", "precedence": "integer"}.get(column, "")
        found, problem = entry.checked(kind, text, self.country(record))
        if problem:
            raise UserError(problem)
        if kind == "integer":
            return int(found) if found else None
        return found

    def country(self, record: PersonRecord) -> str:
        """Return the country of telephone numbers without a code."""
        company = self._companies.get(record.person.company_id or 0)
        mission = self._store.mission
        usual = mission.home_country if self._own_side(record) is Side.DELEGATION else mission.host_country
        return company.country if company and company.country else usual

    def _own_side(self, record: PersonRecord) -> Side:
        company = self._companies.get(record.person.company_id or 0)
        return company.side if company else record.person.side

    def _side(self, text: str) -> Side:
        if (side := self._sides.get(fold(text))) is None:
            raise UserError(_("No side is called “{name}”.").format(name=text))
        return side

    def _gender(self, text: str) -> Gender:
        if not text:
            return Gender.UNKNOWN
        if (gender := self._genders.get(fold(text))) is None:
            raise UserError(_("No gender is called “{name}”.").format(name=text))
        return gender

    def _role(self, text: str) -> int | None:
        if not text:
            return None
        keys, unknown = self._roles.find(text)
        if unknown or len(keys) != 1:
            raise UserError(
                _("No role is called “{name}”.").format(name=text), _("Add it to the roles first."), "programme.Roles"
            )
        return keys[0]

    def _of_sectors(self, text: str) -> tuple[int, ...]:
        keys, unknown = self._sectors.find(text) if text else ([], [])
        if unknown or (text and not keys):
            raise UserError(_("No sector is called “{name}”.").format(name=(*unknown, text)[0]))
        return tuple(sorted(set(keys)))

    def _with_organisations(self, record: PersonRecord, text: str) -> PersonRecord:
        """Return the person with the organisations named, the main one first."""
        names = listed(text, (company.name for company in self._companies.values()))
        keys = list(dict.fromkeys(find_company(self._companies.values(), name).id for name in names))
        if not keys:
            side = side_without(self._store, record.person)
            return replace(record, person=replace(record.person, company_id=None, side=side), memberships=())
        person = record.person
        if person.company_id not in (None, keys[0]):
            known = {row.company_id: row for row in record.memberships}
            main = known.get(keys[0]) or Membership(person_id=person.id, company_id=keys[0], **post_of(person))
            record = with_main(record, main)
        there = {row.company_id: row for row in record.memberships}
        rows = [there.get(key) or Membership(person_id=person.id, company_id=key) for key in keys[1:]]
        return replace(record, person=replace(record.person, company_id=keys[0]), memberships=tuple(rows))


def with_name(record: PersonRecord) -> PersonRecord:
    """Return the person; raises UserError where they have neither a name nor an address."""
    if not any(getattr(record.person, name) for name in _NAMING):
        raise UserError(_("The person needs a name."))
    return record


def _answer(text: str) -> bool | None:
    found = entry.answer(text)
    if text and found is None:
        raise UserError(_("“{text}” is neither yes nor no.").format(text=text))
    return found
