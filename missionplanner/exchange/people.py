"""The delegates of a row: names in one cell or several, two people in one cell, languages, addresses, telephones."""

import re
from collections.abc import Mapping

from missionplanner.domain.own_fields import Subject
from missionplanner.domain.people import POST
from missionplanner.domain.spelling import fold
from missionplanner.exchange import answers, genders, names, own_columns, phones, places, values
from missionplanner.exchange.columns import SourceColumn
from missionplanner.exchange.fields import GENDER
from missionplanner.exchange.names import PersonName
from missionplanner.exchange.reader import Reader
from missionplanner.i18n import _

_NAMES = ("given_name", "family_name", "second_family_name")
_OTHERS = ("title", *POST, "dietary", "access_needs", "badge_name", "emergency_contact")
Person = dict[str, str]
_LONGEST_NOTHING = 5
_FEWEST_DIGITS = 7
"""Digits from which a line is a telephone number."""
_ADDRESSED = re.compile(r"\s*([^<>;,]*?)\s*<([^<>@\s]+@[^<>\s]+)>[;,]?")
"""People as mail programs and this program's own exports write them: "Jane Doe <jane@a.ca>; John Roe <john@a.ca>"."""


def delegates(reader: Reader, country: str) -> tuple[Mapping[str, str], ...]:
    """The people of a row, those with a name or an address; country: the ISO code for their phone numbers."""
    return tuple(person for number in reader.layout.people for person in _people(reader, number, country) if person)


def _people(reader: Reader, number: int, country: str) -> list[Person]:
    """The people of one group of columns: nearly always one."""
    found = _named(reader, number)
    if len(found) == 1 and found[0].keys() == {"given_name"} and answers.yes_or_no(found[0]["given_name"]) is False:
        found = [{}]  # "Second delegate: no"
    _add_others(reader, number, found)
    _add_genders(reader, number, found)
    spoken = _spoken(reader, number)
    own = own_columns.read(reader, Subject.PERSON, country, number)
    for person in found:
        person |= own
        if spoken:
            person["languages"] = spoken
    _add_addresses(reader, number, found)
    _add_phones(reader, number, country, found)
    return [person for person in found if person.keys() & {"given_name", "family_name", "email"}]


def _named(reader: Reader, number: int) -> list[Person]:
    """The names of the people, in columns of their own or together in one."""
    typed = {name: reader.name_text(name, number) for name in _NAMES}
    if not any(typed.values()):
        return _whole_names(reader, number)
    said = {fold(text) for text in typed.values() if text}
    # "So Null" is somebody, "null null" and a lone "null" are nobody.
    if len(said) == 1 and all(len(text) < _LONGEST_NOTHING and values.is_nothing(text) for text in said):
        return [{}]
    # Lines in both columns are people below one another.
    lines = {name: text.split("\n") for name, text in typed.items() if text}
    count = len(next(iter(lines.values())))
    if count > 1 and len(lines) > 1 and all(len(parts) == count for parts in lines.values()):
        return [{name: parts[n] for name, parts in lines.items()} for n in range(count)]
    person = {name: text.replace("\n", " ") for name, text in typed.items() if text}
    if couple := names.sharing_family(person.get("given_name", ""), person.get("family_name", "")):
        return [{**person, "given_name": given} for given in couple]
    return [_without_titles(reader, person)]


def _without_titles(reader: Reader, person: Person) -> Person:
    """Return a person whose given name begins with a title, or whose family name ends with a degree."""
    given = person.get("given_name", "").split()
    if len(given) > 1 and given[0].endswith(".") and names.is_courtesy(given[0]):
        person = {**person, "title": given[0], "given_name": " ".join(given[1:])}
    family, comma, behind = person.get("family_name", "").partition(",")
    if comma and all(map(names.is_degree, re.split(r"[,\s]+", behind.strip()))):
        reader.remember(f"{person.get('given_name', '')} {family}".strip(), behind.strip())
        person = {**person, "family_name": family.strip()}
    return person


