"""Names of people as they are written into one cell: titles, degrees, posts, particles, two people at once."""

import re
from dataclasses import dataclass

from missionplanner.domain.spelling import fold, words
from missionplanner.exchange.given_names import GIVEN_NAMES

COURTESY = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "dra", "ing", "lic", "mtro", "mtra", "cp", "m", "mme", "mlle", "sr",
    "sra", "srta", "me", "arq", "prof", "hon", "monsieur", "madame", "mister", "sir", "senor", "senora",
    "senorita", "docteur", "doctor", "doctora", "ingeniero", "ingeniera", "licenciado", "licenciada", "maestro",
    "maestra", "c", "honourable", "honorable", "excmo", "excma", "profa",
})  # fmt: skip
"""Courtesy titles and professions that are written before a name."""
_DEGREES = frozenset({
    "peng", "pgeo", "pag", "pas", "mba", "emba", "phd", "md", "dds", "jd", "llb", "llm", "bsc", "msc", "meng",
    "beng", "basc", "masc", "bcomm", "bcom", "mcom", "ba", "ma", "bba", "mph", "mpa", "cpa", "ca", "cga", "cma",
    "cfa", "cfp", "fca", "fcpa", "pmp", "prince2", "cisa", "cissp", "rn", "dvm", "esq", "qc", "kc", "oc", "om",
    "jr", "sr", "snr", "ii", "iii", "iv", "ing", "avocat", "avocate", "notaire", "asc", "icd", "icdd", "itil",
    "shrm", "phr", "ccim", "crm", "cips", "gsc", "cip", "ret", "pe", "cet", "eit", "rpf", "bed", "med", "edd",
    "dba", "mpp", "mbe", "obe", "frsc", "cm", "cq", "oq", "cc", "dess", "crha", "cria",
})  # fmt: skip
"""Words written behind a name: degrees, professions, generations."""
_PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "del", "la", "las", "los", "di", "da", "du", "le", "dos", "das", "do", "el",
    "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur", "af", "av", "y", "e", "i", "st", "ste", "san", "santa",
})  # fmt: skip
_POST = re.compile(
    r"\b(ceo|cfo|coo|cto|cio|cmo|vp|evp|svp|md|president\w*|presidente?|presidenta|chair\w*|director\w*|directeur|directrice|manager|gerente|"
    r"owner|founder|cofounder|fondat\w+|fundador\w*|partner|associe\w*|socio|socia|head|chief|chef|jefe|jefa|officer|executive|ejecutiv\w*|"
    r"coordina\w*|coordonn\w*|responsable|charge\w*|consultant\w*|consultor\w*|advisor|adviser|conseill\w*|asesor\w*|engineer|ingenieur\w*|"
    r"analyst\w*|analista|sales|ventes?|ventas|marketing|export\w*|import\w*|business|development|developpement|desarrollo|operations|"
    r"operaciones|proprietaire|propietari\w*|dueno|duena|propriet\w*|administrat\w*|administrad\w*|secretar\w*|assistant\w*|adjoint\w*|asistente|"
    r"representa\w*|agent\w*|buyer|acheteu\w*|comprador\w*|general|dg|pdg|lead|principal|supervisor\w*|specialist\w*|especialista)\b"
)
_PRONOUNS = re.compile(r"^(she|he|they|elle|il|iel|ella|el|elle|ellos)( (her|him|them|la|lui|su|hers|his|theirs))*$")
_BETWEEN_PEOPLE = re.compile(r"\s*[;\n|]\s*|\s+(?=\(?\d{1,2}[.)]\s)|\s+/\s+|\s+(?:and|et|und|&|\+)\s+", re.IGNORECASE)
_SPANISH_AND = re.compile(r"\s+[yYeE]\s+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts."""

    title: str = ""
    given: str = ""
    family: str = ""
    second_family: str = ""
    position: str = ""
    remainder: str = ""
    """Degrees and remarks, which belong to no field."""


_MARKER = re.compile(r"^\s*(?:[-*•·–—►▪✓]+\s+|\(?#?\d{1,2}\s*[.):°º-]+\s*|\(?[a-zA-Z]\)\s+)")
"""The number or sign of a place in a list."""
_COMMA = re.compile(r"\s*,\s*(?![^(\[]*[)\]])")
_INITIALS = re.compile(r"(?:\w\.[ -]?){1,4}")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,5}\.[ -]?){2,}[^\W\d_]{0,3}\.?")
_ACRONYM = re.compile(r"[A-Z]{2,6}")


_MAY_BE_SEVERAL = re.compile(r"^\W|[;\n|,/&+\d]|\s(?:and|et|und|y|e)\s", re.IGNORECASE)
"""The signs of several people in a cell; most cells have none and need no closer look."""


