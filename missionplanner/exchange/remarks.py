"""Rows of a table that are no registrations: totals, titles of sections, notes below."""

import re

from missionplanner.exchange import places
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.source_rows import Row

_TOTAL = re.compile(r"^((grand|sub|sous) ?)?total(es|s|aux)?\b|^(sum|somme|suma|count|nombre total)$")
_NOTE = re.compile(
    r"^(end of|fin de|fin du|exported|exporte|generated|printed|imprime|source|fuente|notes? |nota|remarque|nombre d |"
    r"number of|fecha limite|date limite|deadline|derniere mise|legende|legend|leyenda|last updat|ultima actual|"
    r"(entreprises|companies|empresas) (en attente|pending|pendientes)|prepare par|prepared by|elaborado|page \d)"
)


def is_remark(row: Row, width: int, named: set[int]) -> bool:
    """Whether a row is a total, a section title or a footnote rather than a registration.

    width: how many columns have headings; named: the places of those that are imported.
    """
    filled = [cell for cell in row.cells if cell and not cell.isspace()]
    if (_HINT.match(filled[0]) or _EXAMPLE_WORD.search(filled[0])) and is_hint(filled):
        return True
    if len(filled) > max(3, width // 3) and not _is_sum(filled):
        return False
    if any("@" in cell for cell in filled):
        return False
    filled = [cell.strip() for cell in filled]
    first = normal_heading(filled[0])
    if _TOTAL.match(first):
        rest = filled[1:] or re.findall(r"\d+", filled[0]) or [""]
        return all(any(c.isdigit() for c in cell) or not cell for cell in rest)
    place = next(index for index, cell in enumerate(row.cells) if cell.strip())
    if len(filled) == 2 and _NOTE.match(f"{first} ") and filled[1].isdigit():
        return True
    if len(filled) > 1 or width <= 3:
        return False
    return place not in named or filled[0].startswith("*") or bool(_NOTE.match(f"{first} ")) or _is_section(filled[0])


_HINT = re.compile(
    r"""\s*[\[(*"'“«]*\s*(\{\s*["']+ImportId|(required|obligatoire|requis|obligatorio|requerido|mandatory|optional|"""
    r"""facultatif|optionnel|opcional|text|texte|texto|string|short answer|long answer|open-ended response|response|"""
    r"""r[ée]ponse|respuesta|number|date|email)\b|e\.\s?g\.|eg[.:]|ex\s?[.:]|p\.\s?ej|par ex|por ej|exemple|example|"""
    r"""ejemplo|sample\b|type here|saisir ici|escriba aqu|"""
    r"""(max\.?|maximum|m[áa]ximo|up to|jusqu.à|hasta)\s*\d+\s*(char|caract|word|mots|palabras)|first and last|"""
    r"""(a )?valid e-?mail|(dd|jj|mm|yyyy|aaaa)[/.-](mm|dd|jj)|(please|veuillez|seleccione|elija|choose|"""
    r"""select|choisir)\b)""",
    re.IGNORECASE,
)
"""The beginning of what services and templates write below the headings: how to fill the column in."""
_EXAMPLE_WORD = re.compile(
    r"(?i)\b(example|exemple|ejemplo|sample|muestra)\b(?!\.(ca|mx))|\b(max|maximum|m[áa]ximo)\.? \d+ (char|caract)"
)
_LONE_EXAMPLE = re.compile(
    r"(?i)\s*[\[(]?(e\.\s?g\.|eg[.:]|ex\s?[.:]|p\.\s?ej\.|(example|exemple|ejemplo|sample)\s*[:)\]])"
)


_ABBREVIATED = re.compile(r"(?i)\b(inc|ltd|ltee|co|corp|cia|s\.?a|c\.?v|s\.?r\.?l|jr|etc|no|st|bros|[a-z])\.$")
_SPEAKS = re.compile(
    r"\b(please|is|are|was|were|will|must|should|has|have|do not|don t|not yet|waiting|see|send|sent|call|confirmed|"
    r"below|above|we|they|you|still|to be|veuillez|merci|sont|sera|seront|doit|doivent|ont|attendent|voir|envoyer|"
    r"confirme|confirmee|confirmees|confirmes|attente|ci dessous|ci dessus|nous|vous|ils|elles|encore|n ont|n a|"
    r"favor|estan|esta|seran|sera|deben|debe|han|ver|enviar|confirmado|confirmada|confirmados|confirmadas|espera|"
    r"abajo|arriba|nosotros|ustedes|aun|todavia)\b"
)
"""Words that are in sentences, and hardly in the names of companies."""


def is_sentence(row: Row) -> bool:
    """Whether all that a row says is a sentence: somebody's remark between the registrations, and no company."""
    filled = [cell.strip() for cell in row.cells if cell and any(map(str.isalpha, cell))]
    return len(filled) == 1 and _reads_as_sentence(filled[0])


def _reads_as_sentence(text: str) -> bool:
    parts = text.split()
    small = sum(part[:1].islower() for part in parts)
    if len(parts) < 5 or small * 2 < len(parts):
        return False
    is_closed = text[-1] in ".!?:;" and not _ABBREVIATED.search(text)
    said = set(_SPEAKS.findall(normal_heading(text)))
    if is_closed:
        return bool(said) or small * 3 >= len(parts) * 2
    return len(said) > 1 or (bool(said) and small * 5 >= len(parts) * 4)


def is_hint(filled: list[str]) -> bool:
    """Whether the filled cells of a row say how to fill the columns in: "(required)", "e.g. Toronto"."""
    hints = sum(1 for cell in filled if _HINT.match(cell))
    examples = sum(1 for cell in filled if _EXAMPLE_WORD.search(cell) and not _HINT.match(cell))
    # "Example Company Inc., John Sample, john@example.com" is filled in to show how.
    is_sample = examples + hints > 1 and any(
        "@exampl" in cell or "@ejempl" in cell or "@exempl" in cell for cell in filled
    )
    return hints * 2 > len(filled) or is_sample or bool(_LONE_EXAMPLE.match(filled[0]))


def is_total(text: str) -> bool:
    """Whether the first cell of a row calls it a total."""
    return bool(_TOTAL.match(normal_heading(text)))


def _is_sum(filled: list[str]) -> bool:
    """Whether the row is called a total and holds nothing but numbers."""
    numbers = all(any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell)) for cell in filled[1:])
    return numbers and bool(_TOTAL.match(normal_heading(filled[0])))


_SECTION = re.compile(
    r"(?i)^(secteurs?|sectors?|sector(es)?|province|stop|ville|ciudad)\s*[:–-]|\(\d+\)$|"
    r"[-–—:]\s*\d+\s+(entreprises?|companies|company|empresas?)$"
)


def _is_section(text: str) -> bool:
    """Whether a lone cell only names or counts what follows: a sector, province, state or country."""
    if _SECTION.search(text.strip()):
        return True
    return places.region(text, "")[1] != "" or places.country_code(text) != ""