def _whole_names(reader: Reader, number: int) -> list[Person]:
    column, cell = reader.first("full_name", number)
    text = values.name(cell)
    if column is None or values.is_nothing(text):
        return [{}]
    two = places.country_code(reader.context.country) == "MX"
    text, reached = _without_reach(reader, text, column)
    if addressed := _ADDRESSED.findall(text):
        return [
            _person(reader, names.parse(written, two)) | {"email": values.email(address) or address}
            for written, address in addressed
        ]
    addresses = sum(len(values.emails(one)) for _column, one in reader.cells("email", number))
    found = [names.parse(one, two) for one in names.people(text, addresses)]
    if len(found) > 1:
        said = _("“{value}” is taken for {n} people.").format(value=" ".join(text.split()), n=len(found))
        reader.say("several_people", said, column, cell)
    people = [_person(reader, one) for one in found]
    return [{**people[0], **reached}] if len(people) == 1 else people


def _without_reach(reader: Reader, text: str, column: SourceColumn) -> tuple[str, Person]:
    """Return the name of one person without the lines below it that are an address or a telephone, and these."""
    name, *below = text.split("\n")
    found: Person = {}
    others = []
    home = places.country_code(reader.context.country)
    for line in below:
        if "<" not in line and "email" not in found and (address := values.email(line)):
            found["email"] = address
        elif "phone" not in found and sum(map(str.isdigit, line)) >= _FEWEST_DIGITS and phones.phone(line, home):
            found["phone"] = reader.number(line, home, column)
        else:
            others.append(line)
    is_one = not any("@" in line or any(map(str.isdigit, line)) for line in others)
    return ("\n".join([name, *others]), found) if is_one else (text, {})


def _person(reader: Reader, parsed: PersonName) -> Person:
    if parsed.remainder:
        reader.remember(f"{parsed.given} {parsed.family}".strip(), parsed.remainder)
    found = {
        "title": parsed.title,
        "given_name": parsed.given,
        "family_name": parsed.family,
        "second_family_name": parsed.second_family,
        "position": parsed.position,
    }
    return {name: text for name, text in found.items() if text}


def _add_others(reader: Reader, number: int, found: list[Person]) -> None:
    """Add what other columns say; lines in a cell are of the people one after the other."""
    for name in _OTHERS:
        text = reader.remark_text(name, number) if name in POST else reader.text(name, number)
        if not text:
            continue
        each = _one_each(text, len(found))
        for person, value in zip(found, each or [text.replace("\n", " ")] * len(found), strict=True):
            if name == "title" and person.get("title"):
                continue
            person[name] = value


def _add_genders(reader: Reader, number: int, found: list[Person]) -> None:
    """Add the genders people state; one cell says nothing of several people."""
    column, cell = reader.first(GENDER.name, number)
    if column is None or values.is_nothing(cell):
        return
    for person, text in zip(found, _one_each(cell, len(found)) or [cell] * (len(found) == 1), strict=False):
        gender = genders.read(text, column.letter)
        if gender is None:
            said = _("“{value}” is not understood as a gender.").format(value=text.strip())
            reader.say("unclear_gender", said, column, text)
        elif gender:
            person[GENDER.name] = gender


_WITHIN_TEXTS = (r"\s*,\s*", r"\s+(?:&|and|et|y)\s+")
_BETWEEN = (r"\s*\n\s*", r"\s*[;|]\s*", r"\s+/\s+", *_WITHIN_TEXTS)


def _one_each(text: str, count: int) -> list[str]:
    """Return the values of a cell, one for each of several people; empty where there are more or fewer."""
    for pattern in _BETWEEN if count > 1 else ():
        parts = [part.strip(" -•*") for part in re.split(pattern, text)]
        # Commas and "and" stand within remarks, too.
        is_sure = pattern not in _WITHIN_TEXTS or all(map(names.is_post, parts))
        if len(parts) == count and all(parts) and is_sure:
            return parts
    return []


_OPTION = re.compile(r"\[([^\]]+)\]\s*$")


def _spoken(reader: Reader, number: int) -> str:
    codes: list[str] = []
    home = places.country_code(reader.context.country)
    for column, cell in reader.cells("languages", number):
        found, unknown = answers.spoken(cell, home)
        if not found and (asked := _OPTION.search(column.heading)):
            # "Language skills [French]: basic"
            found = answers.spoken(asked.group(1), home)[0] if answers.speaks_some(cell) else ()
            unknown = ()
        codes += found
        for part in unknown:
            text = _("“{value}” is not understood as a language.").format(value=part)
            reader.say("unclear_language", text, column, part)
    english = reader.cells("speaks_english", number)
    answer = answers.yes_or_no(english[0][1]) if english else None
    if answer:
        codes.append("en")
    elif english and answer is None and not values.is_nothing(english[0][1]):
        reader.unclear(*english[0])
    # A form that asks Mexicans whether they speak English takes Spanish for granted.
    if english and home == "MX":
        codes.insert(0, "es")
    return ",".join(dict.fromkeys(codes))


