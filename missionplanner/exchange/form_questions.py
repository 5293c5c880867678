"""The questions of a mission's registration form: its built-in fields and its own, in three languages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from missionplanner.domain.companies import Side
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.exposure import TARIFF_LABELS
from missionplanner.domain.fees import is_fee
from missionplanner.domain.meets_at import MEETS_AT_LABELS
from missionplanner.domain.mission import Mission, Sector, Stop
from missionplanner.domain.own_fields import NO_FIELDS, OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import LISTS, FieldKind
from missionplanner.domain.people import GENDER_LABELS, OrganisationKind
from missionplanner.domain.spelling import words
from missionplanner.exchange.fields import BY_NAME
from missionplanner.exchange.heading_rules import SENSITIVE_FIELDS
from missionplanner.i18n import LANGUAGES, N_, Translator, translator

Texts = Mapping[str, str]
"""A text by language."""
_SPOKEN = ("en", "fr", "es", "pt", "de", "it", "zh", "ja", "ko", "ar")
"""The languages that are offered; others may be typed."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """The parts of a mission its forms are made of."""

    mission: Mission
    sectors: Sequence[Sector] = ()
    stops: Sequence[Stop] = ()
    kinds: Sequence[OrganisationKind] = ()
    titles: Sequence[CourtesyTitle] = ()
    own: OwnFields = NO_FIELDS
    online: bool = False
    """Whether meetings are held by video, so that companies are told the times of their own clocks."""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question of a form."""

    target: str
    """The field it fills: "city", "person.hotel"."""
    kind: FieldKind
    titles: Texts
    section: Texts
    """The heading it stands under."""
    helps: Texts = field(default_factory=dict)
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The choices by language."""
    required: bool = False
    is_person: bool = False
    sensitive: bool = False

    def choices(self, language: str) -> tuple[str, ...]:
        """Return what can be chosen in a language; yes and no where that is asked."""
        if self.kind is FieldKind.YES_NO:
            to = translator(language)
            return to("Yes"), to("No")
        return self.options.get(language, ())


_KINDS: dict[str, FieldKind] = {
    "sectors": FieldKind.SEVERAL, "subsectors": FieldKind.SEVERAL, "stops": FieldKind.SEVERAL,
    "languages": FieldKind.SEVERAL, "kind": FieldKind.ONE, "title": FieldKind.ONE, "gender": FieldKind.ONE,
    "meets_at": FieldKind.ONE, "description": FieldKind.LONG, "objectives": FieldKind.LONG, "offers": FieldKind.LONG,
    "seeks": FieldKind.LONG, "wishes": FieldKind.LONG, "markets": FieldKind.LONG, "partners": FieldKind.LONG,
    "inputs": FieldKind.LONG, "tariff": FieldKind.ONE,
    "directions": FieldKind.LONG, "employees": FieldKind.NUMBER, "year_founded": FieldKind.NUMBER,
    "email": FieldKind.EMAIL, "website": FieldKind.WEB, "phone_company": FieldKind.PHONE, "phone": FieldKind.PHONE,
    "mobile": FieldKind.PHONE, "consent": FieldKind.YES_NO, "declares_origin": FieldKind.YES_NO,
    "declares_export_controls": FieldKind.YES_NO, "declares_integrity": FieldKind.YES_NO, "signed_on": FieldKind.DATE,
}  # fmt: skip
"""The kinds of built-in fields; the others are lines."""
_REQUIRED = frozenset(
    ("name", "city", "country", "sectors", "description", "consent", "given_name", "family_name", "email")
)
"""Without these nobody can be selected, written to or printed."""
_ONLINE = frozenset(("time_zone",))
"""Asked only where meetings are held by video."""
_SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (N_("The company"), "", (
        "name", "operating_name", "kind", "registration_number", "address", "city", "region", "postal_code", "country",
        "time_zone", "website", "phone_company", "employees", "year_founded",
    )),
    (N_("Its business"), "", (
        "sectors", "subsectors", "description", "offers", "seeks", "intents", "objectives", "wishes",
    )),
    (N_("Its business"), "", ("markets", "tariff", "inputs")),
    (N_("Its business"), "delegation", ("partners",)),
    (N_("The mission"), "", ("stops",)),
    (N_("The mission"), "counterpart", ("meets_at", "zone", "directions")),
    (N_("Participant"), "", (
        "title", "given_name", "family_name", "second_family_name", "gender", "position", "email", "mobile", "phone",
        "languages", "badge_name", "dietary", "access_needs", "emergency_contact",
    )),
    (N_("Declarations"), "delegation", ("declares_origin", "declares_export_controls", "declares_integrity")),
    (N_("Declarations"), "", ("consent", "signed_by", "signed_on")),
)  # fmt: skip
"""The sections of the form with the side that has them, and their fields."""
_HELPS = {
    "operating_name": N_("Only where it is another than the name of the company."),
    "description": N_("What the company does, in a few sentences; it is printed for the others."),
    "offers": N_("Products and services, one a line."),
    "seeks": N_("What or whom you hope to find, one a line."),
    "intents": N_("Buy, sell, second source, joint production, third markets (which), licence, logistics (port), …"),
    "wishes": N_("The names of companies you hope to meet, one a line."),
    "markets": N_("The countries you export to, with their shares if you like."),
    "tariff": N_("Whether what you export complies with the trade agreement, so that no tariff is due."),
    "inputs": N_("What you buy abroad for your products, one a line: steel, China, 70 %."),
    "partners": N_("Partners you already have there, one a line."),
    "sectors": N_("The most important one first."),
    "employees": N_("A number."),
    "stops": N_("The cities you would like to visit."),
    "time_zone": N_("Whose clocks you go by: a larger city, such as Lyon."),
    "consent": N_("Do you agree that these data are shared with the other participants?"),
    "given_name": N_("As it is written in the passport."),
    "badge_name": N_("Only where it is another than the given name and family name."),
    "emergency_contact": N_("Name and telephone of somebody to be called."),
    "directions": N_("How guests find the office."),
}  # fmt: skip


NAMING = ("name", "given_name", "family_name")
"""The questions of a second form that only tell whom it is about."""


def questions(facts: FormFacts, side: Side) -> tuple[FormQuestion, ...]:
    """Return the questions of the registration form of a side, in their order."""
    return _each_once([*_built_in(facts, side), *_own(facts.own, side, is_second=False)])


def second_questions(facts: FormFacts, side: Side) -> tuple[FormQuestion, ...]:
    """Return the questions of the form for companies of a side that were accepted; none where nothing is asked."""
    asked = list(_own(facts.own, side, is_second=True))
    naming = [replace(one, required=False, helps={}) for one in _built_in(facts, side) if one.target in NAMING]
    return _each_once([*naming, *asked]) if asked else ()


def _built_in(facts: FormFacts, side: Side) -> Iterator[FormQuestion]:
    for title, of_side, names in _SECTIONS:
        if of_side not in ("", side.value):
            continue
        for name in names:
            options = {language: _options(facts, name, translator(language)) for language in LANGUAGES}
            if name in _ONLINE and not facts.online:
                continue
            # Nothing is asked of which the mission has no list, or one without a choice.
            if _KINDS.get(name) in LISTS and len(options["en"]) < _FEWEST:
                continue
            yield FormQuestion(
                name,
                _KINDS.get(name, FieldKind.TEXT),
                _in_all(BY_NAME[name].label),
                _in_all(title),
                _in_all(_HELPS[name]) if name in _HELPS else {},
                options,
                name in _REQUIRED,
                BY_NAME[name].person or name == "gender",
                name in SENSITIVE_FIELDS,
            )


_FEWEST = 2
"""The choices of a list that is worth a question."""


def _own(own: OwnFields, side: Side, is_second: bool) -> Iterator[FormQuestion]:
    for subject in (Subject.COMPANY, Subject.PERSON):
        for one in own.of(subject, side.value):
            if one.second_form is is_second and not is_fee(one):
                yield of_own(one)


def of_own(one: OwnField) -> FormQuestion:
    """Return the question that asks for an own field."""
    others = _in_all(N_("Further questions"))
    is_list = one.kind in LISTS
    return FormQuestion(
        one.name,
        one.kind,
        {language: one.title(language) for language in LANGUAGES},
        {language: one.group(language) or others[language] for language in LANGUAGES},
        {language: help for language in LANGUAGES if (help := one.help(language))},
        {language: tuple(one.options_in(language).values()) for language in LANGUAGES} if is_list else {},
        one.required,
        one.subject is Subject.PERSON,
        one.sensitive,
    )


def _in_all(text: str) -> dict[str, str]:
    return {language: translator(language)(text) for language in LANGUAGES}


def _options(facts: FormFacts, name: str, to: Translator) -> tuple[str, ...]:
    """Return the choices of a built-in field in a language."""
    language = to.language
    offered: dict[str, Callable[[], Iterable[str]]] = {
        "sectors": lambda: (one.name(language) for one in facts.sectors if one.parent_id is None),
        "subsectors": lambda: (one.name(language) for one in facts.sectors if one.parent_id is not None),
        "stops": lambda: (one.name(language) for one in facts.stops),
        "kind": lambda: (one.name(language) for one in facts.kinds),
        "title": lambda: (text for one in facts.titles for text in one.texts("written", language)),
        "languages": lambda: (str(to.locale.languages[code]) for code in _SPOKEN),
        "gender": lambda: (to(label) for gender, label in GENDER_LABELS.items() if gender),
        "tariff": lambda: (to(label) for label in TARIFF_LABELS.values()),
        "meets_at": lambda: (to(label) for place, label in MEETS_AT_LABELS.items() if place),
    }
    found = offered[name]() if name in offered else ()
    return tuple(dict.fromkeys(filter(None, found)))


def _each_once(found: Iterable[FormQuestion]) -> tuple[FormQuestion, ...]:
    """Return questions of which no two are called alike in a language: a form service could not tell them apart."""
    taken: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    each = []
    for one in found:
        titles = {}
        for language in LANGUAGES:
            title, number = one.titles[language], 1
            while words(title) in taken[language]:
                number += 1
                title = f"{one.titles[language]} ({number})"
            taken[language].add(words(title))
            titles[language] = title
        each.append(replace(one, titles=titles))
    return tuple(each)
