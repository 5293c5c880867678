"""Who the columns of a sheet are about: the account of a form service is nobody, and a list of buyers lists them."""

import re
from dataclasses import replace

from missionplanner.exchange.fields import BY_NAME, normal_heading
from missionplanner.exchange.meanings import Meaning, meaning

_BUYER = re.compile(
    r"\b(buyer|acheteur|comprador|importer|importateur|importador|customer|client|cliente)('?s)?\b", re.I
)
_FEWEST_BUYERS = 3


def with_buyers(meanings: list[Meaning]) -> list[Meaning]:
    """In a list of buyers "Buyer company" and "Buyer e-mail" are nobody else's: the buyers are who registers."""
    buyers = [one for one in meanings if "customer" in one.heading.concepts]
    others = {one.field for one in meanings if one not in buyers}
    if len(buyers) < _FEWEST_BUYERS or others & {"email", "given_name", "full_name"}:
        return meanings
    return [_without_buyer(one, "name" in others) if one in buyers else one for one in meanings]


def _without_buyer(one: Meaning, of_companies: bool) -> Meaning:
    """The meaning without the word for buyers; where companies are listed too, only of what is asked of people."""
    found = meaning(_BUYER.sub("", one.heading.text).replace(" s ", " "))
    is_person = found.field in BY_NAME and BY_NAME[found.field].person
    return found if is_person or not of_companies else one


_ACCOUNT = {"email", "e mail", "name", "nom", "nombre", "adresse de messagerie", "courriel", "correo electronico"}
_SERVICE = ("completion time", "heure de fin", "hora de finalizacion")


def without_respondent(meanings: list[Meaning]) -> list[Meaning]:
    """Form services put the account that answered first ("Email") and rename the form's own question ("Email2")."""
    texts = [one.heading.text for one in meanings]
    if not set(texts) & set(_SERVICE):
        return meanings
    renamed = {account for account in _ACCOUNT & set(texts) if f"{account} 2" in texts}
    found = []
    for one in meanings:
        text, _blank, number = one.heading.text.rpartition(" ")
        if one.heading.text in renamed:
            one = replace(one, fields=(("", 1.0),))
        elif text in renamed and number.isdigit():
            # "Email2" is the first of the form's own, "Email3" its second.
            one = replace(one, heading=replace(one.heading, ordinal=max(1, int(number) - 1)))
        found.append(one)
    return found


def is_account(heading: str) -> bool:
    """Whether a heading is one under which form services put who answered."""
    return normal_heading(heading) in _ACCOUNT