def _add_addresses(reader: Reader, number: int, found: list[Person]) -> None:
    """Add the addresses; a missing or bad one is reported, and what was typed is kept unless it means nothing."""
    columns = reader.layout.by_field.get(("email", number), ())
    if not columns or (found[0].get("email") and not reader.first("email", number)[1]):
        return
    column, cell = reader.first("email", number)
    addresses = values.emails(cell)
    if not addresses:
        _complain(reader, column or columns[0], cell, somebody=bool(found[0].keys() & {*_NAMES}))
        if typed := values.text(cell):
            found[0]["email"] = typed
        return
    if bad := values.bad_addresses(cell):
        _complain(reader, column or columns[0], bad, somebody=True)
    for address in _handed_out(found, addresses):
        _keep(reader, column, cell, found[0], address)
    _keep_alternate(reader, number, column, found)


def _keep_alternate(reader: Reader, number: int, first: SourceColumn | None, found: list[Person]) -> None:
    """Keep the addresses of further columns that nobody has yet."""
    had = {person.get("email", "").casefold() for person in found}
    for column, cell in reader.cells("email", number):
        for address in values.emails(cell) if column is not first else ():
            if address.casefold() not in had:
                _keep(reader, column, cell, found[0], address)


def _handed_out(found: list[Person], addresses: list[str]) -> list[str]:
    """Give each address to the person whose name it holds, the others in their order; return those left over."""
    left = []
    for address in addresses:
        holders = [person for person in found if _is_named_in(person, address)]
        if len(holders) == 1 and len(found) > 1 and "email" not in holders[0]:
            holders[0]["email"] = address
        else:
            left.append(address)
    free = [person for person in found if "email" not in person]
    for person, address in zip(free, left, strict=False):
        person["email"] = address
    return left[len(free) :]


def _is_named_in(person: Person, address: str) -> bool:
    """Whether an address is made of somebody's names: "jane.doe@", "jdoe@", "jane@"."""
    local = re.sub(r"[^a-z]", "", fold(address.partition("@")[0]))
    given, family = (re.sub(r"[^a-z]", "", fold(person.get(name, ""))) for name in ("given_name", "family_name"))
    if (
        len(family) > 2
        and family in local
        and (not given or given[0] in local.replace(family, "", 1) or local == family)
    ):
        return True
    return len(given) > 2 and local == given


def _complain(reader: Reader, column: SourceColumn, cell: str, somebody: bool) -> None:
    if somebody or cell.strip():
        text = _("“{value}” is no e-mail address.") if cell.strip() else _("The e-mail address is missing.")
        reader.say("bad_email", text.format(value=cell.strip()), column, cell)


def _add_phones(reader: Reader, number: int, country: str, found: list[Person]) -> None:
    """Add the telephones; a second number is the mobile where there is none."""
    for name in ("mobile", "phone"):
        column, cell = reader.first(name, number)
        if column is None or not values.text(cell):
            continue
        typed = phones.several(cell)
        if len(typed) == len(found) > 1:
            for person, one in zip(found, typed, strict=True):
                person[name] = reader.number(one, country, column)
            continue
        first, *more = [reader.number(one, country, column) for one in typed]
        found[0][name] = first
        others = [cell for other, cell in reader.cells(name, number) if other is not column]
        more += [reader.number(one, country, column) for cell in others for one in phones.several(cell)]
        for one in dict.fromkeys(one for one in more if one and one not in found[0].values()):
            if name == "phone" and "mobile" not in found[0]:
                found[0]["mobile"] = one
            else:
                _keep(reader, column, cell, found[0], one)


def _keep(reader: Reader, column: SourceColumn | None, cell: str, person: Person, value: str) -> None:
    """Keep a second address or number in the notes, and report it."""
    who = f"{person.get('given_name', '')} {person.get('family_name', '')}".strip()
    reader.remember(who, value)
    reader.say("kept_in_notes", _("“{value}” is kept in the notes.").format(value=value), column, cell)
