"""A heading as concepts: whole words and known phrases of three languages, questions, and which person it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from missionplanner.domain.spelling import words
from missionplanner.exchange import ordinals
from missionplanner.exchange.vocabulary import NEUTRAL, STOP_WORDS, VOCABULARY
from missionplanner.exchange.vocabulary_fillers import FILLER_STEMS, FILLERS
from missionplanner.exchange.vocabulary_forms import FROM_FORMS
from missionplanner.exchange.vocabulary_people import SENSITIVE_STEMS

_LONGEST = 600
"""Characters of a heading; what follows is an explanation, and a longer text is a cell that came first."""
_CAMEL = re.compile(r"(?<=[a-zé])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2,}\b)")
_DIGITS = re.compile(r"(?<=[^\W\d_]{3})(?:\.(?=\d{1,2}\s*$)|(?=\d{1,2}\b))")
_INDEX = re.compile(r"\[(\d{1,2})\](?=[._])")
"""The place in a list, from 0, as programs write it: "attendees[1].email" is the second's."""
_DOT = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_]{3})")
_LIMIT = re.compile(
    r"\b(?:(?:max\w*|min\w*|up to|jusqu a|hasta|limit\w*|approx\w*|about|environ|in|en|no more than|less than|under) )*"
    r"\d+ (?:a \d+ )?(?:words?|mots?|palabras?|char\w*|caract\w*|signes?|lines?|lignes?|lineas?|renglones|"
    r"sentences?|phrases?|frases?|paragraphs?|digits?|digitos|chiffres)\b(?: (?:max\w*|min\w*|incl\w*(?: \w+)?|"
    r"espaces? compris\w*|or less|ou moins|o menos))*"
)
"""How long an answer may be."""
_NUMBER_SIGN = re.compile(r"#\s*(?=\d)|\b(no|n°|nº|num)\.?\s*(?=\d)", re.I)
"""The sign before the number of a person: "delegate #2"."""
_NUMBERING = re.compile(
    r"^\s*(?:\(\s*\d{1,2}\s?[a-z]?\s*\)|(?:[a-z]{1,2}\d{2,3}){1,2}\s*(?:\[\w{1,8}\])?\s*[.:)]|(?:q|question|item|preg|p)\s*\.?\s*\d{1,3}(?:[.\-_]\d{1,2})*|"
    r"\d{1,3}(?:\.\d{1,2})*\s*[.):])[\s.):_-]+(?=\S)",
    re.I,
)
_PLURALS = re.compile(
    r"(?<=\w)(?: (?=\(s\)))?\((s|es|x|e|ne|a|as|le|les|ale|ales)\)|(?<=\w)[·.](e|ne|es|s|trice|se)\b(?:[·.]s\b)?", re.I
)
_AS_SHOWN = re.compile(
    r"\b(exactly )?as (it |they |he |she )?(shown|appears?|appearing|should|will|is|are|written|stated|"
    r"listed|on|per|in)\b.*"
    r"|\b(tel(le)?s? qu|comme (sur|dans|indique)|selon le passeport|como (aparece|figura|esta|en)|"
    r"tal (y )?como|conforme a|igual que en)\b.*"
    r"|\b(if|si) (different|other|applicable|any|known|autre|differ\w*|dif\w*|distint\w*|es distint\w*|"
    r"aplica|necess\w*)\b.*"
    r"|\b(incl|including|include|incluyendo|incluir|incluya|avec|y compris|con|with) .*\b(code|indicatif|lada|clave|"
    r"prefix|prefijo)\b.*"
    r"|\b(for|to be|pour|para) (publication|inclusion|published|printed|publier|publicar|la publication) .*"
    r"|\b(e g|eg|for example|such as|p ex|par exemple|por ejemplo|p ej)\b.*"
)
_QUESTION = re.compile(
    r"^(please (say|indicate) )?(if |whether )?(do|does|did|have|has|is|are|am|will|would|can|could|may|"
    r"should|was|were|shall) "
    r"(you|your|the|this|we|i|it|there|a|any|participants?|delegates?)\b"
    r"|^(avez|etes|serez|souhaitez|desirez|voulez|acceptez|autorisez|exportez|pouvez|aurez|disposez|"
    r"consentez|prevoyez|possedez|"
    r"recevez|connaissez|faites|vendez|\w+erez|\w+irez|importez|parlez|aimeriez|voudriez|requerez|"
    r"utilisez|travaillez) vous\b"
    r"|^(votre|l) .*\b(est|a t|a|sont|possede|exporte|dispose|fait|detient|compte)( t)? (elle|il)\b|"
    r"^est ce qu|^faut il|^y a t il"
    r"|^besoin d|^(souhait|desir)e (participer|recevoir)"
    r"|^(ha|han|tiene|tienen|requiere|requieren|desea|desean|asistira|asistiran|cuenta|cuentan|es|esta|"
    r"exporta|acepta|autoriza|"
    r"necesita|necesitan|habla|participara|le|les|usted|su empresa|padece|viaja|viajara|conoce|utiliza|"
    r"puede|podria|sera|va|quiere|"
    r"importa|trae|traera|llevara|vende|produce|existe|hay|se)\b"
)
_WHICH = re.compile(
    r"\b(which|what|who|how|where|why|quel\w*|qu|que|comment|combien|ou|pourquoi|cual\w*|cuant\w*|donde|"
    r"como|con que|a que|please (list|specify|describe))\b"
)
_COUNT = re.compile(
    r"(?<!phone )(?<!mobile )(?<!cell )(?<!fax )(?<!tax )(?<!id )(?<!contact )(?<!registration )(?<!whatsapp )"
    r"\b(number|no) of\b|\b(total number of|nbr? (of|de|d)|nb of|how many|count of|total (number )?of|nombre total|"
    r"nbre|"
    r"combien (d|de)|cuantos|cuantas|cantidad|"
    r"num de (empleados|participantes|asistentes|delegados)|quantity|qty)\b|^of employees|"
    # "nombre" is a number in French, before a noun in the plural, and a name in Spanish
    r"\bnombre (d|de|des) (?!los|las)\w+[sx]\b|"
    r"\b(numero|num|no) de (empleados|trabajadores|participantes|asistentes|personas|delegados|"
    r"colaboradores|noches|anos|reuniones|"
    r"habitaciones|boletos|miembros|dias|citas|mesas|acompanantes|invitados|empresas|expositores|lugares)"
)
_BY = re.compile(
    r"\b(submitted|completed|filled( in| out)?|registered|entered|applied|prepared|requested)( \w+)? by\b|"
    r"\bon behalf\b|\bau nom (de|d|du)\b|"
    r"\b(remplie?|soumise?|inscrite?|saisie?)( \w+)? par\b|\b(llenad|registrad|capturad|enviad|"
    r"requisitad)[oa]( \w+)? por\b|\ben nombre de\b"
)
_WHERE = re.compile(r"\b(where|donde|adonde)\b|^(par |d )?ou \w+ (vous|t on)\b|^export(ing|s)? to$")
_WHEN = re.compile(r"^(registered|submitted|received|created|completed|added) (on|at)$|^(inscrit|soumis|recu) le$")
_WHICH_DESCRIBES = re.compile(
    r"^(which|what)( of the following)?( option| category| one)?( best)? (describes?|applies)\b"
)
_WHO = re.compile(r"^(who|whom|with whom|qui|avec qui|con quien|a quien|quien)\b")
_TAKES_PART = re.compile(r"\b(particip\w+|attend(ing)?|join(ing)?|visit(ing)?|asistir\w*|acudir\w*|assister\w*)\b")
_DESCRIBES = re.compile(
    r"\b(describe|decrivez|describa|presentez|presente) (your|the|our|votre|l|la|su|tu) "
    r"(company|business|organi[sz]ation|firm|entreprise|organisme|societe|empresa)\b"
    r"|\b(company|business|organi[sz]ation|firm|entreprise|societe|empresa)\b.* (in|en) (a )?"
    r"(few|quelques|pocas|brief|bref|breve)\b"
    r"|\b(parlez nous|hablenos|cuentenos|platiquenos|cuentanos|hablanos) (de|sobre|acerca)\b"
)
_BORN = re.compile(r"^nee? (le|a|en)\b")
_DOES = re.compile(
    r"\bwhat (does|do) (your |the )?(company|business|organi[sz]ation|firm) do|^que (hace|fait) (su|votre|la|l) |"
    r"\bwhat (your |the )?(company|business|organi[sz]ation|firm) does\b|\bwhat (do )?you do$|"
    r"\b(que faites vous|ce que vous faites|ce que fait (votre|l) \w+|lo que hace (su|la) \w+|que hacen)$"
)
_MAKES = re.compile(r"\bwhat (do|does) (you|(your|the) (company|business|organi[sz]ation|firm)) (make|build|sell)\b")
_NUMBER_OF_ONE = re.compile(
    r"^(attendee|delegate|participant|registrant|customer|client|member|user|ticket) (no|number|num|id|code)$"
)
_WHY = re.compile(r"\b(why|pourquoi)\b|^por que\b|^porque\b")
_FRENCH_HOW = re.compile(
    r"^comment(?= \w+ (vous|nous|t on|t il|t elle)\b| (l |le |la |les |votre |vos |s |se |est )| avez)"
)
_ROMANCE = re.compile(
    r"\b(empresa|entreprise|societe|compania|compagnie|organismo|organisme|institucion|contacto|"
    r"organizacion|negocio|entidad|persona|personne)s?\b"
)
_DATED = re.compile(r"\b(signed|signe|signee|firmado|firmada) (on|le|el)\b")
_ARRIVING = re.compile(r"\bcheck (in|out)\b")
_MADE_BY = re.compile(
    r"\b(owned|created|modified|updated|creee?|modifiee?|creado|modificado) (by|par|por)\b|\b(invited|"
    r"introduced|nominated|invitee?|presentee?|invitado|presentado) (by|par|por)\b"
)
_INVOICED = re.compile(r"\b(invoic|factur(?!acion))\w*")
_REFUSED = re.compile(
    r"\b(que|qui|that|which|whom) (you )?(no|ne|do not|don t) |\b(do not|don t|would not|wouldn t) (wish|want|like)\b|"
    r"\bne (souhait|voul|desir)\w+ pas\b"
)
_UNDER_NAME = re.compile(r"\b(under|sous|con|bajo) (what|which|quel|que|cual) (name|nom|nombre)\b")
_CERTIFIES_ORIGIN = re.compile(
    r"\b(certif|declar|confirm|attest|garanti)\w*\b.*\b(origin\w*|origen|made|manufactured|produced|fabriqu\w*|"
    r"produits? (au|en)|elaborad\w*|fabricad\w*|hech[oa]s)\b"
)
_GRAMMAR = (
    ("origin declaration", _CERTIFIES_ORIGIN),
    ("operating name", _UNDER_NAME),
    ("refused", _REFUSED),
    ("invoiced", _INVOICED),
    ("applicant", _BY),
    ("staff", _MADE_BY),
    ("where", _WHERE),
    ("why", _WHY),
    ("received", _WHEN),
    ("description", _DOES),
    ("offer", _MAKES),
    ("describes company", _DESCRIBES),
    ("birth", _BORN),
    ("id", _NUMBER_OF_ONE),
    ("type", _WHICH_DESCRIBES),
    ("who", _WHO),
    ("takes part", _TAKES_PART),
    ("date", _DATED),
    ("hotel", _ARRIVING),
)
_FIRST_PERSON = re.compile(
    r"^(i|we|j|je|nous|yo|acepto|autorizo|consiento|by|en|al) ?(hereby |do |also )?(consent|agree|accept|"
    r"authori|understand|acknowledge|accepte|consens|autorise|acepto|autorizo|clicking|cochant|marcar|"
    r"submitting|have read|ai lu|he leido)?"
)
_OF = re.compile(r"\b(de|du|des|d|del)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """The content of a heading."""

    text: str
    """Its folded words."""
    concepts: frozenset[str]
    order: tuple[str, ...]
    """The concepts in the order of the words."""
    unknown: int
    """How many of its words mean nothing here."""
    asks: bool
    """Whether it is a question to be answered with yes or no."""
    counts: bool
    """Whether it asks for a number of something."""
    declares: bool
    """Whether somebody declares something in it ("I agree ...")."""
    ordinal: int
    """The number of the person it counts, 0 where it counts none."""
    owner_first: bool
    """Whether the first noun counts ("contact de l'entreprise") rather than the last ("company contact")."""


def phrase(text: str) -> str:
    """The words of a phrase that count, joined by blanks."""
    return " ".join(word for word in words(text.replace("'", " ").replace("’", " ")).split() if word not in STOP_WORDS)


def singular(word: str) -> str:
    """A word without the ending of the plural, in any of the three languages alike."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 5 and word.endswith(("ches", "shes", "sses", "xes", "ores", "ones", "ades", "iles")):
        return word[:-2]
    if len(word) > 3 and word.endswith(("s", "x")) and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _singular(text: str) -> str:
    return " ".join(map(singular, text.split()))


_PLURAL_ONLY = frozenset({"wants", "goods", "cities", "villes", "ciudades", "sedes", "nombres", "clients", "clientes"})
"""Plurals that mean something else than their singular: one city is where a company is, several are stops."""


def _phrases() -> dict[str, str]:
    found: dict[str, str] = {}
    for concept, listed in (*VOCABULARY.items(), *FROM_FORMS.items()):
        for one in listed.split(","):
            key = phrase(one)
            if key:
                found.setdefault(key, concept)
    for key, concept in list(found.items()):
        if key not in _PLURAL_ONLY:
            found.setdefault(_singular(key), concept)
    return found


_PHRASES = _phrases()
_LONGEST_PHRASE = max(key.count(" ") for key in _PHRASES) + 1


def folded(heading: str) -> str:
    """The folded words of a heading: snake_case, camelCase and a number at the end of a word are words of their own."""
    text = heading[:_LONGEST].replace("_", " ")
    text = _INDEX.sub(lambda found: f" {int(found.group(1)) + 1} ", text)
    if " " not in text.strip():
        text = _DOT.sub(" ", text)
    text = _PLURALS.sub(lambda found: "s" if (found.group(1) or "") == "s" else "", _NUMBERING.sub("", text))
    if not text.isupper():
        text = _CAMEL.sub(" ", text)
    text = _NUMBER_SIGN.sub(" ", text).replace("#", " no ")
    return words(_DIGITS.sub(" ", text.replace("'", " ").replace("’", " ")))


@lru_cache(maxsize=20_000)
def read(heading: str) -> Heading:
    """Return the content of a heading; each heading is read once."""
    whole = folded(heading)
    text = _FRENCH_HOW.sub("", _LIMIT.sub(" ", _without_explanation(whole))).strip()
    text = " ".join(text.split()) or whole
    # "name" alone: of a long explanation the first 40 words count.
    tokens = text.split()[:40]
    number, tokens = ordinals.taken_out(tokens)
    order, unknown = _concepts([token for token in tokens if token not in STOP_WORDS])
    order = (*order, *_by_grammar(text))
    counts = bool(_COUNT.search(text))
    asks = bool(_QUESTION.search(text)) and not _WHICH.search(" ".join(text.split()[:2]))
    declares = bool((found := _FIRST_PERSON.match(text)) and found.group(3)) or text.startswith(
        ("acepto", "autorizo", "consiento", "j accepte")
    )
    return Heading(
        text,
        frozenset(order),
        order,
        unknown,
        asks,
        counts,
        declares,
        number,
        bool(_OF.search(text) or _ROMANCE.search(text)),
    )


def _without_explanation(text: str) -> str:
    """A heading without how or when to answer it, unless that is what it is about ("name as shown on the badge")."""
    found = _AS_SHOWN.search(text)
    if found and found.start() and not _BADGE.search(found.group()):
        return text[: found.start()].strip()
    return text


_BADGE = re.compile(r"badge|insigne|gafete|cocarde|name tag|credencial|escarapela")


def _by_grammar(text: str) -> Iterator[str]:
    """Concepts that stand in small words: by whom, where, on which day."""
    for concept, pattern in _GRAMMAR:
        if pattern.search(text):
            yield concept


def _concepts(tokens: list[str]) -> tuple[tuple[str, ...], int]:
    found = list(_longest(tokens))
    unknown = sum(1 for concept in found if concept == "")
    return tuple(concept for concept in found if concept), unknown


_STEM = re.compile("|".join(sorted(SENSITIVE_STEMS, key=len, reverse=True)))


def _is_neutral(word: str, one: str) -> bool:
    """Whether a word, or its singular, changes nothing."""
    known = word in NEUTRAL or one in NEUTRAL or word in FILLERS or one in FILLERS
    return known or word.isdigit() or bool(FILLER_STEMS.match(word))


def _longest(tokens: list[str]) -> Iterator[str]:
    """The concept of each longest phrase, and nothing for each word that is not known."""
    singulars = list(map(singular, tokens))
    start = 0
    while start < len(tokens):
        concept, end = _phrase_at(tokens, singulars, start)
        if concept:
            yield concept
        else:
            stem = _STEM.match(tokens[start])
            sensitive = SENSITIVE_STEMS[stem.group()] if stem else ""
            if sensitive or not _is_neutral(tokens[start], singulars[start]):
                yield sensitive
        start = end


def _phrase_at(tokens: list[str], singulars: list[str], start: int) -> tuple[str, int]:
    """The concept of the longest phrase that begins at a place, empty for none, and the place behind it.

    Of two words or more words that change nothing may stand between: "companies in Mexico you would meet".
    """
    places = list(range(start, min(start + _LONGEST_PHRASE, len(tokens))))
    for length in range(len(places), 1, -1):
        if concept := _known(tokens, singulars, places[:length]):
            return concept, start + length
    if not _is_neutral(tokens[start], singulars[start]):
        window = range(start + 1, min(start + _WINDOW, len(tokens)))
        parted = [start, *(place for place in window if not _is_neutral(tokens[place], singulars[place]))][:_PARTED]
        for length in range(len(parted), 1, -1):
            if concept := _known(tokens, singulars, parted[:length]):
                return concept, parted[length - 1] + 1
    concept = _known(tokens, singulars, [start])
    if not concept and tokens[start].endswith("s"):
        concept = _PHRASES.get(tokens[start][:-1], "")
    return concept, start + 1


_WINDOW = 8
"""Words among which the parts of a phrase are looked for."""
_PARTED = 4
"""Words of a phrase between which others may stand."""


def _known(tokens: list[str], singulars: list[str], places: list[int]) -> str:
    """The concept of the words at some places, as they stand or in the singular."""
    as_written = _PHRASES.get(" ".join(tokens[place] for place in places))
    return as_written or _PHRASES.get(" ".join(singulars[place] for place in places), "")
