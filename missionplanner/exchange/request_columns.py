"""The columns of a table of requests: who asks, who is wanted, how much; or companies across the top."""

import re
from collections.abc import Sequence
from functools import lru_cache

from missionplanner.domain.spelling import tidy
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.request_names import CHOSEN, ORDINAL, Directory
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import LANGUAGES, N_, translator

_PRIORITY = re.compile(
    r"priorit|prioridad|\brank|importan|preference$|preferencia$|niveau|^rang$|^intere(s|st|t)$|"
    r"(level|degree) of interest|interest level|nivel de interes|grado de interes|degre d interet"
)
_COMMENT = re.compile(
    r"^(comments?( (on|about|for|or)\b.*)?$|commentaires?|comentarios?|notes?|remar(k|que)s?|observaci\w*|reasons?|"
    r"motifs?|motivos?|raisons?|why)\b"
)
_CHOICE = re.compile(rf"^({ORDINAL} {CHOSEN}|{CHOSEN} (n |no |number |numero )?{ORDINAL})\b")
_BARE_ORDINAL = re.compile(rf"^{ORDINAL}$")
_WANTED = re.compile(
    r"\bmeet(?!ings? (id|no|number|date|time|day|status|room|place|type|link|title|topic|subject)\b)|"
    r"\bwant|wish|\bwith\b|target|rencontrer|conocer|reunirse|reunion con|souhait|desea|desire|demandee|solicitada|"
    r"requested (compan|organi)|interes(t|an|ad)|would like|quisiera|voudr|choices\b|"
    r"recipient|receiver|invite[ed]\b|destinata|^(to|pour|para|avec|con)( (e ?mail|courriel|correo|company|name))?$"
)
_OTHER_SIDE = re.compile(
    r"counterpart|contraparte|homologue|partner|mexic|\bhosts?\b|anfitrion|\bhote\b|buyer|acheteur|comprador"
)
_PLACE = re.compile(
    r"^(place|location|venue|where)( of)?( the)? meetings?$|^meetings? (place|location|venue|held)$|^meets at$|"
    r"^(lieu|endroit) (de|des)( la| les)? (rencontre|reunion)s?$|"
    r"^(lugar|sitio) (de|del)( la| las)? (reunion(es)?|encuentros?)$"
)
"""The heading of where a meeting is to be held."""
_DIRECTION = re.compile(r"^asked by$")
"""The heading of the side that asks, in this program's own exports."""
_ASKER = re.compile(
    r"request(ed|er|ing|s)?\b|\bby\b|^from\b|^de$|asker|demand(e par|eur|eresse|ant)|solicit(ante|ado por|a)\b|initiat|"
    r"your (compan|organi|name)|(votre|notre) (entreprise|societe|nom)|(su|nuestra) (empresa|nombre)"
)
_OWN_SIDE = re.compile(r"delegat|delegue|delegac|canad|visitor|visiteur|visitante|seller|vendeur|vendedor")
_BOTH_SIDES = re.compile(r"^(both|each|mutual\w*|les deux|deux|amb[oa]s|l un et l autre|reciprocal|reciproque)\b")
_COMPANY = re.compile(
    r"compan(y|ies|ia)|^entreprise|^empresa|organi[sz]|^firm\b|societe|exhibitor|^name$|^nom$|^nombre$"
)
_EMAIL = re.compile(r"e ?mail|courriel|correo|messagerie")
_BY_MEANING = {"name": "company", "operating_name": "company", "email": "email"}
_OPTION = re.compile(r"\[([^\]]+)\]\s*$")
"""The option a column of a grid is about: "Whom do you want to meet? [Grupo Alba]"."""
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_KINDS = ("asker", "wanted", "askers", "direction", "priority", "comment", "place")
_LONGEST_HEADING = 90


@lru_cache
def _own_headings() -> dict[str, str]:
    """Return the kinds of columns of this program's own list that other headings would be taken for, by heading."""
    said = {N_("Asked by"): "direction", N_("Wished for"): "", N_("Attended by"): "", _OUTCOME: ""}
    return {normal_heading(translator(language)(text)): kind for language in LANGUAGES for text, kind in said.items()}


@lru_cache
def _own_outcomes() -> frozenset[str]:
    """Return the heading by which this program's own list of requests is known."""
    return frozenset(normal_heading(translator(language)(_OUTCOME)) for language in LANGUAGES)


_OUTCOME = N_("Meeting, or why not")


def find(row: Row, known: Directory) -> dict[str, list[int]]:
    """The columns of each kind under a row of headings; empty where it does not say who asks and who is wanted.

    Several columns may name wanted companies; "askers" are companies across the top that ask for that of the row.
    """
    found: dict[str, list[int]] = {}
    own = _own_headings() if any(normal_heading(cell) in _own_outcomes() for cell in row.cells) else {}
    for index, cell in enumerate(row.cells):
        if kind := own.get(normal_heading(cell), _kind(cell, known)):
            found.setdefault(kind, []).append(index)
    across, ordinals = found.pop("across", []), found.pop("ordinal", [])
    if len(ordinals) > 1 or "choice" in found:
        found["wanted"] = sorted([*found.get("wanted", ()), *found.pop("choice", ()), *ordinals])
    if len(across) > 1:
        _add_across(found, across)
    return _settled(found)


def by_cells(sheet: SourceSheet, known: Directory) -> tuple[int, dict[str, list[int]]]:
    """Return the row of headings and the columns whose cells name companies; who asks comes first.

    For headings in a language nobody here reads. Empty where fewer than two columns do.
    """
    place = next((place for place, row in enumerate(sheet.rows[:_FIRST_ROWS]) if row.filled > 1), len(sheet.rows))
    below = sheet.rows[place + 1 : place + 1 + _ROWS_READ]
    named = [index for index in range(max((len(row.cells) for row in below), default=0)) if _names(below, index, known)]
    return (place, {"asker": named[:1], "wanted": named[1:]}) if len(named) > 1 else (0, {})


