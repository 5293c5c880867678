"""The texts of the briefing that are of sectors and cities: a pack has those of its own, beside the general ones."""

from collections.abc import Iterable

from missionplanner.domain.briefings import BRIEFING_LABELS, Briefing, in_order
from missionplanner.domain.companies import Company
from missionplanner.domain.figure_texts import FilledNumbers
from missionplanner.domain.mission_counts import counts
from missionplanner.domain.packs import PackPage, pages_of
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import Translator, translator
from missionplanner.pack.delegate_content import TextSection
from missionplanner.pack.text_sections import section


def general(snapshot: Snapshot, t: Translator) -> tuple[TextSection, ...]:
    """The texts of the whole market: of no sector and no city."""
    return _sections(snapshot, (one for one in snapshot.briefings if one.is_general), t)


def every(snapshot: Snapshot, t: Translator) -> tuple[TextSection, ...]:
    """All texts, as the leader reads them, who goes everywhere with everybody."""
    return _sections(snapshot, snapshot.briefings, t)


def of_company(snapshot: Snapshot, company: Company, t: Translator) -> tuple[TextSection, ...]:
    """The texts of the sectors of a company and the cities it goes to, beside those of the whole market."""
    if not snapshot.briefings or PackPage.BRIEFING not in pages_of(snapshot.mission.pack_pages):
        return ()
    mine = snapshot.sectors_of.get(company.id, [])
    sectors = {*mine, *map(snapshot.main_sector, mine)}
    stops = snapshot.stops_for(company.id)
    return _sections(
        snapshot, (one for one in snapshot.briefings if not one.is_general and one.is_about(sectors, stops)), t
    )


def _sections(snapshot: Snapshot, briefings: Iterable[Briefing], t: Translator) -> tuple[TextSection, ...]:
    counted, found = counts(snapshot), []
    for one in in_order(list(briefings)):
        body, language = one.text(t.language)
        if body.strip():
            numbers = FilledNumbers(snapshot.numbers, counted, translator(language))
            found.append(section(_title(snapshot, one, t), body, language, numbers, t))
    return tuple(found)


def _title(snapshot: Snapshot, briefing: Briefing, t: Translator) -> str:
    """The question a text answers, and what it is of: "Opportunities – Agri-food, Monterrey"."""
    sector, stop = snapshot.sector.get(briefing.sector_id or 0), snapshot.stop.get(briefing.stop_id or 0)
    of = ", ".join(one.name(t.language) for one in (sector, stop) if one)
    return " – ".join(filter(None, (t(BRIEFING_LABELS[briefing.kind]), of)))
