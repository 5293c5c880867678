"""The rows of a list of people compared with the mission: who is new, known, or looks like somebody."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from missionplanner.domain.changes import FieldChange, Kept, RowOutcome, alike
from missionplanner.domain.companies import Side
from missionplanner.domain.identities import IDENTITY, full_name, matched
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.own_fields import NO_FIELDS, OwnFields
from missionplanner.domain.own_values import made, value_of, with_values
from missionplanner.domain.people import Membership, Person, Role
from missionplanner.domain.spelling import fold
from missionplanner.exchange.participants import ParticipantRow
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.imports.change_words import in_words
from missionplanner.jobs.imports.erased_people import EVERY_ROW, KnownErased, LeftOutPerson, left_out
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.imports.requests import CompanyNames, KnownCompanies
from missionplanner.jobs.wording import person_shown

_ALIKE = 0.86
"""The share of equal letters from which names of one organisation may be one name with a slip."""


@dataclass(frozen=True, slots=True)
class PersonTarget:
    """A person to be written, with the organisations to be added; without a key, somebody new."""

    person: Person
    organisations: tuple[int, ...]
    """Keys of those they represent besides the main one."""
    role_id: int | None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Somebody a row may be, although it is not sure."""

    person: Person
    organisations: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class PersonResult:
    """The outcome of a row."""

    number: int
    name: str
    verdict: RowOutcome
    said: str
    """The changes of the row, in a sentence; may be empty."""
    issues: tuple[Issue, ...]
    person: Mapping[str, Any]
    """The values of whom is decided about, by the names of fields; empty where nothing is."""
    like: Lookalike | None = None
    kept: tuple[Kept, ...] = ()
    """Values that stay although the file says others, and people who were erased."""
    changes: tuple[FieldChange, ...] = ()
    """Values that the row fills or replaces."""
    unknown: tuple[str, ...] = ()
    """The organisations that the mission does not have."""

    @property
    def text(self) -> str:
        """All there is to say of the row, in sentences."""
        return " ".join(dict.fromkeys(filter(None, (self.said, *(issue.text for issue in self.issues)))))


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Everybody the mission has, and what is needed to know them again."""

    companies: KnownCompanies
    people: list[Person]
    memberships: list[Membership]
    roles: list[Role]
    erased: KnownErased
    own: OwnFields = NO_FIELDS


@dataclass(slots=True)
class _Row:
    """A row while it is compared."""

    read: ParticipantRow
    keys: list[int]
    """Of the organisations it names."""
    lost: list[str]
    """The organisations it names that the mission does not have."""
    issues: list[Issue]
    person: Mapping[str, Any]
    like: Lookalike | None = None
    kept: tuple[Kept, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    twin_of: int = 0
    """The number of the earlier row about the same person."""

    @property
    def number(self) -> int:
        return self.read.row.number

    def warn(self, code: str, text: str, value: str) -> None:
        self.issues.append(Issue(code, text, Severity.WARNING, self.number, value=value))


class PeopleComparison:
    """Compares one row after the other with the people of the mission and those of the rows before."""

    def __init__(self, known: KnownPeople, options: ImportOptions, sides: Mapping[int, Side] | None = None) -> None:
        self.targets: dict[int, PersonTarget] = {}
        """By the key of the person; those who are new have made-up keys below 0."""
        self._options, self._erased, self._sides = options, known.erased, sides or {}
        self._names = CompanyNames(known.companies, options.named)
        self._roles, self._own = known.roles, known.own
        self._of = {person.id: [person.company_id] if person.company_id else [] for person in known.people}
        for row in known.memberships:
            self._of[row.person_id].append(row.company_id)
        self._people: dict[int, Person] = {}
        self._with: dict[str, dict[int, None]] = defaultdict(dict)  # by what the same person can be found by
        self._row_of: dict[int, int] = {}
        for person in known.people:
            self._know(person.id, person)

    def result(self, read: ParticipantRow) -> PersonResult:
        """Return the outcome of a row, and note what is to be written of it."""
        row = _Row(read, [], [], list(read.issues), next(iter(read.people), {}))
        self._find_organisations(row)
        out = {number: one for number, said in enumerate(read.people) if (one := self._left_out(said, row))}
        row.kept = tuple(one.kept for one in out.values())
        row.issues += [one.issue(row.number) for one in out.values()]
        verdicts = [self._take(row, dict(said)) for number, said in enumerate(read.people) if number not in out]
        order = (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.DUPLICATE, RowOutcome.SAME)
        verdict = next((one for one in order if one in verdicts), RowOutcome.REJECTED)
        name = next((full_name(one) for one in read.people), "")
        return PersonResult(
            row.number, name, verdict, self._sentence(row, verdict), tuple(row.issues), row.person, row.like, row.kept,
            row.changes, tuple(row.lost),
        )  # fmt: skip

    def _left_out(self, said: Mapping[str, Any], row: _Row) -> LeftOutPerson | None:
        take = self._options.take
        return left_out(said, self._erased, {*take.get(row.number, ()), *take.get(EVERY_ROW, ())})

    def _sentence(self, row: _Row, verdict: RowOutcome) -> str:
        if verdict is RowOutcome.DUPLICATE and row.twin_of:
            return _("The same person as row {row}.").format(row=row.twin_of)
        if not row.changes or verdict is not RowOutcome.CHANGED:
            return ""
        parts = [
            in_words(label(one.field, self._own), self._shown(one, one.old), self._shown(one, one.new))
            for one in row.changes
        ]
        return _("Changes {fields}.").format(fields=", ".join(parts))

    def _shown(self, of: FieldChange, value: Any) -> str:
        if of.field == "role":
            return next((role.label for role in self._roles if role.name_en == value), "")
        return str(value) if of.field == "organisations" else person_shown(of.field, value, self._roles, self._own)

    def _named_change(self, change: FieldChange) -> FieldChange:
        """Return a change with the English name of a role in place of its key, which means nothing outside."""
        if change.field != "role_id":
            return change
        names = {role.id: role.name_en for role in self._roles}
        return FieldChange("role", names.get(change.old, ""), names.get(change.new, ""))

    def _find_organisations(self, row: _Row) -> None:
        for name in row.read.organisations:
            found = self._names.find(name, None)
            if isinstance(found, int):
                row.keys = list(dict.fromkeys([*row.keys, found]))
                continue
            row.lost.append(name)
            row.warn("unknown_company", _("{reason} It is kept with the position.").format(reason=found), name)

    def _take(self, row: _Row, said: dict[str, Any]) -> RowOutcome:
        """Take a person of a row as somebody known, or as somebody new."""
        if row.lost:
            said["position"] = ", ".join(filter(None, (said.get("position", ""), *row.lost)))
        key = self._same(said, row.keys)
        if key is None and (like := self._like(said, row.keys)) is not None:
            answer = self._options.answers.get(row.number)
            row.person, row.like = said, self._lookalike(like, said)
            key = like if answer else None
            if answer is None:
                text = _("It looks like “{name}” ({reason}); it is taken as another person.")
                name = self._people[like].full_name
                row.warn("looks_like", text.format(name=name, reason=row.like.reason), full_name(said))
        return self._add(row, said) if key is None else self._change(row, key, said)

    def _add(self, row: _Row, said: dict[str, Any]) -> RowOutcome:
        key = -len(self._row_of) - 1
        main = row.keys[0] if row.keys else None
        self._of[key] = [main] if main else []
        self._row_of[key] = row.number
        side = self._sides.get(row.number, self._options.side)
        person = made(Person, {"company_id": main, "role_id": row.read.role_id, "side": side, **said})
        self._note(key, person, row.keys[1:], row.read.role_id)
        return RowOutcome.NEW

    def _change(self, row: _Row, key: int, said: dict[str, Any]) -> RowOutcome:
        role, before = row.read.role_id, self._people[key]
        person = self._filled(row, before, {**said, **({"role_id": role} if role else {})})
        new = [company for company in row.keys if company not in self._of[key]]
        added = tuple(self._names.companies[company].name for company in new)
        if person.company_id is None and new:
            person = replace(person, company_id=new.pop(0))
        row.changes += tuple(FieldChange("organisations", "", name) for name in added)
        is_changed = person != before or bool(new)
        if is_changed or key not in self.targets:
            self._note(key, person, new, role)
        if key < 0:
            row.twin_of = self._row_of[key]
            return RowOutcome.DUPLICATE
        return RowOutcome.CHANGED if is_changed else RowOutcome.SAME

    def _filled(self, row: _Row, person: Person, said: Mapping[str, Any]) -> Person:
        """Return a person with what was empty filled and what the user takes replaced; the rest stays, and is said."""
        values: dict[str, Any] = {}
        name = full_name(said)
        for field, theirs in said.items():
            ours = value_of(person, field)
            if alike(ours, theirs) or _are_same_languages(field, ours, theirs):
                continue
            kept = Kept(field, ours, theirs, name)
            before, now = (person_shown(field, value, self._roles, self._own) for value in (ours, theirs))
            if not ours or kept.key in self._options.take.get(row.number, ()):
                values[field] = theirs
                row.changes += (self._named_change(FieldChange(field, ours, theirs)),)
            else:
                row.kept, row.person = (*row.kept, kept), said
                text = _("{person}: {field} stays “{ours}”; the file says “{theirs}”.")
                row.warn("kept", text.format(person=name, field=label(field, self._own), ours=before, theirs=now), now)
        return with_values(person, values)

    # -- who is known

    def _know(self, key: int, person: Person) -> None:
        self._people[key] = person
        name = fold(full_name(_identity(person)))
        colleagues = (_colleague(one, word) for one in self._of[key] for word in name.split())
        for trait in (*_traits(name, person.email), *colleagues):
            self._with[trait][key] = None

    def _note(self, key: int, person: Person, new: Sequence[int], role_id: int | None) -> None:
        before = self.targets[key].organisations if key in self.targets else ()
        main = [person.company_id] if person.company_id else []
        self._of[key] = list(dict.fromkeys([*main, *self._of[key], *new]))
        self._know(key, person)
        self.targets[key] = PersonTarget(person, (*before, *new), role_id)

    def _same(self, said: Mapping[str, Any], organisations: Collection[int]) -> int | None:
        """Return the key of the same person; of several of one name, one who shares an address or organisation."""
        traits = _traits(fold(full_name(said)), str(said.get("email") or ""))
        near = sorted(
            {key for trait in traits for key in self._with.get(trait, ())}, key=self._rank(said, organisations)
        )
        known = [key for key in near if self._may_be(key, said, organisations)]
        ((_person, place),) = matched([_folded(said)], [_folded(_identity(self._people[key])) for key in known])
        return known[place] if place is not None else None

    def _rank(self, said: Mapping[str, Any], organisations: Collection[int]) -> Any:
        address = fold(str(said.get("email") or ""))

        def rank(key: int) -> tuple[bool, bool, int]:
            is_reached = bool(address) and fold(self._people[key].email) == address
            return not is_reached, not set(self._of[key]) & set(organisations), abs(key)

        return rank

    def _may_be(self, key: int, said: Mapping[str, Any], organisations: Collection[int]) -> bool:
        """Whether the organisations and addresses of two people leave it possible that they are one."""
        person, theirs, address = self._people[key], self._of[key], fold(str(said.get("email") or ""))
        if address and address == fold(person.email):
            return True
        if set(theirs) & set(organisations):
            return True
        return not (theirs and organisations) and not (address and person.email)

    def _like(self, said: Mapping[str, Any], organisations: Collection[int]) -> int | None:
        """Return somebody a row may be: of the same name elsewhere, or of nearly the same in the same organisation."""
        name = fold(full_name(said))
        if not (said.get("given_name") or said.get("family_name")):
            return None
        named = self._with.get(_by_words(name), ())
        if named:
            return min(named, key=self._rank(said, organisations))
        traits = (_colleague(one, word) for one in organisations for word in name.split())
        colleagues = {key for trait in traits for key in self._with.get(trait, ())}
        return next((key for key in sorted(colleagues) if _share(name, self._people[key]) >= _ALIKE), None)

    def _lookalike(self, key: int, said: Mapping[str, Any]) -> Lookalike:
        person = self._people[key]
        names = tuple(self._names.companies[one].name for one in self._of[key] if one in self._names.companies)
        is_same = fold(full_name(_identity(person))) == fold(full_name(said))
        return Lookalike(person, names, _("the name is the same") if is_same else _("the names are alike"))


def _identity(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in IDENTITY}


def _folded(said: Mapping[str, Any]) -> dict[str, Any]:
    return {**said, "email": fold(str(said.get("email") or ""))}


def _traits(name: str, address: str) -> Iterable[str]:
    """Return what the same person can be found by."""
    return filter(None, (_by_words(name), address and f"@{fold(address)}"))


def _by_words(name: str) -> str:
    return " ".join(sorted(name.split()))


def _colleague(organisation: int, word: str) -> str:
    return f"#{organisation} {word}"


def _share(name: str, person: Person) -> float:
    return SequenceMatcher(None, name, fold(full_name(_identity(person))), autojunk=False).ratio()


def _are_same_languages(field: str, ours: Any, theirs: Any) -> bool:
    return field == "languages" and set(str(ours).split(",")) == set(str(theirs).split(","))