def _names(rows: Sequence[Row], index: int, known: Directory) -> bool:
    """Whether most cells of a column name companies of the mission, more than one of them."""
    cells = [cell for row in rows if (cell := _at(row, index))]
    keys = [known.about(cell) for cell in cells]
    return sum(map(bool, keys)) >= _MOST_NAMED * len(cells) and len(frozenset().union(*keys)) > 1


_FIRST_ROWS, _ROWS_READ = 40, 200
_MOST_NAMED = 0.6


def option(heading: str, known: Directory) -> str:
    """The company that a column is about: one across the top, or an option of a grid."""
    inner = named_in(heading)
    return inner if known.about(inner) else ""


def named_in(heading: str) -> str:
    """The option in brackets at the end of a heading, or all of it."""
    found = _OPTION.search(heading)
    return found.group(1).strip() if found else heading.strip()


def with_direction(
    sheet: SourceSheet, place: int, columns: dict[str, list[int]], known: Directory
) -> dict[str, list[int]]:
    """The columns, where the one that seems to name who asks only says of which side that is."""
    head = sheet.rows[place]
    if "asker" not in columns:
        return columns
    side = columns["asker"][0]
    others = find(Row(head.number, tuple("" if n == side else cell for n, cell in enumerate(head.cells))), known)
    if not {"asker", "wanted"} <= others.keys():
        return columns
    pair = (head.cells[others["asker"][0]], head.cells[others["wanted"][0]])
    said = [cell for row in sheet.rows[place + 1 :] if (cell := _at(row, side))]
    says_sides = bool(said) and all(asking(cell, *pair) for cell in said)
    return others | {"direction": [side]} if says_sides else columns


def asking(said: str, first: str, second: str) -> str:
    """Which of two columns of companies asks: "first", "second", "both"; empty where that is not said."""
    plain = normal_heading(said)
    if _BOTH_SIDES.match(plain):
        return "both"
    sides = [_side(text) for text in (said, first, second)]
    for place, name in ((1, "first"), (2, "second")):
        heading, other = (first, second) if place == 1 else (second, first)
        same_words = plain and f" {plain} " in f" {normal_heading(heading)} "
        if (sides[0] and sides[0] == sides[place] != sides[3 - place]) or (
            same_words and plain not in normal_heading(other)
        ):
            return name
    return ""


def _side(text: str) -> str:
    plain = normal_heading(text)
    if _OWN_SIDE.search(plain):
        return "own"
    return "other" if _OTHER_SIDE.search(plain) else ""


def _add_across(found: dict[str, list[int]], across: list[int]) -> None:
    """Take companies across the top as those wanted, or as those that ask where the first column names the wanted."""
    if "wanted" not in found:
        found["wanted"] = across
        # Who asks is in the first column where no heading says otherwise.
        found.setdefault("asker", [0] if 0 not in across else [])
    elif not found.keys() & {"asker", "own side", "other side", "company", "email"}:
        found["askers"] = across


def _settled(found: dict[str, list[int]]) -> dict[str, list[int]]:
    """The columns with those that only name a company taken for who asks or is wanted, whichever is missing."""
    # Who asks comes first, whichever side it is of.
    companies = sorted([*found.get("own side", ()), *found.get("company", ()), *found.get("other side", ())])
    if found.keys().isdisjoint({"asker", "wanted", "askers"}):
        found |= {"asker": companies[:1], "wanted": sorted(companies[1:])}
    elif "wanted" not in found:
        found["wanted"] = sorted(companies)
    elif found.keys().isdisjoint({"asker", "askers"}):
        found["asker"] = (companies or found.get("email", []))[:1]
    complete = {kind: found[kind] for kind in _KINDS if found.get(kind)}
    return complete if "wanted" in complete and complete.keys() & {"asker", "askers"} else {}


def _kind(cell: str, known: Directory) -> str:
    """The kind of a column by its heading."""
    heading = normal_heading(cell)
    if not heading:
        return ""
    if meaning(cell).field == "meets_at" or _PLACE.search(heading):
        return "place"  # "Where meetings are held" names no company
    if option(cell, known):
        return "wanted" if _OPTION.search(cell) else "across"
    if len(heading) >= _LONGEST_HEADING:
        return ""
    inner = normal_heading(named_in(cell))
    if inner != heading and (_CHOICE.match(inner) or _BARE_ORDINAL.match(inner)):
        return "choice"  # "Rank your choices [1st choice]"
    plain = normal_heading(_IN_BRACKETS.sub(" ", cell)) or heading
    if _PRIORITY.search(heading) and not _PRIORITY.search(plain) and _WANTED.search(plain):
        return "wanted"  # "Whom do you want to meet (in order of priority)?"
    kinds = (
        ("direction", _DIRECTION), ("priority", _PRIORITY), ("comment", _COMMENT), ("ordinal", _BARE_ORDINAL),
        ("choice", _CHOICE), ("wanted", _WANTED), ("asker", _ASKER), ("own side", _OWN_SIDE),
        ("other side", _OTHER_SIDE), ("email", _EMAIL), ("company", _COMPANY),
    )  # fmt: skip
    named = next((kind for kind, pattern in kinds if pattern.search(heading)), "")
    return named or _BY_MEANING.get(meaning(cell).field, "")


def _at(row: Row, index: int) -> str:
    return tidy(row.cells[index]) if 0 <= index < len(row.cells) else ""
