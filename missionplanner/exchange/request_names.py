"""The companies named in a cell of requests: lists, numbers before names, cities and people behind them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from missionplanner.domain.spelling import words
from missionplanner.exchange import names, places, values

ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th|er|re|[eè]re|e|[eè]me|o|a|º|ª|°)?|first|second|third|fourth|fifth|premi[eè]re?|premier|deuxi[eè]me|"
    r"troisi[eè]me|quatri[eè]me|cinqui[eè]me|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|top)"
)
CHOSEN = (
    r"(?:choice|choix|opci[oó]n|elecci[oó]n|option|compan(?:y|ia)|compañía|entreprise|empresa|wish|v(?:oe|œ)u|deseo|request|"
    r"demande|solicitud|preference|préférence|preferencia)"
)
"""Words for what is chosen, with and without accents."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The companies of a mission, by what they are known in texts."""

    keys: Callable[[str], frozenset[int]] = lambda _text: frozenset()
    """The companies a text names, and nothing else: by their name, by somebody of theirs or by an address."""
    is_city: Callable[[str], bool] = lambda _text: False
    """Whether one of them is in a place of that name."""

    def about(self, text: str) -> frozenset[int]:
        """The companies a text names, perhaps with a city or a person: "Alba (Puebla)", "Alba – Ana Ruiz"."""
        if found := self.keys(text):
            return found
        for pattern in (_BRACKETS, _DASHES, _COMMA):
            if parts := pattern.match(text):
                head, rest = parts.groups()
                for one, other in ((head, rest), (rest, head)):
                    if (found := self.keys(one)) and self._goes_along(other, found, is_loose=pattern is not _COMMA):
                        return found
        return frozenset()

    def is_detail(self, text: str, found: frozenset[int]) -> bool:
        """Whether a text is a place, or a person or an address of the companies found before it."""
        own = self.about(text)
        return own <= found if own else self.is_city(text) or places.is_place(text)

    def _goes_along(self, text: str, found: frozenset[int], is_loose: bool) -> bool:
        """Whether a text belongs to the company beside it; is_loose: anything does that is no other company."""
        first, *others = re.split(r"\s*,\s*", text.strip())
        names_another = any(self.about(without_marker(one, self)) - found for one in _BETWEEN.split(first)[::2])
        if not self.is_detail(first, found) and (names_another or not is_loose):
            return False
        return all(self.is_detail(one, found) or (is_loose and names.is_post(one)) for one in others)


_BRACKETS = re.compile(r"^(.+?)\s*[(\[<]([^()\[\]<>]+)[)\]>]\s*$", re.DOTALL)
_DASHES = re.compile(r"^(.+?)(?:\s+[-–—]\s+|\s*[–—|]\s*|:\s+)(.+)$", re.DOTALL)
_COMMA = re.compile(r"^(.+?)\s*[,/]\s+(.+)$", re.DOTALL)


def names_in(cell: str, known: Directory) -> list[str]:
    """The companies of a cell: one, or several separated by semicolons, lines, commas or numbers."""
    found: list[str] = []
    for part in re.split(r"[;\n|]", cell):
        # A number before a name may belong to it ("3 Hermanos").
        name = part.strip() if known.keys(part) else without_marker(part, known)
        if not name or says_nothing(name) or (found and not known.keys(name) and _follows(name, found[-1], known)):
            continue
        found += [name] if known.about(name) else _listed(name, known)
    return list(dict.fromkeys(found))


def says_nothing(text: str) -> bool:
    """Whether a text says that nobody, or just anybody, is wanted: "N/A", "None at this time", "Aucune préférence"."""
    return values.is_nothing(text) or (len(text) < 60 and bool(_NOBODY.match(words(text))))


_NOBODY = re.compile(
    r"^(none|no( one)?|any( one|one| body|body| company)?|all|open|not|nothing|aucune?s?|toutes?|tous|pas|"
    r"rien|ningun[oa]?|cualquiera?|tod[oa]s|nada)"
    r"( (of|to|at|this|that|them|these|time|now|yet|preferences?|requests?|specific|particular|all|in|for|the|moment|"
    r"compan(y|ies)|meetings?|sure|decided|de|des|le|la|les|du|pour|en|ce|instant|moment|l|particulier|particuliere|"
    r"demande|entreprises?|encore|por|ahora|momento|el|las|los|preferencia|solicitud|empresas?|todavia|especial|applicable|aplica))*$"
)


def without_marker(text: str, known: Directory) -> str:
    """A name without the number, letter or bullet of its place in a list: "1)", "#2", "3º", "iv.", "First choice:"."""
    plain = _MARKER.sub("", text).strip()
    if known.about(plain):
        return plain
    loose = _RANK.sub("", plain).strip()
    return loose if loose != plain and known.about(loose) else plain


_MARKER = re.compile(
    r"^\s*(?:[-*•·–—►▪▫➢✓→>]+\s*|"
    r"[(\[]?#?(?:n[o°º]?[.°º]?\s*)?\d{1,2}(?:st|nd|rd|th|er|re|ère|e|º|ª|°|o|a)?\s*(?:[.):°º\]](?!\d)|[-–](?=\s))+\s*|"
    r"#\d{1,2}\s+|\d{1,2}[º°ª]\s*|\(?(?:[ivx]{1,4}|[a-zA-Z])[.)](?=\s)\s*)",
    re.IGNORECASE,
)
_RANK = re.compile(
    rf"^\W*(?:{ORDINAL}\W+(?:(?:{CHOSEN}|priorit\w+)\b\W*)?|(?:{CHOSEN}|priorit\w+)\W+(?:n[o°º]?\.?\W*|#)?(?:{ORDINAL}\W+)?)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(\s*,\s*|\s*/\s*|\s+&\s+|\s+(?:and|et|y|e|und)\s+|\s+\(?#?\d{1,2}\s*(?:[.):°º]|[-–](?=\s))+\s*|\s+#?\d{1,2}\s+)"
)
_FORM = re.compile(
    r"(?i)^(inc|ltd|ltée?|llc|llp|corp|co|cie|limited|s\.? ?a\.?|s\.? ?de|s\.? ?c\.?|sapi|s\.a\.p\.i)\b[\w. ]{0,20}$"
)


def _listed(text: str, known: Directory) -> list[str]:
    """The companies of a list with commas or "and": the longest runs that name one; where none does, the text."""
    pieces = _BETWEEN.split(text)
    found: list[str] = []
    start, is_list, last = 0, False, ""
    while start < len(pieces):
        end, name = _longest(pieces, start, known)
        is_list = is_list or end > 0
        if not end:
            end = start + 1
            while end + 1 < len(pieces) and _FORM.match(pieces[end + 1]):
                end += 2
            name = "".join(pieces[start:end]).strip()
        if not (last and _follows(name, last, known)):
            found.append(name)
            last = name if known.about(name) else ""
        start = end + 1
    return [name for name in found if name and not says_nothing(name)] if is_list else [text]


def _longest(pieces: list[str], start: int, known: Directory) -> tuple[int, str]:
    """Where the longest run of pieces ends that names a company, and the name; 0 where none does."""
    for end in range(len(pieces), start, -2):
        run = "".join(pieces[start:end]).strip()
        name = run if known.keys(run) else without_marker(run, known)
        if known.about(name):
            return end, name
    return 0, ""


def _follows(text: str, before: str, known: Directory) -> bool:
    """Whether a text only says more of the company named before it."""
    found = known.about(before)
    return bool(found) and known.is_detail(text, found)
