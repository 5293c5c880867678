"""Stages of relationships as people call them, in three languages."""

import re
from functools import lru_cache

from missionplanner.domain.relationships import Stage
from missionplanner.domain.spelling import words

_CALLED: tuple[tuple[Stage, str], ...] = (
    (Stage.ENDED, r"ended|terminad[oa]s?|terminee?s?|stopped|dropped|cancel\w*|abandon\w*|annulee?s?|rompu\w*|rota"
     r"|finished|finalizad\w*|sin seguimiento|sans suite|no longer|closed|cerrad[oa]|lost|perdid[oa]|perdue?|over"),
    (Stage.FOLLOW_UP, r"follow\w*|seguimiento|suivi\w*|relance\w*"),
    (Stage.DELIVERY, r"deliver\w*|entrega\w*|livr\w*|ship\w*|envio\w*|expedi\w*|embarque\w*"),
    (Stage.TRADING, r"trad(?:e|ing)|comerci\w*|courant\w*|regular\w*|regulier\w*|recurr\w*|repeat|negocios? en curso"
     r"|en affaires|ventas|operando|relation etablie"),
    (Stage.NEGOTIATION, r"negoci\w*|negoti\w*|pourparlers|terms"),
    (Stage.QUOTATION, r"sampl\w*|quot\w*|muestra\w*|cotiza\w*|echantillon\w*|devis|soumission\w*|presupuesto\w*"
     r"|oferta\w*|offre\w*|offer\w*|propuesta\w*|proposal\w*|proposition\w*"),
    (Stage.AGREEMENT, r"agree\w*|acuerdo\w*|entente\w*|accord\w*|sign(?:ed|ee?s?|ature)|firmad\w*|contra\w*|mou"
     r"|memorand\w*|convenio\w*|pedido|commande|order"),
    (Stage.HELD, r"meeting|met|reunion\w*|rencontre\w*|reunid\w*|entrevue|encuentro"),
    (Stage.INTRODUCED, r"introduc\w*|presentad\w*|presente\w*|relation|contact\w*|presentation|conocid\w*"),
)  # fmt: skip
"""The words each stage is called by; the first that fits counts: a meeting that was followed up is a follow-up."""
_PATTERNS = [(stage, re.compile(rf"\b(?:{called})\b")) for stage, called in _CALLED]


@lru_cache(maxsize=1024)
def stage_of(text: str) -> Stage | None:
    """Return the stage a text calls; None where it calls none."""
    plain = words(text)
    if plain.replace(" ", "_") in set(Stage):
        return Stage(plain.replace(" ", "_"))
    return next((stage for stage, pattern in _PATTERNS if pattern.search(plain)), None) if len(plain) < 60 else None
