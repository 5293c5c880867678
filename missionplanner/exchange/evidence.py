"""Kinds of cells (e-mail, telephone, date, legal form, ...) and their shares in a column."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from missionplanner.domain.spelling import words
from missionplanner.exchange import answers, places, values
from missionplanner.exchange.given_names import GIVEN_NAMES
from missionplanner.exchange.names import COURTESY
from missionplanner.exchange.private_cells import private_kind

MOST_CELLS = 120
"""Different cells a column is decided from; more tell nothing new, however long the file."""

_EMAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[A-Za-z]{2,}")
_PHONE = re.compile(
    r"^[\s'=\"]*(?:tel|cell?|ph|t|m|w)?[\s.:]*(?:\+|"
    r"00)?[\s(]*\d(?:[\s().\-/–_·]*\d){6,17}(?:[\s,;(]*(?:ext|extension|poste|x|int|p|"
    r"#)[.\s:#]*\d{1,6}\)?)?(?:\s*\(?[a-z]{2,10}\)?)?\s*$",
    re.I,
)
_WEB = re.compile(
    r"^\s*(?:https?://|www\.)\S+\.\S+|^\s*(?:[\w-]+\.)+(?:com|ca|mx|org|net|io|co|fr|es|qc\.ca|gc\.ca|eu|"
    r"info|biz|tech|example|inc|shop|us|uk|de|ai|app|dev|gob\.mx|com\.mx)(?:/\S*)?\s*$",
    re.I,
)
_DATE = re.compile(
    r"^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|"
    r"\d{1,2}[\s-]+(?:de\s+)?[^\W\d]{3,10}\.?,?[\s-]+(?:de[l]?\s+)?\d{2,4}|"
    r"[^\W\d]{3,10}\.?\s+\d{1,2},?\s+\d{4})"
)
_NUMBER = re.compile(
    r"^\s*[<>~±+-]?\s*\d[\d\s.,  ']*[kKmM%+]?\s*(?:(?:-|–|to|à|a|et|y)\s*\d[\d\s.,]*\+?)?\s*(?:employ\w*|"
    r"emplead\w*|people|personnes?|personas?|fte|salarié\w*)?\s*$",
    re.I,
)
_MONEY = re.compile(
    r"(?:[$€£¥]|\b(?:cad|usd|mxn|eur|pesos?|dollars?)\b)\s*[\d.,]|\d[\d\s.,]*\s*(?:[mk]?[$€£]|\b(?:cad|usd|mxn|"
    r"eur|million|millions|millones|mdp)\b)",
    re.I,
)
_TOKEN = re.compile(r"^[^\s;,]*\d[^\s;,]*$|^\S+\.[a-z]{3,4}$")
"""An account, an order, a file: figures and letters without a blank."""
_TOWN = re.compile(r"^\d{4,6}\s+[^\W\d_]|^[^\W\d_][^\d,;]+,\s*[A-Z]{2}(?:\s|$)|^[^\W\d_][^\d,;]+\s\d{5}$")
_RANGE = re.compile(r"^\s*\d[\d\s.,]*\s*(?:-|–|to|à|a)\s*\d[\d\s.,]*\s*$|^\s*[<>]\s*\d+\s*$|^\s*\d+\s*\+\s*$", re.I)
_AMOUNT = re.compile(r"^\s*[1-9]\d{6,8}\s*$")
"""Seven to nine figures without a sign: too few for most telephones, and more than a count."""
_YEAR = re.compile(r"^\s*(?:1[6-9]|20)\d\d(?:\.0)?\s*$")
_POSTAL = re.compile(
    r"^\s*(?:[A-Za-z]\d[A-Za-z][\s-]?\d[A-Za-z]\d|\d{4,5}(?:-\d{4})?|"
    r"[A-Za-z]{1,2}\d{1,2}[A-Za-z]?\s?\d[A-Za-z]{2})(?:\.0)?\s*$"
)
_STREET = re.compile(
    r"^\s*\d+[\w-]*,?\s+\S+|\b(?:street|st|avenue|ave|road|rd|blvd|boulevard|drive|dr|rue|chemin|rang|"
    r"calle|av|avenida|carretera|km|col|colonia|suite|no|núm|p\.?\s?o\.? box|c\.p)\b.*\d|\d.*\b(?:street|"
    r"st|avenue|ave|road|rd|blvd|boulevard|drive|dr|rue|chemin|rang|calle|col|colonia|suite)\b",
    re.I,
)
_LEGAL = re.compile(
    r"\b(?:inc|ltd|ltée|ltee|limited|corp|corporation|llc|llp|plc|co|company|cie|gmbh|ag|sarl|sas|sa|s\.a|"
    r"s\.a\.|sapi|s\.a\.p\.i|cv|c\.v|rl|r\.l|senc|s\.e\.n\.c|incorporated|enr|cooperative|coop|co-op|"
    r"group|groupe|grupo|industries|industrias|solutions|soluciones|foods|technologies|systems|université|"
    r"university|association|chamber|foundation|slu|s\.l|bv|nv|oy|ab|aps|pty|spa|sc|s\.c|ac|a\.c|spr|ltda|"
    r"limitada)\.?(?=\s|$|,|\))",
    re.I,
)
_SPLIT = re.compile(r"[;,/|\n•]|\s(?:and|et|y)\s")
_REGISTRATION = re.compile(
    r"^[A-Z]{3,4}[\s-]?\d{6}[\s-]?[A-Z0-9]{2,3}$|^\d{9}(?:\s?[A-Z]{2}\s?\d{4})$|^[1-9]\d{8}$|^\d{14}$|"
    r"^\d{3}\s\d{3}\s\d{3}(?:\s\d{5})?$|^[A-Z]{2}\d{8,12}$|^\d{2}-\d{7}$|^CHE-?[\d.]{9,11}$"
)
_NAME_LIKE = re.compile(r"^(?:[^\W\d_]|[\s'’.\-()])+$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shares of the cells of a column, from 0 to 1."""

    count: int = 0
    """How many different cells were looked at."""
    shares: dict[str, float] = field(default_factory=dict)
    """The kinds of cells there are, with their share."""
    distinct: float = 1.0
    """The share of different values among the cells read."""
    length: float = 0.0
    """The middle length of a cell."""

    @property
    def rows(self) -> int:
        """How many cells were looked at."""
        return round(self.count / self.distinct) if self.distinct else 0

    def share(self, *kinds: str) -> float:
        """The share of the cells of any of these kinds."""
        return sum(self.shares.get(kind, 0.0) for kind in kinds)


