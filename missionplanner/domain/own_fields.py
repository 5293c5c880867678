"""The fields a mission adds to those every mission has: what they are called, and how their values are shown."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from missionplanner.domain.own_kinds import LISTS, SEPARATOR, YES, FieldKind, amount, day, fits, number
from missionplanner.domain.spelling import fold, words
from missionplanner.domain.translated_names import text_in
from missionplanner.i18n import LANGUAGES, N_, _, current, translator

_NOT_CODE = re.compile(r"[^a-z0-9]+")
_LONGEST_CODE = 40


class Subject(StrEnum):
    """The record a field is of."""

    COMPANY = "company"
    PERSON = "person"
    REQUEST = "request"

    @property
    def label(self) -> str:
        """The record in the language of the screen."""
        return _(SUBJECT_LABELS[self])


SUBJECT_LABELS = {Subject.COMPANY: N_("Company"), Subject.PERSON: N_("Person"), Subject.REQUEST: N_("Request")}


class PackPlace(StrEnum):
    """A place in packs that prints own fields that were chosen for it."""

    PROFILE = "profile"
    HOSTS = "hosts"
    DIRECTORY = "directory"
    LEADER = "leader"
    BADGE = "badge"

    @property
    def label(self) -> str:
        """The place in the language of the screen."""
        return _(PLACE_LABELS[self])


PLACE_LABELS = {
    PackPlace.PROFILE: N_("Profiles in packs of delegates"), PackPlace.HOSTS: N_("Profiles in packs of hosts"),
    PackPlace.DIRECTORY: N_("Directory"), PackPlace.LEADER: N_("Leader edition"), PackPlace.BADGE: N_("Name badges"),
}  # fmt: skip


class Suiting(StrEnum):
    """When two companies suit one another by a field."""

    NOT = ""
    EQUAL = "equal"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The answer in the language of the screen."""
        return _(SUITING_LABELS[self])


