"""The number of the person a heading counts: "delegate 2 email", "email 2", "2nd contact", "attendee B"."""

import re

_PEOPLE = (
    r"delegate|deleguee?|delegado|participante?|attendee|asistente|contacto?|persona|personn?e|person|travell?er|representante?|"
    r"representative|visitor|registrant"
)
_PERSON = re.compile(rf"^({_PEOPLE})s?$")
_COUNTED = re.compile(
    rf"^({_PEOPLE}|membe?r|membre|name|nom|nombre|e?mail|phone|tel|telephone|telefono|courriel|correo|prenom|title|position|"
    r"apellidos?|cargo|puesto|fonction|mobile|cell|celular|poste|titre)s?$"
)
_WORDED = {
    "first": 1, "1st": 1, "1er": 1, "1ere": 1, "premier": 1, "primer": 1, "primero": 1,
    "second": 2, "2nd": 2, "2e": 2, "2eme": 2, "2o": 2, "deuxieme": 2, "segundo": 2, "segunda": 2,
    "third": 3, "3rd": 3, "3e": 3, "3eme": 3, "troisieme": 3, "tercer": 3, "tercero": 3,
    "fourth": 4, "4th": 4, "4e": 4, "quatrieme": 4, "cuarto": 4, "fifth": 5, "5th": 5, "5e": 5, "cinquieme": 5,
    "quinto": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip
_BEFORE_NAMES = frozenset({"first", "last", "given", "family", "full", "middle", "job", "badge", "dietary", "work"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MEASURED = re.compile(
    r"^(digit|digito|chiffre|word|mot|palabra|line|ligne|linea|character|caracter|year|ano|day|hour|minute|max)"
)
"""Words after a number that say how long an answer may be."""
_ONLY_BEFORE = frozenset({"first", "primer", "segundo", "second"})
"""Words that are parts of names after a noun ("contact first name")."""
_MOST_PEOPLE = 40
"""Higher numbers count something else."""


def taken_out(tokens: list[str]) -> tuple[int, list[str]]:
    """The number of the person that the words of a heading count, 0 for none, and the words without it."""
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else ""
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        number = _number(token, before, after)
        rest = tokens[:place] + tokens[place + 1 :]
        if number and rest:
            return number, rest
    return 0, tokens


def _number(token: str, before: str, after: str) -> int:
    """The number a word is between two others ("" where there is none)."""
    if token.isdigit() and _MEASURED.match(after):
        return 0
    if token.isdigit():
        stands_out = not before or not after or bool(_COUNTED.match(before) or _COUNTED.match(after))
        return int(token) if stands_out and len(token) <= 2 and int(token) <= _MOST_PEOPLE else 0
    if token in _WORDED:
        counts = _PERSON.match(after) or (_PERSON.match(before) and token not in _ONLY_BEFORE)
        return _WORDED[token] if counts else 0
    is_alone = not after or bool(_COUNTED.match(after)) or after in _BEFORE_NAMES
    if token in _ROMAN and _COUNTED.match(before) and is_alone:
        return _ROMAN[token]
    if token in ("a", "b", "c", "d") and _PERSON.match(before) and is_alone:
        return ord(token) - ord("a") + 1
    return 0