def people(cell: str, addresses: int = 0) -> list[str]:
    """Return the names of the people written into one cell, one where it is only one.

    addresses: how many e-mail addresses stand beside them.
    """
    cell = cell.strip()
    if not _MAY_BE_SEVERAL.search(cell):
        return [" ".join(cell.split())]
    parts = _with_posts([_MARKER.sub("", part).strip(" ,") for part in _BETWEEN_PEOPLE.split(cell)])
    if len(parts) > 1 and all(_is_whole(part) for part in parts):
        return parts
    if len(parts) == 1:
        cell = parts[0] if "\n" in cell or not _BETWEEN_PEOPLE.search(cell) else cell
        if len(listed := _by_commas(cell, addresses)) > 1:
            return listed
    # "Jane and John Doe" share the family name.
    if len(parts) == 2 and " " not in parts[0] and _is_whole(parts[1]) and not re.search(r"[\n;|/]", cell):
        return [f"{parts[0]} {parse(parts[1]).family}", parts[1]]
    spanish = _SPANISH_AND.split(cell)
    # "Ana Ruiz y Luis Soto" are two, "Ana de la Torre y Gómez" is one.
    if len(spanish) == 2 and all(_is_whole(part) for part in spanish) and len(_bare(spanish[0])) < 4:
        return [part.strip() for part in spanish]
    return [" ".join(cell.split())]


def _by_commas(text: str, addresses: int) -> list[str]:
    """Return the people of a list with commas: each has a given and a family name, perhaps with a post behind."""
    found = _with_posts(_COMMA.split(text))
    if not all(_is_whole(part) and begins_given(part) for part in found):
        return [text]
    # "Jane Doe, John Roe" are two; "Martin Roy, Jean Luc" may be one, whose family name stands first.
    return found if len(found) == addresses or not any(map(_ends_given, found)) else [text]


def sharing_family(given: str, family: str) -> list[str]:
    """Return the given names of two people with one family name: "Jane & John", "Doe"."""
    parts = [part for part in re.split(r"\s+(?:and|et|y|e|&|\+)\s+|\s*/\s*", given) if part]
    return parts if len(parts) == 2 and family and all(" " not in part and _is_given(part) for part in parts) else []


def _with_posts(parts: list[str]) -> list[str]:
    """Return the people, each with the post or degree that stands in a part of its own behind the name."""
    found: list[str] = []
    for part in filter(None, parts):
        is_behind = _all_degrees(part) or (is_post(part) and "," not in part and not begins_given(part))
        if found and is_behind and _without_post(part)[1] == "" and not re.search(r"[(\[]", part):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def begins_given(text: str) -> bool:
    """Whether the first name of a text is a common given name."""
    return bool(bare := _bare(text)) and _is_given(bare[0])


def _ends_given(text: str) -> bool:
    return bool(bare := _bare(text)) and _is_given(bare[-1])


def _is_given(name: str) -> bool:
    return fold(re.split(r"[-‑]", name)[0]).strip(".") in GIVEN_NAMES


def parse(text: str, two_family_names: bool = False) -> PersonName:
    """Return the parts of a name: "Côté, Amélie", "Dr. Wei Zhang", "Jan van der Berg", "Jane Doe, P.Eng. (CEO)".

    two_family_names: people have a father's and a mother's family name, as in Mexico.
    """
    text, position, remarks = _without_brackets(" ".join(text.replace(";", ",").split()))
    text, behind = _without_post(text)
    position = position or behind
    before_comma, *after = [part.strip() for part in text.split(",") if part.strip()] or [""]
    given_first: str | None = None
    for part in after:
        if is_degree(part) or _all_degrees(part) or _looks_like_degree(part, before_comma):
            remarks.append(part)
        elif given_first is None and _is_behind_whole_name(part, before_comma):
            position, remarks = (position or part), [*remarks, *([part] if position else [])]
        elif _POST.search(words(part)) or given_first is not None:
            position = position or part
            if position != part:
                remarks.append(part)
        else:
            given_first = part
    names = before_comma.split()
    titles = _titles(names)
    while len(names) > (2 if given_first is None else 1) and is_degree(names[-1], written_apart=True):
        remarks.insert(0, names.pop())
    title, remainder = " ".join(titles), "; ".join(remarks)
    if given_first is not None:
        given = given_first.split()
        titles = _titles(given)
        return PersonName(" ".join([title, *titles]).strip(), " ".join(given), " ".join(names), "", position, remainder)
    given_name, family, second = _parts(names, two_family_names)
    return PersonName(title, given_name, family, second, position, remainder)


def is_degree(text: str, written_apart: bool = False) -> bool:
    """Whether a word is a degree, profession or generation behind a name.

    written_apart: without a comma before it, so that it must look like one: "MBA", "P.Eng.", "Jr.".
    """
    plain = re.sub(r"[^\w]", "", words(text).replace(" ", ""))
    if plain not in _DEGREES:
        return False
    return not written_apart or "." in text or (text.isupper() and len(plain) > 1) or plain in ("jr", "phd", "ing")


def is_courtesy(word: str) -> bool:
    """Whether a word is a courtesy title."""
    return words(word).replace(" ", "") in COURTESY


def is_post(text: str) -> bool:
    """Whether a text is what somebody does rather than a name."""
    return bool(_POST.search(words(text)))


