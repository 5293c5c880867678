"""The fields that sensitive columns may feed, and the headings that ask for a gender and nothing else."""

import re

from missionplanner.domain.own_values import is_own
from missionplanner.exchange.fields import GENDER, normal_heading
from missionplanner.exchange.heading_rules import SENSITIVE_FIELDS
from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.vocabulary_people import OTHER_PARTIES

_ASKED = re.compile(
    r"\b(gender|sex|sexe|sexo|genre|genero|m f|f m|f h|h f|h m|m h|male female|female male|homme femme|femme homme|"
    r"hombre mujer|mujer hombre)\b"
)
_MORE = re.compile(
    r"\b(identi\w+|orient\w+|sexu\w+|pronoun\w*|pronom\w*|pronombre\w*|express\w+|expresion|trans\w*|lgbt\w*|2s\w*|"
    r"birth|naissance|nacimiento|passport|passeport|pasaporte|legal)\b"
)
"""Words of headings that ask for more than how to address somebody."""


def asks_gender(heading: str) -> bool:
    """Whether a heading asks somebody who comes for their gender and nothing else."""
    plain = normal_heading(heading)
    if not _ASKED.search(plain) or _MORE.search(plain):
        return False
    return not OTHER_PARTIES & meaning(heading).heading.concepts


def may_feed(heading: str, field: str) -> bool:
    """Whether a sensitive column may feed a field: one that stays with the organiser, or how to address somebody.

    Of own fields those may be fed that are sensitive themselves, which `own_columns` sees to.
    """
    return not field or is_own(field) or field in SENSITIVE_FIELDS or (field == GENDER.name and asks_gender(heading))
