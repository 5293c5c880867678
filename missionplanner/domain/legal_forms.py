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
    "bv": "bv|b v", "nv": "nv|n v", "bvba": "bvba|b v b a", "sprl": "sprl|s p r l", "vof": "vof|v o f", "sarl": "sarl|s a r l",
    "eurl": "eurl", "ag": "ag|a g", "kg": "kg|gmbh co kg|gmbh und co kg", "ug": "ug haftungsbeschrankt", "ek": "ek|e k",
    "lda": "lda", "ltda": "ltda", "eireli": "eireli", "as": "as|a s", "aps": "aps", "ab": "ab",
    "oy": "oy", "oyj": "oyj", "ehf": "ehf", "spzoo": "sp z oo|sp z o o|spolka z o o|sp zoo", "sro": "s r o|sro", "doo": "d o o|doo",
    "kft": "kft", "zrt": "zrt", "ood": "ood", "eood": "eood", "ou": "ou", "uab": "uab", "sia": "sia", "pty": "pty ltd|pty limited|pty",
    "pte": "pte ltd|pte limited|pte", "pvt": "pvt ltd|private limited|pvt limited", "sdnbhd": "sdn bhd|bhd", "tbk": "tbk",
    "kk": "k k|kabushiki kaisha", "sti": "ltd sti|limited sirketi",
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


def with_form_kept(name: str) -> tuple[str, str]:
    """Return a name in two: what may go over lines, and the last word of it with the legal forms after that."""
    kept, whole = without_form(name).split(), name.split()
    if len(kept) == len(whole):
        return " ".join(whole), ""
    return " ".join(whole[: len(kept) - 1]), " ".join(whole[len(kept) - 1 :])


def form_whole(name: str) -> str:
    """Return a name whose legal forms are not parted at the end of a line: "S. de R.L. de C.V."."""
    start = len(without_form(name).split())
    words_of = name.split(" ")
    if len(words_of) - start < _PARTED or "" in words_of:
        return name
    return " ".join([*words_of[:start], "\N{NO-BREAK SPACE}".join(words_of[start:])])


_PARTED = 2
"""Forms of so many words could be parted."""


def _plain(parts: list[str]) -> str:
    return words(" ".join(parts))