def _looks_like_degree(part: str, before: str) -> bool:
    """Whether a part behind a comma is written as degrees are: "M.Sc.A."; "DESS", and "B.A.A." behind a whole name."""
    if _is_given(part) or is_post(part):
        return False
    is_whole = len(before.split()) > 1
    if _DOTTED.fullmatch(part):
        return is_whole or not _INITIALS.fullmatch(part)
    return is_whole and bool(_ACRONYM.fullmatch(part)) and not before.isupper()


def _is_behind_whole_name(part: str, before: str) -> bool:
    """Whether a part stands behind a given and a family name, and is no given name itself: "Jane Doe, Welder"."""
    names = _bare(before)
    return len(names) > 1 and _is_given(names[0]) and not _is_given(names[-1]) and not begins_given(part)


def _all_degrees(text: str) -> bool:
    return all(is_degree(part) for part in re.split(r"[\s/&]+", text) if part)


def _is_whole(part: str) -> bool:
    """Whether a part is a person: two names or more, titles, posts and degrees aside."""
    return len(_bare(part)) >= 2 and not any(c.isdigit() or c == "@" for c in part)


def _bare(part: str) -> list[str]:
    plain, _position, _remarks = _without_brackets(part)
    names = _without_post(plain)[0].replace(",", " ").split()
    _titles(names)
    return [name for name in names if not is_degree(name, written_apart=True) and any(c.isalpha() for c in name)]


def _without_brackets(text: str) -> tuple[str, str, list[str]]:
    """Return a text without its brackets, the post in them, and what else is in them."""
    position, remarks = "", []
    for inner in re.findall(r"[(\[]([^)\]]*)[)\]]", text):
        if _PRONOUNS.match(words(inner)) or not inner.strip():
            continue
        if not position and _POST.search(words(inner)):
            position = inner.strip()
        else:
            remarks.append(inner.strip())
    return " ".join(re.sub(r"[(\[][^)\]]*[)\]]", " ", text).split()).strip(" ,"), position, remarks


def _without_post(text: str) -> tuple[str, str]:
    """Return a name and the post behind a dash, bar, slash or colon."""
    found = re.search(r"\s+[-–—|/]\s+|\s*[–—|]\s*|:\s+", text)
    if not found:
        return text, ""
    before, behind = text[: found.start()].strip(" ,"), text[found.end() :].strip()
    if _POST.search(words(before)) and not _POST.search(words(behind)) and len(behind.split()) > 1:
        return behind, before  # "CEO: Jane Doe"
    return (before, behind) if before and behind else (text, "")


def _titles(names: list[str]) -> list[str]:
    """Take the courtesy titles from the beginning of the names."""
    found = []
    while len(names) > 1 and (_is_excellency(names) or words(names[0]).replace(" ", "") in COURTESY):
        # "M" and "C" without a dot may be initials.
        if len(names[0]) == 1 and len(names) > 2:
            break
        found.append(names.pop(0))
    return found


def _is_excellency(names: list[str]) -> bool:
    """Whether the names begin with "H.E.", also as "H. E.", which becomes one word, or with "The Hon."."""
    both = " ".join(names[:2])
    if len(names) > 2 and (
        re.fullmatch(r"[HS]\. E\.", both) or re.fullmatch(r"(?i)the (rt\.? )?hon(ou?rable|\.)?", both)
    ):
        names[:2] = [both]
    return names[0].casefold().startswith("the ") or bool(re.fullmatch(r"[HS]\.\s?E\.", names[0]))


def _parts(names: list[str], two_family_names: bool) -> tuple[str, str, str]:
    """Return given names, family name and second family name."""
    if len(names) < 2:
        return " ".join(names), "", ""
    names = _family_last(names)
    groups = _grouped(names)
    if len(groups) < 2:
        return names[0], " ".join(names[1:]), ""
    if len(groups) > 2 and (two_family_names or groups[-1].split()[0].casefold() in ("y", "e", "i")):
        return " ".join(groups[:-2]), groups[-2], groups[-1]
    return " ".join(groups[:-1]), groups[-1], ""


def _family_last(names: list[str]) -> list[str]:
    """Return the names with the family name last, where capitals show that it stands first: "CÔTÉ Amélie"."""
    first = next((n for n, name in enumerate(names) if not (name.isupper() and len(name) > 2)), len(names))
    return [*names[first:], *names[:first]] if 0 < first < len(names) else names


def _grouped(names: list[str]) -> list[str]:
    """Return the names, each with the particles before it: "van der Berg", "de la Torre", "y Gómez"."""
    groups: list[str] = []
    waiting: list[str] = []
    for place, name in enumerate(names):
        # A particle that comes first is a given name ("Al Smith", "San Yu"), and so is one written in capitals alone.
        if place and name.casefold().strip("'’.") in _PARTICLES and place + 1 < len(names):
            waiting.append(name)
        else:
            groups.append(" ".join([*waiting, name]))
            waiting = []
    return groups
