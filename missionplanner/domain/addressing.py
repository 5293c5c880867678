"""How people are addressed in a language, as they say themselves: title and name, and the salutation of a letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from missionplanner.domain.courtesy_titles import SPELLINGS, WRITTEN, CourtesyTitle, fill, in_protocol_order
from missionplanner.domain.people import Gender, Person, Role
from missionplanner.domain.spelling import words

_STATED = (Gender.FEMALE, Gender.MALE)
NOBODY = {"en": "Dear Sir or Madam,", "fr": "Madame, Monsieur,", "es": "Estimada señora, estimado señor:"}
"""The salutation where no name is known."""
_USUAL = {
    "en": {
        Gender.FEMALE: "Dear {title} {family},", Gender.MALE: "Dear {title} {family},",
        Gender.OTHER: "Dear {title} {family},", Gender.UNKNOWN: "Dear {title} {family},",
    },
    "fr": {
        Gender.FEMALE: "Madame,", Gender.MALE: "Monsieur,", Gender.OTHER: "Bonjour {name},",
        Gender.UNKNOWN: NOBODY["fr"],
    },
    "es": {
        Gender.FEMALE: "Estimada {title} {family}:", Gender.MALE: "Estimado {title} {family}:",
        Gender.OTHER: "Saludos cordiales, {name}:", Gender.UNKNOWN: NOBODY["es"],
    },
}  # fmt: skip
"""The salutations where the list of titles has none; of somebody whose gender is not said they tell none."""
_CIVIL = {"en": {Gender.FEMALE: "Ms", Gender.MALE: "Mr"}, "es": {Gender.FEMALE: "Sra.", Gender.MALE: "Sr."}}
"""The titles in the usual salutations of people without one."""
_WITHOUT_TITLE = "Dear {name},"


@dataclass(frozen=True, slots=True)
class _Part:
    """A title typed before a name."""

    typed: str
    title: CourtesyTitle | None = None
    """That of the list; None for one that is not in it and stays as it is."""
    tells: Gender = Gender.UNKNOWN
    """The gender of those who call themselves so, where it is one."""


_UNKNOWN = _Part("")


@dataclass(frozen=True)
class Addressing:
    """How everybody of a mission is addressed."""

    titles: Sequence[CourtesyTitle]
    """The list of the mission."""

    def name(self, person: Person, language: str) -> str:
        """Return title and name of a person as they stand on an envelope in `language`."""
        return f"{self.title(person, language)} {person.full_name}".strip()

    def badge(self, person: Person, language: str) -> str:
        """Return what stands on the badge: the name they want there, else title and name."""
        parts = [part for part in self._parts(person.title) if part.title is None or part.title.on_badges]
        title = self._joined(parts, language, self._gender(person))
        return person.badge_name or f"{title} {person.full_name}".strip()

    def title(self, person: Person, language: str) -> str:
        """Return the title of a person in `language`; what was typed stays where it says the same, or is not known."""
        return self._joined(self._parts(person.title), language, self._gender(person))

    def role(self, person: Person, role: Role, language: str) -> str:
        """Return what somebody is there for, by their gender where a title has the name of the role: "Ministra"."""
        gender = self._gender(person)
        known = (self._known.get(_key(name), _UNKNOWN).title for name in (role.name_en, role.name_fr, role.name_es))
        said = (title.written(language, gender) for title in known if title and gender in _STATED)
        return next(filter(None, said), role.name(language))

    def salutation(self, person: Person | None, language: str, role: Role | None = None) -> str:
        """Return the line that opens a letter to a person, or to nobody in particular.

        role: what they are there for; a title of that name counts like one of theirs ("Dear Minister Ng,").
        """
        if person is None or not person.family_name:
            return NOBODY[language]
        gender = self._gender(person)
        own = (title.salutation(language, gender) for title in self.titles_of(person, role))
        title = self.title(person, language) or _CIVIL.get(language, {}).get(gender, "")
        usual = _USUAL[language][gender] if title or gender in _STATED or language != "en" else _WITHOUT_TITLE
        values = {"title": title, "name": person.full_name, "family": person.family_name}
        return fill(next(filter(None, own), usual), values)

    def _gender(self, person: Person) -> Gender:
        """Return the gender a person stated, else that of the title they gave themselves; never one of a name."""
        told = (part.tells for part in self._parts(person.title))
        return person.gender if person.gender in _STATED else next(filter(None, told), person.gender)

    def titles_of(self, person: Person, role: Role | None = None) -> list[CourtesyTitle]:
        """Return the titles of the list a person has, and that of their role, in the order of the list."""
        names = (role.name_en, role.name_fr, role.name_es) if role else ()
        parts = (*self._parts(person.title), *(self._known.get(_key(name), _UNKNOWN) for name in names))
        return in_protocol_order({part.title.uid: part.title for part in parts if part.title}.values())

    def _joined(self, parts: Sequence[_Part], language: str, gender: Gender) -> str:
        return " ".join(_written(part, language, gender) for part in parts)

    def _parts(self, typed: str) -> Sequence[_Part]:
        """Return the titles typed before a name, of several words the longest that are in the list."""
        if typed not in self._read:
            self._read[typed] = tuple(self._found(typed.split()))
        return self._read[typed]

    def _found(self, left: list[str]) -> Iterator[_Part]:
        while left:
            for end in range(len(left), 0, -1):
                text = " ".join(left[:end])
                if known := self._known.get(_key(text)):
                    yield _Part(text, known.title, known.tells)
                    break
            else:
                end = 1
                yield _Part(left[0])
            left = left[end:]

    @cached_property
    def _read(self) -> dict[str, Sequence[_Part]]:
        return {}

    @cached_property
    def _known(self) -> dict[str, _Part]:
        """Every word for a title, as its key, with the title and the gender it tells."""
        found: dict[str, _Part] = {}
        for title in in_protocol_order(self.titles):
            genders: dict[str, set[Gender]] = {}
            for gender, text in _spellings(title):
                genders.setdefault(_key(text), set()).add(gender)
            for key, said in genders.items():
                tells = next(iter(said)) if len(said) == 1 else Gender.UNKNOWN
                found.setdefault(key, _Part(key, title, tells))
        return found


def _spellings(title: CourtesyTitle) -> Iterator[tuple[Gender, str]]:
    """Yield every word for a title with the gender of those it is said of."""
    for name in (*WRITTEN, *SPELLINGS):
        gender = Gender(name[-1]) if name.endswith(("_f", "_m")) else Gender.UNKNOWN
        for text in getattr(title, name).split(";"):
            if _key(text):
                yield gender, text


def _written(part: _Part, language: str, gender: Gender) -> str:
    """Return a title as the list has it in `language`; what was typed where that is a like one, or the list has none.

    Points and capitals are those of the list, so that one title is written in one way.
    """
    if part.title is None:
        return part.typed
    wanted = part.title.written(language, gender)
    same = set()
    if gender not in _STATED and _key(part.typed) != _key(wanted):
        same |= {_key(getattr(part.title, name)) for name in WRITTEN if name.startswith(f"written_{language}")}
    return part.typed if not wanted or _key(part.typed) in same else wanted


def _key(title: str) -> str:
    """Return what titles are compared by: "H. E." and "HE" are the same."""
    return words(title).replace(" ", "")
