"""Answers: yes and no in words and sentences of three languages, ticks in boxes, and the languages somebody speaks."""

import re
from functools import lru_cache

from missionplanner.domain.spelling import words
from missionplanner.exchange import places, values
from missionplanner.i18n import language_codes

_YES = frozenset({
    "yes", "y", "true", "1", "oui", "o", "vrai", "si", "s", "verdadero", "x", "checked", "on", "ja",
    "selected", "selectionne", "selectionnee", "seleccionado", "seleccionada", "coche", "cochee", "marcado",
    "marcada", "ok", "okay", "given", "granted", "agreed", "accepted", "accorde", "accordee", "accepte",
    "acceptee", "aceptado", "aceptada", "otorgado", "otorgada", "concedido", "d accord", "de acuerdo", "conforme",
    "claro", "claro que si", "por supuesto", "of course", "bien sur", "certainly", "absolutely", "sure", "opt in",
    "opted in", "approved", "autorise", "autorizado", "sim", "tak",
})  # fmt: skip
_NO = frozenset({
    "no", "n", "false", "0", "non", "faux", "falso", "off", "unchecked", "unselected", "not selected",
    "not checked", "non selectionne", "non selectionnee", "non coche", "non cochee", "no seleccionado",
    "no seleccionada", "no marcado", "denied", "refused", "refuse", "refusee", "rechazado", "rechazada", "never",
    "jamais", "nunca", "opt out", "opted out", "not given", "not granted", "not agreed", "non accorde",
    "no otorgado", "nao", "nein", "nee", "nej", "nie",
})  # fmt: skip
_TICKS, _CROSSES, _EMPTY_BOXES = set("✓✔☑☒●■◉⦿✅🗹🗸⬛"), set("✗✘"), set("☐□○◯⬜❌❎🗷▢")
_SELECTORS = re.compile("[\ufe0e\ufe0f]")
_REFUSES = re.compile(
    r"\b(do not|does not|don t|dont|doesn t|cannot|can not|can t|will not|won t|not|never) (\w+ ){0,2}?"
    r"(consent|agree|accept|authori[sz]e|wish|want|allow|permit|speak)|\bdisagree|\bdeclin|\brefus|"
    r"\bwith(hold|held)|\bopt(ed)? out\b|\b(would|d) rather not\b(?! (say|answer))|"
    r"\b(ne|n) (y )?(\w+ )?(accepte|consen[st]|autorise|souhaite|veux|veut|desire|donne|suis|"
    r"parle)\w* (pas|aucun)|\bpas d accord|\bdesaccord|"
    r"\bno (\w+ )?(acepto|aceptamos|autorizo|autorizamos|consiento|deseo|deseamos|doy|damos|quiero|otorgo|"
    r"estoy de acuerdo|hablo|habla)\b|"
    r"\bprefiero no\b(?! (decir|contestar|responder))|\b(prefere|aime mieux) ne pas\b(?! (dire|repondre))|"
    r"\brechaz|\bme niego|\ben desacuerdo|\bsin consentimiento|\bsans consentement|\bwithout consent"
)
_RESERVES = re.compile(
    r"\b(but|however|except|unless|on hold|hold|on request|upon request|subject to|not sure|unsure|"
    r"not yet|pending|maybe|perhaps|"
    r"depend\w*|mais|sauf|sous reserve|sur demande|pas encore|pas sur|en attente|peut etre|pero|salvo|"
    r"excepto|sujeto a|a peticion|"
    r"bajo pedido|previa solicitud|quizas?|tal vez|todavia no|aun no|no estoy segur[oa]|no se|pendiente|"
    r"i don t know|je ne sais pas)\b"
)
_CONDITIONS = re.compile(
    r"\b(only|if|when|later|partial\w*|limited|seulement|uniquement|si|plus tard|partiel\w*|limite\w*|"
    r"solo|solamente|cuando|mas tarde|"
    r"parcial\w*|limitad\w*|possible|posible|necess\w*|neces\w*|applicable|aplica)\b"
)
_IN_PART = re.compile(
    r"\b(only|seulement|uniquement|solo|solamente|unicamente|partial\w*|partiel\w*|parcial\w*|in part|en partie|"
    r"en parte|later|plus tard|mas tarde|limited to|case by case|"
    r"(with|under|sous|avec|con|bajo|on) (some |certaines |ciertas )?condi[ct]ion\w*)\b"
)
_AGREES = re.compile(
    r"^(yes |x )?(by \w+ .{0,60} )?((i|we) )?(hereby |also |fully |understand and |have read .{0,80}(and|&) (i )?)?"
    r"(agreed?|consent(ed)?|accept(ed)?|authori[sz]ed?|give (my|our|full)|confirm|declare|certify)\b|"
    r"^(oui )?(par la presente )?(j ai lu .{0,80}et )?(je|j|nous) (\w+ )?(accept|consen|autoris|donn|"
    r"suis d accord|sommes d accord|confirm|declar|certifi)|"
    r"^(si )?(por la presente )?(he leido .{0,80}y )?(acept|autoriz|consient|consentim|doy|damos|otorg|"
    r"estoy de acuerdo|estamos de acuerdo|confirm|declar|certific)"
)
_NO_OBJECTION = re.compile(
    r"^(no|non|not|aucune?|ningun[oa]?|sin|pas|sans) (\w+ ){0,2}(objection|objecion|objeciones|problem\w*|"
    r"inconvenien\w*|issue|concern)"
)


