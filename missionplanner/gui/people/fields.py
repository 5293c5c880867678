"""The fields of a person's form, and how what is typed into them becomes a record."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missionplanner.domain.companies import SIDE_LABELS, Company
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import GENDER_LABELS, POST, Role, in_order
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.errors import UserError
from missionplanner.gui.people.columns import sensitive_label
from missionplanner.gui.widgets.editors import FormField
from missionplanner.i18n import OWN_NAMES, _, current
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.people import courtesy_titles
from missionplanner.jobs.people.cells import Editor
from missionplanner.jobs.people.records import PersonRecord
from missionplanner.jobs.wording import value_shown
from missionplanner.store.store import Store

_NAMED = ("organisation", "sectors")
"""Fields whose texts name records; the organisation first, as its country is that of telephone numbers."""
_CHOSEN = ("role_id", "gender", "family_first", "side", "meets", "consent")
"""Fields that are chosen; the others are texts."""
Check = Callable[[str], Callable[[str], str]]
"""Makes the check of the text of a field."""


def fields(store: Store, check: Check) -> list[FormField]:
    """The fields in the order of the form."""
    return [
        *_of_names(store, check),
        FormField(
            "organisation",
            _("Main organisation"),
            choices=[(0, name) for name in organisations(store)],
            check=check("organisation"),
            hint=_("Empty for somebody without one; others are added on the card."),
        ),
        FormField("role_id", _("Role"), "choice", roles(store)),
        *(_line(name, check) for name in POST),
        FormField(
            "side",
            _("Side"),
            "choice",
            [(side, side.label) for side in SIDE_LABELS],
            hint=_("Counts for people without an organisation; others are on the side of theirs."),
        ),
        *(_line(name, check) for name in ("email", "phone", "mobile")),
        FormField(
            "languages",
            _("Languages"),
            "listing",
            [(0, name) for name in OWN_NAMES.values()],
            check("languages"),
        ),
        *_of_protocol(check, [(0, sector.name(current().language)) for sector in store.all(Sector)]),
        FormField("sensitive", _("Sensitive: leaves the program only where you choose so"), "heading"),
        *(FormField(name, sensitive_label(name)) for name in SENSITIVE),
    ]


def organisations(store: Store) -> list[str]:
    """Return the names a main organisation is completed from."""
    return sorted((company.name for company in store.all(Company)), key=str.casefold)


def roles(store: Store) -> list[tuple[int | None, str]]:
    """Return the roles to choose from, with their labels."""
    return [(None, _("Not said")), *((role.id, role.label) for role in in_order(store.all(Role)))]


def values(store: Store, record: PersonRecord) -> dict[str, Any]:
    """Return the values the editors show of a person, by field."""
    person = record.person
    companies = store.where(Company, "id", [person.company_id]) if person.company_id else []
    texts = {name: value_shown("people", name, getattr(person, name)) for name in _texts()}
    return {
        **texts,
        "organisation": companies[0].name if companies else "",
        "languages": texts["languages"].replace(", ", "; "),
        "sectors": "; ".join(one.name(current().language) for one in store.where(Sector, "id", record.sectors)),
        **{name: getattr(person, name) for name in _CHOSEN},
    }


def problem(editor: Editor, record: PersonRecord, name: str, text: str) -> str:
    """Return the fault of a text typed into a field; empty where it has none."""
    try:
        _typed(editor, record, name, text)
    except UserError as error:
        return error.text
    return ""


def typed_record(editor: Editor, before: PersonRecord, typed: dict[str, Any], shown: dict[str, Any]) -> PersonRecord:
    """Return the person as they are typed; a field that is as it was shown, or is wrong, stays as it was."""
    found = before
    for name in (*_NAMED, *_texts()):
        if typed[name] != shown[name] and not problem(editor, found, name, typed[name]):
            found = _typed(editor, found, name, typed[name])
    chosen = {name: typed[name] for name in _CHOSEN if typed[name] != shown[name]}
    return replace(found, person=replace(found.person, **chosen))


def wrong_fields(editor: Editor, before: PersonRecord, typed: dict[str, Any], shown: dict[str, Any]) -> list[str]:
    """Return the names of the fields whose text cannot be stored."""
    names = [name for name in (*_NAMED, *_texts()) if typed[name] != shown[name]]
    return [name for name in names if problem(editor, before, name, typed[name])]


def _of_names(store: Store, check: Check) -> list[FormField]:
    return [
        # No completion: "Sr" would become "Sra.".
        _line("title", check, _titles_hint(store)),
        *(_line(name, check) for name in ("given_name", "family_name", "second_family_name")),
        FormField(
            "family_first",
            _("Order of the names"),
            "choice",
            [(False, _("Given name first")), (True, _("Family name first"))],
            hint=_("As the person writes them: Chinese and Hungarian names often begin with the family name."),
        ),
        FormField(
            "gender",
            _("Gender"),
            "choice",
            [(gender, gender.label) for gender in GENDER_LABELS],
            hint=_("As the person says; it decides on titles and salutations, and is never guessed from a name."),
        ),
    ]


def _titles_hint(store: Store) -> str:
    titles = ", ".join(courtesy_titles.offered(store, current().language))
    return _("{titles}; any other title stays as it is typed.").format(titles=titles)


def _of_protocol(check: Check, sectors: list[tuple[int, str]]) -> list[FormField]:
    answers = [(None, _("As is usual for the role")), (True, _("Yes")), (False, _("No"))]
    return [
        FormField("meets", _("Attends meetings"), "choice", answers),
        FormField(
            "sectors",
            _("Looks after"),
            "listing",
            sectors,
            check("sectors"),
            _("The sectors of the companies to meet, where their company shares its meetings out by sector."),
        ),
        _line("precedence", check, _("The place in the order of protocol.")),
        FormField("badge_name", label("badge_name")),
        FormField("biography", label("biography"), "text", lines=3),
        FormField("consent", _("Consent"), "answer"),
        FormField("purpose", label("purpose"), hint=_("What the data may be used for.")),
    ]


def _line(name: str, check: Check, hint: str = "") -> FormField:
    return FormField(name, label(name), check=check(name), hint=hint)


def _texts() -> tuple[str, ...]:
    return (
        "title", "given_name", "family_name", "second_family_name", *POST, "email", "phone", "mobile", "languages",
        "precedence", "badge_name", "biography", "purpose", *SENSITIVE,
    )  # fmt: skip


def _typed(editor: Editor, record: PersonRecord, name: str, text: str) -> PersonRecord:
    """Return the person with one text typed; raises UserError for what it cannot be."""
    if name == "organisation":
        return editor.with_main_organisation(record, text)
    return editor.changed(record, name, text)