def gather(cells: Iterable[str]) -> Evidence:
    """Return the kinds of the first different cells, with their shares."""
    found: dict[str, int] = {}
    read = 0
    for cell in cells:
        cell = cell.strip()
        if cell and not values.is_nothing(cell):
            read += 1
            found[cell] = found.get(cell, 0) + 1
            if len(found) >= MOST_CELLS or read >= 4 * MOST_CELLS:
                break
    if not found:
        return Evidence()
    kinds: dict[str, int] = {}
    for cell in found:
        for kind in kinds_of(cell[:400]):
            kinds[kind] = kinds.get(kind, 0) + 1
    count = len(found)
    lengths = sorted(map(len, found))
    return Evidence(count, {kind: n / count for kind, n in kinds.items()}, count / read, float(lengths[count // 2]))


def private(cells: Iterable[str]) -> str:
    """The private matter that many cells of a column tell of, empty for none."""
    seen: set[str] = set()
    for cell in islice(cells, _PRIVATE_ROWS):
        if cell.strip() and not values.is_nothing(cell.strip()):
            seen.add(cell.strip())
    kinds = Counter(filter(None, map(private_kind, seen)))
    return kinds.most_common(1)[0][0] if kinds.total() > _PRIVATE * len(seen) else ""


_PRIVATE = 0.4
"""Above this share of private cells a column is private."""
_PRIVATE_ROWS = 200
"""Rows that are looked at for it."""


@lru_cache(maxsize=20_000)
def kinds_of(cell: str) -> tuple[str, ...]:
    """The kinds a cell is of: what it is as a whole, and what its words are."""
    whole = _whole_kind(cell)
    if whole == "number" and _RANGE.match(cell):
        return whole, "range"
    return (whole, *_kinds_of_words(cell)) if whole in ("text", "words") else (whole,)


def _whole_kind(cell: str) -> str:
    if "@" in cell and _EMAIL.search(cell):
        return "email"
    if _WEB.match(cell):
        return "web"
    if not cell[0].isalpha() and (found := _numeric_kind(cell)):
        return found
    if len(cell) < 60 and (found := _short_kind(cell)):
        return found
    if len(cell) > 70 or cell.count(" ") > 9:
        return "prose"
    if _NAME_LIKE.match(cell):
        return "words"
    return "token" if _TOKEN.match(cell) else "text"


def _short_kind(cell: str) -> str:
    """The kind of a short cell that begins with a letter, where it is more than words."""
    if len(cell) == 1:
        return "letter"
    if cell in _NOT_ANSWERS:
        return "words"
    if answers.yes_or_no(cell) is not None:
        return "answer" if len(cell) < 12 else "sentence answer"
    return next((kind for kind, pattern in _SHORT if pattern.search(cell)), "")


_NOT_ANSWERS = frozenset({"ON", "On", "NO.", "So", "SO"})
"""Provinces and names that are also words for yes and no."""
_SHORT = (("money", _MONEY), ("code", _REGISTRATION), ("postal", _POSTAL))
_NUMERIC = (
    ("year", _YEAR),
    ("date", _DATE),
    ("money", _MONEY),
    ("code", _REGISTRATION),
    ("number", _AMOUNT),
    ("phone", _PHONE),
    ("postal", _POSTAL),
    ("number", _NUMBER),
)


def _numeric_kind(cell: str) -> str:
    if len(cell) > 60:
        return ""
    if cell in ("0", "1"):
        return "bit"
    found = next((kind for kind, pattern in _NUMERIC if pattern.search(cell)), "")
    return found or ("answer" if len(cell) < 4 and answers.yes_or_no(cell) is not None else "")


def _kinds_of_words(cell: str) -> tuple[str, ...]:
    folded = words(cell)
    tokens = folded.split()
    # Places and languages have short names without figures; looking them up is what takes long.
    name_like = len(cell) < 40 and not any(map(str.isdigit, cell))
    tests = (
        ("courtesy", bool(tokens) and len(tokens) < 4 and all(token in COURTESY for token in tokens)),
        ("legal", _LEGAL.search(cell)),
        ("language", name_like and _names_languages(cell)),
        ("country", name_like and places.country_code(cell)),
        ("region", name_like and places.region(cell, "")[1]),
        ("street", _STREET.search(cell)),
        ("given", bool(tokens) and tokens[0] in GIVEN_NAMES),
        ("several", len(tokens) > 1),
        ("things", _are_things(cell)),
        ("countries", len(tokens) < 20 and _names_countries(cell)),
        ("town", len(cell) < 60 and _TOWN.match(cell)),
        ("post", _POST.search(folded)),
    )
    return tuple(kind for kind, found in tests if found)


def _are_things(cell: str) -> bool:
    """Whether most words of a cell but the first of each part are written small, as names are not."""
    others = [word for part in _SPLIT.split(cell) for word in part.split()[1:] if word[:1].isalpha() and len(word) > 3]
    small = sum(word[0].islower() for word in others)
    return bool(others) and small * 2 > len(others)


def _names_countries(cell: str) -> bool:
    """Whether a cell lists countries, perhaps with shares, and nothing else."""
    parts = [part.strip() for part in _SPLIT.split(_SHARE.sub("", cell)) if part.strip()]
    return len(parts) > 1 and sum(bool(places.country_code(part)) for part in parts) > len(parts) / 2


_SHARE = re.compile(r"\(?\d+\s*%\)?|[()]")


def _names_languages(cell: str) -> bool:
    """Whether a cell names languages and nothing else."""
    return all(answers.languages(part) for part in _SPLIT.split(cell) if part.strip())


_POST = re.compile(
    r"\b(ceo|cfo|coo|cto|vp|president|presidente|vice|director|directora|directeur|directrice|manager|"
    r"gerente|owner|founder|partner|chief|head|officer|"
    r"executive|coordinator|coordinadora?|coordonnat\w+|responsable|chef|jefe|jefa|sales|export|ventes|"
    r"ventas|engineer|ingenieur|ingeniero|analyst|associate|"
    r"conseill\w+|asesor|specialist|representante?|fondat\w+|fundador\w*|proprietaire|propietari[oa]|"
    r"socio|gestionnaire|administrat\w+|developp\w+|development)\b"
)
