"""The columns of a table of follow-up answers: by their headings in three languages, and by what their cells hold."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from missionplanner.domain.spelling import words
from missionplanner.exchange import answers, dates, own_cells
from missionplanner.exchange.stage_words import stage_of
from missionplanner.i18n import is_currency

_HEADINGS = {
    "teller": "company, who answers, respondent, answered by, quien responde, qui repond, repondant, repondante, "
    "declarante, entreprise, empresa, organisation, organizacion, informante",
    "counterpart": "counterpart, with whom, other company, con quien, avec qui, contraparte, homologue, contrepartie, "
    "partner, partenaire, socio, aupres de qui",
    "horizon": "horizon, days, after days, a cuantos dias, dias, jours, apres jours, delai, plazo, horizonte, echeance",
    "told_on": "date, answered on, date of answer, fecha de respuesta, date de reponse, fecha, repondu le, "
    "recu le, received",
    "stage": "stage, en que van, etapa, etape, estado, estatus, status, statut, phase, fase, avancement, "
    "ou en etes vous",
    "since": "since, since when, desde, desde cuando, depuis, depuis quand, a partir de, signed on, conclu le",
    "about": "what, about, de que se trata, de quoi s agit il, objet, asunto, deal, business, negocio, affaire, "
    "subject, description, concepto",
    "value": "value, amount, monto, importe, valor, valeur, montant, worth",
    "currency": "currency, moneda, divisa, devise, monnaie",
    "jobs": "jobs, empleos, emplois, puestos, postes",
    "began_before": "began before, before the mission, ya se conocian, avant la mission, antes de la mision, "
    "commence avant, existing, deja partenaires, previo, known before, anterior",
    "third": "third party, tercera parte, tercero, tierce partie, tiers, also with, other party",
    "next_step": "next step, next, que sigue, siguiente paso, proximo paso, prochaine etape, suite",
    "evidence": "evidence, proof, comprobante, prueba, preuve, justificatif, piece justificative, document, file, "
    "archivo",
    "said_by": "said by, person, persona, personne, dit par, dicho por, contact, who said, name of person, responsable",
    "row": "row, fila, ligne, no, number, numero, id, renglon",
}
_PHRASES = {name: [set(phrase.split()) for phrase in text.split(", ")] for name, text in _HEADINGS.items()}
NEEDED = ("teller", "counterpart", "told_on", "stage")
"""Without these columns a table holds no answers."""
_ENOUGH = 0.55


@dataclass(frozen=True)
class _Column:
    """A column with its heading and cells."""

    heading: str
    cells: Sequence[str]

    @cached_property
    def filled(self) -> list[str]:
        """The cells that hold something."""
        return [cell for cell in self.cells if cell.strip()]

    def share(self, holds: Callable[[str], object]) -> float:
        """Return how many of the filled cells hold something of a kind."""
        return sum(bool(holds(cell)) for cell in self.filled) / len(self.filled) if self.filled else 0.0

    @property
    def fullness(self) -> float:
        """The share of cells that hold something."""
        return len(self.filled) / len(self.cells) if self.cells else 0.0


def columns_of(heads: Sequence[str], rows: Sequence[Sequence[str]], names: Callable[[str], object]) -> dict[str, int]:
    """Return the place of each field among the columns of a table; fields no column is for are left out.

    names: whether a text names a company.
    """
    columns = [_Column(head, [row[n] if n < len(row) else "" for row in rows]) for n, head in enumerate(heads)]
    scored = sorted(
        (
            (_said(name, column.heading) + _held(name, column, names), name, n)
            for n, column in enumerate(columns)
            for name in _HEADINGS
        ),
        key=lambda one: (-one[0], one[2]),
    )
    found: dict[str, int] = {}
    for score, name, n in scored:
        if name not in found and n not in found.values() and score > _ENOUGH:
            found[name] = n
    return _turned(found, columns)


def _said(name: str, heading: str) -> float:
    """Return how well a heading names a field, 0-1."""
    said = words(re.sub("['’]", " ", heading)).split()
    if not said:
        return 0.0
    return max(
        (len(p & set(said)) / max(len(p), len(set(said))) for p in _PHRASES[name] if p <= set(said)), default=0.0
    )


def _held(name: str, column: _Column, names: Callable[[str], object]) -> float:
    """Return how well the cells of a column suit a field, 0-1; -1 where they cannot be of it."""
    if not column.filled:
        return 0.0
    if name in ("teller", "counterpart"):
        return column.share(names) * column.fullness or -1.0
    if name == "third":
        return (column.share(names) > 0.5) * (1 - column.fullness) or -1.0
    holds = _KINDS.get(name)
    if holds is None:
        return 0.0 if max(column.share(kind) for kind in _KINDS.values()) < 0.8 else -0.5
    share = column.share(holds)
    if share < 0.5:
        return -1.0
    return share * _FULL.get(name, _sparse)(column.fullness)


def _sparse(_full: float) -> float:
    return 0.6


_KINDS: Mapping[str, Callable[[str], object]] = {
    "told_on": lambda cell: _is_date(cell),
    "since": lambda cell: _is_date(cell),
    "stage": stage_of,
    "currency": lambda cell: is_currency(cell.strip().upper()),
    "value": own_cells.number,
    "horizon": lambda cell: re.fullmatch(r"\d{1,4}\D*", cell.strip()),
    "jobs": lambda cell: re.fullmatch(r"\d{1,6}", cell.strip()),
    "row": lambda cell: re.fullmatch(r"\d+", cell.strip()),
    "began_before": lambda cell: answers.plainly(cell) is not None and not cell.strip().isdigit(),
    "evidence": lambda cell: re.fullmatch(r"[^\n]+\.\w{2,5}", cell.strip()) and not _is_date(cell),
}
"""The look of the cells of a field."""
_FULL: Mapping[str, Callable[[float], float]] = {
    "told_on": lambda full: full,
    "since": lambda full: 0.5,
    "stage": lambda full: full,
    "currency": lambda full: 1.0,
    "evidence": lambda full: 1.0,
    "began_before": lambda full: 0.9,
}


def _is_date(cell: str) -> bool:
    return bool(re.search(r"\d[-/. ]", cell)) and dates.moment(cell, day_first=True) is not None


def _turned(found: dict[str, int], columns: Sequence[_Column]) -> dict[str, int]:
    """Return the columns with those of the two companies turned where a person answers for the other one.

    Each person answers for one company; headings that say neither are settled by that.
    """
    if not {"teller", "counterpart", "said_by"} <= found.keys():
        return found
    sure = [_said(name, columns[found[name]].heading) for name in ("teller", "counterpart")]
    if max(sure) > _ENOUGH:
        return found
    persons = columns[found["said_by"]].cells
    several = {}
    for name in ("teller", "counterpart"):
        of: dict[str, set[str]] = {}
        for company, person in zip(columns[found[name]].cells, persons, strict=True):
            of.setdefault(company, set()).add(person)
        several[name] = sum(len(people) > 1 for people in of.values())
    if several["teller"] > several["counterpart"]:
        found["teller"], found["counterpart"] = found["counterpart"], found["teller"]
    return found
