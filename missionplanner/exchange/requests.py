"""Meeting requests by company name, as they come in a spreadsheet."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from missionplanner.domain.companies import Side
from missionplanner.domain.requests import Priority
from missionplanner.domain.spelling import tidy
from missionplanner.errors import UserError
from missionplanner.exchange import values
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.files import Row, SourceSheet
from missionplanner.i18n import _

_PRIORITY = re.compile(r"priorit|prioridad|\brank|importan|preference$|preferencia$|niveau|^rang$")
_COMMENT = re.compile(
    r"^(comments?( (on|about|for|or)\b.*)?$|commentaires?|comentarios?|notes?|remar(k|que)s?|observaci\w*|reasons?|motifs?|motivos?|raisons?|why)\b"
)
_ORDINAL = (
    r"(\d+(st|nd|rd|th|er|re|ere|e|eme|o|a)?|first|second|third|fourth|fifth|premiere?|deuxieme|troisieme|quatrieme|cinquieme|"
    r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa])"
)
_CHOSEN = r"(choice|choix|opcion|eleccion|option|compan(y|ia)|entreprise|empresa|wish|voeu|deseo|request|demande|solicitud|preference|preferencia)"
_CHOICE = re.compile(rf"^({_ORDINAL} {_CHOSEN}|{_CHOSEN} (n |no |number |numero )?{_ORDINAL})\b")
_WANTED = re.compile(
    r"\bmeet|\bwant|wish|\bwith\b|target|rencontrer|conocer|reunirse|reunion con|souhait|desea|desire|demandee|solicitada|"
    r"requested (compan|organi)|interes(t|an|ad)|would like|quisiera|voudr|choices\b"
)
_OTHER_SIDE = re.compile(r"counterpart|contraparte|homologue|partner|mexic|\bhost\b|buyer|acheteur|comprador")
_DIRECTION = re.compile(r"^asked by$")
"""The heading of the side that asks, in this program's own exports."""
_ASKER = re.compile(
    r"request(ed|er|ing|s)?\b|\bby\b|^from\b|asker|demand(e par|eur|eresse|ant)|solicit(ante|ado por|a)\b|your (compan|organi|name)|"
    r"(votre|notre) (entreprise|societe|nom)|(su|nuestra) (empresa|nombre)"
)
_OWN_SIDE = re.compile(r"delegat|delegue|delegac|canad|visitor|visiteur|visitante|seller|vendeur|vendedor")
_COMPANY = re.compile(
    r"compan(y|ies|ia)|^entreprise|^empresa|organi[sz]|^firm\b|societe|exhibitor|^name$|^nom$|^nombre$"
)
_EMAIL = re.compile(r"e ?mail|courriel|correo|messagerie")
IsCompany = Callable[[str], bool]
"""Whether a text names a company of the mission."""


_LOW = re.compile(
    r"\blow|faible|\bbaj[ao]|medium|moyen|\bmedi[ao]\b|normal|\bpeu\b|not high|not a priority|non priorit|no priorit|"
    r"no preference|sans preference|sin preferencia|optional|facultatif|opcional|priority [2-9]|^p ?[2-9]$|nice to"
)
_MUST = re.compile(
    r"must|essential|high|^a$|^1( 0)?$|^10$|^i$|^p ?1$|obligat|indispens|imprescind|imperat|priorit|\balta|haut|elev|"
    r"(very|tres|muy) important|critic|critiq|absolu|urgent|\btop\b"
)
_VETO = re.compile(
    r"no thank|^no$|^non$|^n$|non merci|no gracias|veto|never|declin|avoid|evit|not interested|pas interess|sans interet|"
    r"sin interes|no (le )?interes|jamais|refus|^x$|exclu|descart|do not|would not|won t|ne souhaite pas|no desea|rechaz"
)