_AND_NO = re.compile(r"^((and|or|et|ou|y|o) )?(no|non|not|pas)$")


@lru_cache(maxsize=4096)
def yes_or_no(cell: str) -> bool | None:
    """True or False for words, ticks and sentences of the three languages; None for reservations and anything else."""
    bare = _SELECTORS.sub("", cell).strip().removesuffix(".0")
    if bare[:1] in _EMPTY_BOXES:
        return False
    if bare[:1] in _TICKS:
        return True if len(bare) == 1 else yes_or_no(bare[1:]) is not False
    plain = words(re.sub("['’ʼ`´]", " ", bare))
    if plain in _YES or plain in _NO:
        return plain in _YES
    return _sentence(plain) if plain else None


def plainly(cell: str) -> bool | None:
    """True or False for a word or tick that says nothing else; None for sentences and anything else."""
    bare = _SELECTORS.sub("", cell).strip()
    if len(bare) == 1 and bare in _TICKS | _EMPTY_BOXES:
        return bare in _TICKS
    plain = words(bare)
    return plain in _YES if plain in _YES or plain in _NO else None


def _sentence(plain: str) -> bool | None:
    """The answer in a sentence: a refusal first, as it holds the words of an agreement."""
    if _NO_OBJECTION.match(plain) or _RESERVES.search(plain):
        return None
    if _REFUSES.search(plain):
        return False
    if _AGREES.match(plain):
        return None if _IN_PART.search(plain) else True
    first, _blank, rest = plain.partition(" ")
    if first in ("yes", "oui", "si", "true") and not _CONDITIONS.search(rest):
        return None if _AND_NO.match(rest) else True
    return False if first in ("no", "non") and not values.is_nothing(plain) else None


def ticked(cell: str, option: str) -> bool | None:
    """Whether the box of an option is ticked: by a mark, a yes or the option itself; None where that is not clear."""
    plain, wanted = words(cell), words(option)
    if values.is_nothing(values.visible(cell)) and not set(cell) & (_TICKS | _CROSSES | _EMPTY_BOXES):
        return False
    if plain and (plain == wanted or (len(plain) > 3 and (plain in wanted or wanted in plain))):
        return True
    if _SELECTORS.sub("", cell).strip() in _CROSSES:
        return True
    return yes_or_no(cell)


def boxed(cell: str, option: str) -> str:
    """The text of a cell under a box: its option where it is ticked, what was written instead, else nothing."""
    if ticked(cell, option):
        return option
    is_answer = yes_or_no(cell) is False and len(words(cell).split()) < 2
    return "" if is_answer or not words(cell) else cell