SUITING_LABELS = {
    Suiting.NOT: N_("Not compared"), Suiting.EQUAL: N_("Equal values suit"),
    Suiting.OTHER: N_("Values that differ suit"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """A field of the mission's own."""

    id: int = 0
    uid: str = ""
    subject: Subject = Subject.COMPANY
    code: str = ""
    """The name programs call it by, made of its first one; it never changes, and copies know it by it."""
    kind: FieldKind = FieldKind.TEXT
    name_en: str = ""
    name_fr: str = ""
    name_es: str = ""
    section: str = ""
    """The heading it stands under in the form, its group; the following two are translations."""
    section_fr: str = ""
    section_es: str = ""
    help_en: str = ""
    help_fr: str = ""
    help_es: str = ""
    choices: str = ""
    """The list to choose from, one a line; a line may have three languages: "Bus | Autobus | Autobús"."""
    currency: str = ""
    """The currency of money that names none."""
    side: str = ""
    """The side whose records have it; empty for both."""
    required: bool = False
    sensitive: bool = False
    """Whether it leaves the program only where somebody chose so."""
    second_form: bool = False
    """Whether it is asked of companies that were accepted, in a form of its own, and not when they register."""
    position: int = 0
    packs: str = ""
    """The places in packs that print it, by the values of PackPlace, separated by commas."""
    suits: Suiting = Suiting.NOT
    """Whether companies suit one another by it."""
    suits_with: str = ""
    """The code of the company field of the other side it is compared with; empty for itself."""

    @property
    def name(self) -> str:
        """The name by which it is told from every other field: "company.hotel"."""
        return f"{self.subject.value}.{self.code}"

    @property
    def label(self) -> str:
        """Its name in the language of the screen."""
        return self.title(current().language)

    def title(self, language: str) -> str:
        """Return its name in a language, else in the first it has one in."""
        return text_in(language, self.name_en, self.name_fr, self.name_es)[0] or self.code

    def help(self, language: str) -> str:
        """Return what helps to fill it in, in a language, else in the first it is written in."""
        return text_in(language, self.help_en, self.help_fr, self.help_es)[0]

    def group(self, language: str) -> str:
        """Return the heading it stands under in a language, else in the first it has one in; empty for none."""
        return text_in(language, self.section, self.section_fr, self.section_es)[0]

    @property
    def titles(self) -> tuple[str, ...]:
        """Its names, each once."""
        return tuple(dict.fromkeys(filter(None, (self.name_en, self.name_fr, self.name_es))))

    @property
    def options(self) -> dict[str, str]:
        """The values of its list, as they are stored, with their names in the language of the screen."""
        return self.options_in(current().language)

    def options_in(self, language: str) -> dict[str, str]:
        """Return the values of its list, as they are stored, with their names in a language."""
        found = {}
        for line in self.choices.splitlines():
            names = [part.strip() for part in line.split("|")]
            own = next(filter(None, names), "")
            if own:
                place = LANGUAGES.index(language) if language in LANGUAGES else 0
                found[own] = (names[place] if place < len(names) else "") or own
        return found

    @property
    def spellings(self) -> dict[str, str]:
        """The values of its list by what they are called in any language, folded."""
        found = {}
        for line in self.choices.splitlines():
            names = [part.strip() for part in line.split("|") if part.strip()]
            found.update({fold(name): names[0] for name in names[::-1]})
        return found

    def is_of(self, side: str) -> bool:
        """Whether records of a side have it."""
        return not self.side or not side or self.side == side

    def is_printed_in(self, place: PackPlace) -> bool:
        """Whether a place in packs prints it."""
        return place.value in self.packs.split(",")

    def fits(self, text: str) -> bool:
        """Whether a stored text is a value of its kind, or none; any other was kept as it was written."""
        return not text or fits(self.kind, text, self.options_in("en") if self.kind in LISTS else ())

    def shown(self, text: str) -> str:
        """Return a stored text as people read it in the language of the screen."""
        return self.shown_in(text, current().language)

    def shown_in(self, text: str, language: str) -> str:
        """Return a stored text as people read it in a language; what does not fit stays as it was written."""
        if not text or not self.fits(text):
            return text
        to = translator(language)
        if self.kind is FieldKind.NUMBER and (value := number(text)) is not None:
            return to.exact(value)
        if self.kind is FieldKind.MONEY and (sum_of := amount(text)):
            return to.money(*sum_of)
        if self.kind is FieldKind.DATE and (found := day(text)):
            return to.date(found, "medium")
        if self.kind is FieldKind.YES_NO:
            return to("yes") if text == YES else to("no")
        if self.kind in LISTS:
            names = self.options_in(language)
            return SEPARATOR.join(names.get(one, one) for one in text.split(SEPARATOR))
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyValue:
    """The value of an own field of a company."""

    id: int = 0
    uid: str = ""
    company_id: int
    field_id: int
    text: str = ""
    """As its kind is stored; what does not fit the kind as it was written; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonValue:
    """The value of an own field of a person."""

    id: int = 0
    uid: str = ""
    person_id: int
    field_id: int
    text: str = ""
    """Like that of a company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestValue:
    """The value of an own field of a request."""

    id: int = 0
    uid: str = ""
    request_id: int
    field_id: int
    text: str = ""
    """Like that of a company."""


OwnValue = CompanyValue | PersonValue | RequestValue
VALUES: dict[Subject, type] = {
    Subject.COMPANY: CompanyValue,
    Subject.PERSON: PersonValue,
    Subject.REQUEST: RequestValue,
}
"""The records of values, by what their fields are of."""


class OwnFields:
    """All own fields of a mission, by name and in the order of the form: what every list of fields asks."""

    def __init__(self, fields: Iterable[OwnField] = ()) -> None:
        self.all = tuple(sorted(fields, key=lambda one: (one.position, one.uid)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnFields) and self.all == other.all

    def __hash__(self) -> int:
        return hash(self.all)

    def __bool__(self) -> bool:
        return bool(self.all)

    def __iter__(self) -> Iterator[OwnField]:
        return iter(self.all)

    def of(self, subject: Subject, side: str = "", sensitive: bool = True) -> tuple[OwnField, ...]:
        """Return the fields of a subject that records of a side have. sensitive: also those nobody else may read."""
        return tuple(
            one for one in self.all if one.subject is subject and one.is_of(side) and (sensitive or not one.sensitive)
        )

    @cached_property
    def by_name(self) -> Mapping[str, OwnField]:
        """The fields by their names ("company.hotel")."""
        return {one.name: one for one in self.all}

    @cached_property
    def by_key(self) -> Mapping[int, OwnField]:
        """The fields by their keys."""
        return {one.id: one for one in self.all}

    def get(self, name: str) -> OwnField | None:
        """Return the field of this name; None where there is none."""
        return self.by_name.get(name)

    def named(self, subject: Subject) -> Mapping[str, OwnField]:
        """Return the fields of a subject by their names."""
        return {one.name: one for one in self.of(subject)}

    def shown(self, name: str, text: str) -> str:
        """Return a value of the field of this name as people read it."""
        known = self.by_name.get(name)
        return known.shown(text) if known else text

    def called(self, text: str, subject: Subject | None = None) -> OwnField | None:
        """Return the field that is called so: by its name, its code, or its title in any language."""
        if text in self.by_name:
            return self.by_name[text]
        wanted = words(text)
        mine = [one for one in self.all if subject in (None, one.subject)]
        return next((one for one in mine if text == one.code or wanted in map(words, one.titles)), None)

    def texts(self, values: Iterable[OwnValue]) -> dict[str, str]:
        """Return the texts of values of one record by the names of their fields, without empty ones."""
        found = {self.by_key[one.field_id]: one.text for one in values if one.text and one.field_id in self.by_key}
        return {field.name: found[field] for field in self.all if field in found}

    def grouped(self, values: Iterable[tuple[int, OwnValue]]) -> dict[int, dict[str, str]]:
        """Return the texts of values of several records, by the keys of these."""
        found: dict[int, list[OwnValue]] = defaultdict(list)
        for key, value in values:
            found[key].append(value)
        return {key: texts for key, mine in found.items() if (texts := self.texts(mine))}


NO_FIELDS = OwnFields()
"""The own fields of a mission that has none."""


def code_of(title: str, taken: Iterable[str]) -> str:
    """Return a code for a field of this title that no other has: "HS codes" is hs_codes, then hs_codes_2."""
    plain = _NOT_CODE.sub("_", fold(title)).strip("_")[:_LONGEST_CODE].strip("_") or "field"
    known, found, number = set(taken), plain, 1
    while found in known:
        number += 1
        found = f"{plain}_{number}"
    return found