_MEET = re.compile(
    r"meet|^yes$|^y$|^ok$|oui|^o$|^si$|^s$|rencontr|reuni|quiere|want|wish|souhait|dese|^b$|^2( 0)?$|" + _LOW.pattern
)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One wish as written: who wants to meet whom, how much."""

    row: Row
    asker: str
    wanted: str
    priority: Priority
    comment: str
    strength: str = ""
    """The priority as it was written."""


@dataclass(frozen=True, slots=True)
class RequestTable:
    """The wishes of a file and the headings of their two name columns."""

    asker_heading: str
    wanted_heading: str
    rows: tuple[RequestRow, ...]


def read(sheets: list[SourceSheet], name: str = "", is_company: IsCompany = lambda _name: False) -> RequestTable:
    """The requests of the sheet called `name`, or of the first that has the columns: a list, or companies across the top.

    Raises UserError when no sheet names who asks and who is wanted.
    """
    best: tuple[int, SourceSheet, int, dict[str, list[int]]] | None = None
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:40] if not name or sheet.name == name else ()):
            columns = _columns(row, is_company)
            if {"asker", "wanted"} <= columns.keys() and (best is None or len(columns) > best[0]):
                best = len(columns), sheet, place, columns
    if best:
        return _table(*best[1:], is_company)
    raise UserError(
        _("No columns of meeting requests were found."),
        _("The headings should be like Requested by, Wants to meet, Priority, Comment."),
    )


def priority(text: str) -> Priority:
    """The priority however it is written in the three languages; an empty one is "meet"."""
    folded = normal_heading(text)
    if _LOW.search(folded):
        return Priority.MEET
    if _VETO.search(folded):
        return Priority.NO_THANKS
    return Priority.MUST_MEET if folded and _MUST.search(folded) else Priority.MEET


def said_priority(text: str) -> Priority | None:
    """The priority in a cell of a matrix; None where it is unknown."""
    folded = normal_heading(text)
    return priority(text) if _MEET.search(folded) or _VETO.search(folded) or _MUST.search(folded) else None


def _columns(row: Row, is_company: IsCompany) -> dict[str, list[int]]:
    """The columns of each kind; several may name wanted companies, and companies across the top are wanted, too."""
    found: dict[str, list[int]] = {}
    for index, cell in enumerate(row.cells):
        if kind := _kind(cell, is_company):
            found.setdefault(kind, []).append(index)
    across = found.pop("across", [])
    if len(across) > 1 and "wanted" not in found:
        found["wanted"] = across
        # Who asks is in the first column where no heading says otherwise.
        found.setdefault("asker", [0] if 0 not in across else [])
    return _settled(found)


def _settled(found: dict[str, list[int]]) -> dict[str, list[int]]:
    """The columns with those that only name a company taken for who asks or is wanted, whichever is missing."""
    companies = [*found.get("own side", ()), *found.get("company", ()), *found.get("other side", ())]
    if "asker" not in found and "wanted" not in found:
        found |= {"asker": companies[:1], "wanted": sorted(companies[1:])}
    elif "wanted" not in found:
        found["wanted"] = sorted(companies)
    elif "asker" not in found:
        found["asker"] = (companies or found.get("email", []))[:1]
    kinds = ("asker", "wanted", "direction", "priority", "comment")
    return {kind: found[kind] for kind in kinds if found.get(kind)}


def _kind(cell: str, is_company: IsCompany) -> str:
    """The kind of a column by its heading."""
    heading = normal_heading(cell)
    if not heading:
        return ""
    if is_company(cell):
        return "across"
    if _option(cell, is_company):
        return "wanted"
    if len(heading) >= 90:
        return ""
    kinds = (
        ("direction", _DIRECTION), ("priority", _PRIORITY), ("comment", _COMMENT), ("wanted", _CHOICE), ("wanted", _WANTED), ("asker", _ASKER),
        ("own side", _OWN_SIDE), ("other side", _OTHER_SIDE), ("email", _EMAIL), ("company", _COMPANY),
    )  # fmt: skip
    return next((kind for kind, pattern in kinds if pattern.search(heading)), "")


def _option(heading: str, is_company: IsCompany) -> str:
    """The company a column of a grid is about: "Whom do you want to meet? [Grupo Alba]"."""
    found = re.search(r"\[([^\]]+)\]\s*$", heading)
    return found.group(1).strip() if found and is_company(found.group(1)) else ""


def _table(sheet: SourceSheet, place: int, columns: dict[str, list[int]], is_company: IsCompany) -> RequestTable:
    head = sheet.rows[place].cells
    across = {
        index: option
        for index in columns["wanted"]
        if (option := _option(head[index], is_company) or (head[index].strip() if is_company(head[index]) else ""))
    }
    rows: list[RequestRow] = []
    for row in sheet.rows[place + 1 :]:
        asker = _cell(row, columns, "asker")
        wanted = [
            (one, "") for index in columns["wanted"] if index not in across for one in _names(row, index, is_company)
        ]
        wanted += [
            (company, said) for index, company in across.items() if (said := _at(row, index)) and not _is_blank(said)
        ]
        if not asker and not wanted:
            continue
        if not wanted and (across or _TOTAL.match(normal_heading(asker)) or _says_nothing(row, columns["wanted"])):
            continue
        comment = _cell(row, columns, "comment")
        for company, said in wanted or [("", "")]:
            strength = said or _cell(row, columns, "priority")
            pair = (company, asker) if _cell(row, columns, "direction") == Side.COUNTERPART else (asker, company)
            rows.append(RequestRow(row, *pair, _strength(strength, bool(said)), comment, strength))
    return RequestTable(head[columns["asker"][0]].strip(), head[columns["wanted"][0]].strip(), tuple(rows))


def _strength(said: str, across: bool) -> Priority:
    """The priority; a mark below a company across the top is a wish, where x in a list of priorities is a veto."""
    return Priority.MEET if across and not any(c.isalnum() and c not in "xX" for c in said) else priority(said)


def _is_blank(said: str) -> bool:
    return (values.is_nothing(said) and not any(c in "✓✔☑☒●■✗✘✅" for c in said)) or said in ("0", "☐", "□")


def _says_nothing(row: Row, places: list[int]) -> bool:
    """Whether a row was filled in to say that no company is wanted: "N/A"."""
    return any(_at(row, place) for place in places)


_TOTAL = re.compile(r"^(grand |sub|sous )?total")


def _cell(row: Row, columns: dict[str, list[int]], kind: str) -> str:
    return _at(row, columns.get(kind, [-1])[0])


def _at(row: Row, index: int) -> str:
    return tidy(row.cells[index]) if 0 <= index < len(row.cells) else ""


_MARKER = re.compile(r"^\s*(?:\(?\d{1,2}\s*[.):°-]|[-*•·–—►▪✓]|\(?[a-zA-Z][.)](?=\s))\s*")


def _names(row: Row, index: int, is_company: IsCompany) -> list[str]:
    """The companies of a cell: one, or several separated by semicolons, lines or commas, perhaps numbered."""
    found: list[str] = []
    for part in re.split(r"[;\n|]", _at(row, index)):
        # A number before a name may belong to it ("3 Hermanos"), a numbered one is followed by a sign.
        name = part.strip() if is_company(part) else _MARKER.sub("", part).strip()
        if name and not values.is_nothing(name):
            found += [name] if is_company(name) else _listed(name, is_company)
    return list(dict.fromkeys(found))


_BETWEEN = re.compile(r"(\s*,\s*|\s*/\s*|\s+&\s+|\s+(?:and|et|y|e)\s+|\s+\d{1,2}[.)]\s+)")
_FORM = re.compile(
    r"(?i)^(inc|ltd|ltée?|llc|llp|corp|co|cie|limited|s\.? ?a\.?|s\.? ?de|s\.? ?c\.?|sapi|s\.a\.p\.i)\b[\w. ]{0,20}$"
)


def _listed(text: str, is_company: IsCompany) -> list[str]:
    """The companies of a list with commas or "and": the longest runs that name one; the text as it is where none does."""
    pieces = _BETWEEN.split(text)
    found: list[str] = []
    start, is_list = 0, False
    while start < len(pieces):
        ends = range(len(pieces), start, -2)
        end = next((end for end in ends if is_company("".join(pieces[start:end]))), 0)
        is_list = is_list or end > 0
        if not end:
            end = start + 1
            while end + 1 < len(pieces) and _FORM.match(pieces[end + 1]):
                end += 2
        found.append("".join(pieces[start:end]).strip())
        start = end + 1
    return [name for name in found if name] if is_list else [text]
