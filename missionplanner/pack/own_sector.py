"""The sector of a pack's company: the fellow delegates of it, and what is registered of the other side in it."""

from collections import Counter
from collections.abc import Iterable

from missionplanner.domain.companies import Company, OfferingKind, Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import Fellow, SectorFacts
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.wording import named, offerings, shortened

_SOUGHT = 3
"""So many of the things most asked for are named."""
_LONGEST = 80
"""The most characters of what is looked for; longer texts are whole requests, not things."""


def fellows(snapshot: Snapshot, company: Company, own_people: Iterable[int], t: Translator) -> tuple[Fellow, ...]:
    """The people of one's own side and sector who go to a stop one goes to, by family name, without `own_people`."""
    mine, stops = set(own_people), snapshot.stops_for(company.id)
    found: dict[int, tuple[tuple[str, str], Fellow]] = {}
    for other in snapshot.of_sector.get((company.side, snapshot.sector_of(company.id)), ()):
        if other.id == company.id or not stops & snapshot.stops_for(other.id):
            continue
        for person in snapshot.delegates_of.get(other.id, ()):
            name = snapshot.addressed(person, t.language)
            if name and person.id not in mine and person.id not in found:
                key = t.sort_key(f"{person.family_name} {person.given_name}")
                found[person.id] = key, Fellow(shortened(name), shortened(other.name))
    return tuple(fellow for _key, fellow in sorted(found.values(), key=lambda pair: pair[0]))


def facts(snapshot: Snapshot, company: Company, meetings: int, t: Translator) -> SectorFacts | None:
    """The registrations of the other side in the company's main sector; None where it has no sector."""
    sector = snapshot.sector_of(company.id)
    if not sector:
        return None
    side = Side.COUNTERPART if company.side is Side.DELEGATION else Side.DELEGATION
    others = snapshot.of_sector.get((side, sector), [])
    stops = snapshot.stops_for(company.id)
    counts = [(t.number(len(others)), _of_sector(side, t))]
    for stop in snapshot.stops:
        number = sum(stop.id in snapshot.stops_for(other.id) for other in others) if stop.id in stops else 0
        if number:
            counts.append((t.number(number), t("of them in {city}").format(city=stop.name(t.language))))
    counts.append((t.number(meetings), t.count("meeting of yours", "meetings of yours", meetings)))
    return SectorFacts(named(snapshot.sector[sector], t), tuple(counts[-4:]), _sought(snapshot, others, t))


def _of_sector(side: Side, t: Translator) -> str:
    if side is Side.COUNTERPART:
        return t("counterparts of your sector")
    return t("companies of the delegation in your sector")


def _sought(snapshot: Snapshot, companies: Iterable[Company], t: Translator) -> tuple[Phrase, ...]:
    """The things most of these companies look for, those most often named first."""
    named: Counter[str] = Counter()
    written: dict[str, Phrase] = {}
    for company in companies:
        for said in offerings(snapshot, company, OfferingKind.SEEKS, t):
            key = " ".join(said.text.casefold().split())
            if key and len(key) <= _LONGEST:
                written.setdefault(key, said)
                named[key] += 1
    return tuple(written[key] for key, _number in named.most_common(_SOUGHT))