_OTHER_NAMES = {
    name: code
    for code, names in {
        "en": "en english anglais anglaise ingles inglesa eng ang ing anglophone",
        "fr": "fr french francais francaise frances francesa fra fre francophone",
        "es": "es spanish espagnol espagnole espanol espanola castellano spa esp hispanophone",
        "pt": "pt portuguese portugais portugaise portugues portuguesa",
        "de": "de german allemand aleman deutsch", 
        "zh": "zh chinese chinois chino mandarin cantonese cantonais", "ar": "ar arabic arabe",
        "it": "it italian italien italiano", "ja": "ja japanese japonais japones", 
        "ko": "ko korean coreen coreano", "hi": "hi hindi",
        "pa": "pa punjabi", "fa": "farsi", "tl": "tagalog filipino", 
        "nl": "flemish flamand flamenco",
    }.items()
    for name in names.split()
}  # fmt: skip
_NEGATIONS = frozenset({
    "no", "not", "non", "pas", "sans", "sin", "without", "ni", "nor", "neither", "except", "sauf", "excepto",
    "aucun", "aucune", "none", "ningun", "ninguno", "doesn", "don", "nada", "0", "false", "faux", "falso",
})  # fmt: skip
_FILLERS = frozenset({
    "a", "an", "the", "of", "in", "i", "we", "my", "me", "is", "are", "and", "but", "also", "both", "only",
    "some", "little", "bit", "un", "una", "une", "peu", "poco", "basico", "basica", "basic", "beginner",
    "elementary", "intermediate", "advanced", "fluent", "fluently", "native", "mother", "tongue", "maternelle",
    "materna", "langue", "langues", "language", "languages", "idioma", "idiomas", "lengua", "lenguas", "courant",
    "courante", "avance", "avancee", "intermediaire", "debutant", "debutante", "notions", "nociones", "basicas",
    "de", "du", "des", "la", "le", "les", "el", "los", "las", "d", "l", "s", "speak", "speaks", "spoken",
    "speaking", "parle", "parles", "hablo", "habla", "hablado", "written", "read", "ecrit", "lu", "good", "bien",
    "bon", "bonne", "bueno", "buena", "very", "tres", "muy", "excellent", "excelente", "conversational",
    "conversation", "professional", "working", "proficiency", "level", "niveau", "nivel", "yes", "oui", "si",
    "limited", "limite", "limitado", "comprehension", "understand", "comprends", "entiendo", "first", "second",
    "premiere", "segunda", "primera", "seconde", "perfect", "parfait", "perfecto", "total", "nativo", "nativa",
    "business", "school", "preferred", "primary", "principal", "a1", "a2", "b1", "b2", "c1", "c2", "100", "90",
    "80", "75", "70", "60", "50", "40", "30", "25", "20", "10", "5", "4", "3", "2", "1",
})  # fmt: skip
_BETWEEN = re.compile(
    r"[,;/&+()|\n:•·.]|\s[-–—]\s|\s(?:and|et|y|e|or|ou|o|with|avec|con|but|mais|pero)\s|"
    r"(?<=\b[a-z]{2})[\s-]+(?=[a-z]{2}(?:[\s-]+[a-z]{2})*\s*$)",
    re.IGNORECASE,
)
_BILINGUAL = re.compile(r"\b((bi|tri|multi)ling\w+|(both|two) official languages?|(deux|2) langues officielles)")


@lru_cache(maxsize=4096)
def spoken(cell: str, home: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the languages named in a cell, in their order, without those it denies; and what is not understood.

    home: the ISO code of the country; somebody bilingual in Canada speaks English and French.
    """
    codes: dict[str, None] = {}
    unknown: list[str] = []
    denied = False
    for part in _BETWEEN.split(cell):
        found = words(re.sub("['’]", " ", part)).split()
        named = [code for word in found if (code := _code(word, len(found)))]
        denies = bool(_NEGATIONS & set(found))
        if denies and not named and codes:
            codes.popitem()  # "French: none"
        elif denies or (denied and named and re.search(rf"\b(or|ou|o|ni|nor)\s+{re.escape(part.strip())}", cell)):
            denied = True
            for code in named:
                codes.pop(code, None)
        else:
            denied = False
            codes.update(dict.fromkeys(named))
        if (
            not named
            and not places.country_code(part)
            and set(found) - _FILLERS - _NEGATIONS
            and not _BILINGUAL.search(" ".join(found))
        ):
            unknown.append(part.strip())
    if _BILINGUAL.search(words(cell)) and len(codes) < 2:
        if home == "CA" and not re.search("(tri|multi)ling", words(cell)):
            codes = dict.fromkeys(("en", "fr"))
        else:
            unknown.append(cell.strip())
    return tuple(codes), tuple(part for part in unknown if not values.is_nothing(part))


def speaks_some(cell: str) -> bool:
    """Whether a level says that somebody speaks a language at all: "basic", "fluent", "4"; not "none" or "0"."""
    plain = set(words(cell).split())
    return bool(plain) and not plain & _NEGATIONS and not values.is_nothing(cell) and yes_or_no(cell) is not False


def _code(word: str, among: int) -> str:
    """The code of a language by its name; codes of two letters only where they stand alone ("de" is a word)."""
    code = _OTHER_NAMES.get(word, "")
    if len(word) == 2:
        return code if among == 1 else ""
    return code or language_codes().get(word, "")


def languages(cell: str) -> str:
    """Languages named in a cell as codes separated by commas, in their order."""
    return ",".join(spoken(cell, "")[0])
