"""The legal forms of companies, as names end in them."""

import re
from functools import lru_cache

from missionplanner.domain.spelling import words

_FORMS = {
    "inc": "inc incorporated incorporee", "corp": "corp corporation", "ltd": "ltd limited ltee limitee", "co": "co company cie compagnie",
    "llc": "llc", "llp": "llp", "lp": "lp", "ulc": "ulc", "plc": "plc", "gmbh": "gmbh", "sa": "sa", "sas": "sas", "srl": "srl",
    "senc": "senc sencrl", "coop": "coop|cooperative|co op",
    "sadecv": "sa de cv|sa de c v|sociedad anonima de capital variable|sadecv|s a de c v",
    "sapidecv": "sapi de cv|sapi de c v|sociedad anonima promotora de inversion de capital variable|s a p i de c v",
    "srldecv": "s de rl de cv|s de r l de cv|s de rl de c v|srl de cv|sociedad de responsabilidad limitada de capital variable|s de r l de c v",
    "srlmi": "s de rl|s de r l|sociedad de responsabilidad limitada", "sc": "sc|s c|sociedad civil", "ac": "ac|a c|asociacion civil",
    "sabdecv": "sab de cv|s a b de c v", "sofom": "sofom enr|sofom er", "sasdecv": "sas de cv", "enr": "enr enregistree",
}  # fmt: skip
FORM_OF = {
    ending: form for form, text in _FORMS.items() for ending in (text.split("|") if "|" in text else text.split())
}
"""The key of a form by its spellings, as plain words."""
ENDING = re.compile(f" ({'|'.join(FORM_OF)})$")
"""A form at the end of a name in plain words."""
_LONGEST = max(len(ending.split()) for ending in FORM_OF)


@lru_cache(maxsize=20_000)
def without_form(name: str) -> str:
    """Return a name as it was typed, without the legal forms at its end; a name that is nothing else stays."""
    kept = name.split()
    while len(kept) > 1:
        spans = range(max(len(kept) - _LONGEST, 1), len(kept))
        start = next((start for start in spans if _plain(kept[start:]) in FORM_OF), None)
        # Of "Foo & Co." nothing can go: the sign before it would be left.
        if start is None or _plain(kept[start - 1 : start]) in ("", "and", "et", "y", "e"):
            break
        del kept[start:]
    return " ".join(kept).rstrip(",")


def _plain(parts: list[str]) -> str:
    return words(" ".join(parts))
