"""Who could replace what: inputs that companies buy in third countries, beside what the other side offers."""

from dataclasses import dataclass

from missionplanner.domain.companies import BoughtInput, OfferingKind, Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.jobs.requests.partner_profiles import entries
from missionplanner.matching.concepts import Concepts
from missionplanner.matching.likeness import Vocabulary, covered
from missionplanner.matching.trade_words import language_of, trade_words
from missionplanner.paths import resources

_LEAST = 0.45
"""The share of what an input is that an offer must speak of."""
_ANY = 1e-6
"""Also what many offer replaces an input, however little weight its words have."""
_MOST = 3
"""So many companies are named for an input."""


@dataclass(frozen=True, slots=True)
class InputReplacement:
    """A company of the other side that offers something like an input somebody buys in a third country."""

    bought: BoughtInput
    company_id: int
    offer: str
    likeness: float
    """0-1."""


def replacements(snapshot: Snapshot) -> list[InputReplacement]:
    """Return who could replace what, by the companies that buy it, the likest offers of each input first."""
    mission = snapshot.mission
    here = {fold(mission.home_country), fold(mission.host_country)}
    found: list[InputReplacement] = []
    for side in Side:
        buyers = {company.id for company in snapshot.participants(side)}
        bought = [one for one in snapshot.inputs if one.company_id in buyers and one.country]
        third = [one for one in bought if fold(one.country) not in here]
        sellers = [company.id for company in snapshot.participants(side.other)]
        offers = [(key, text) for key in sellers for text in entries(snapshot, key, OfferingKind.OFFERS)]
        found += _likest(third, offers)
    names = {company.id: fold(company.name) for company in snapshot.companies}
    return sorted(found, key=lambda one: (names[one.bought.company_id], one.bought.position, -one.likeness))


def _likest(inputs: list[BoughtInput], offers: list[tuple[int, str]]) -> list[InputReplacement]:
    if not (inputs and offers):
        return []
    asked, given = [_concepts(one.what) for one in inputs], [_concepts(text) for _key, text in offers]
    known = Vocabulary([*asked, *given])
    likeness = covered(known.vectors(asked), known.vectors(given), _ANY)
    found: list[InputReplacement] = []
    for row, one in enumerate(inputs):
        best: dict[int, InputReplacement] = {}
        for place in likeness[row].argsort(kind="stable")[::-1]:
            (key, text), like = offers[place], float(likeness[row, place])
            if like >= _LEAST and key not in best and len(best) < _MOST:
                best[key] = InputReplacement(one, key, text, round(like, 3))
        found += best.values()
    return found


def _concepts(text: str) -> Concepts:
    return trade_words(resources() / "matching").read(text, language_of(text))
