"""The texts of the briefing in packs: those of one's own sectors and cities, all of them for the leader."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.briefings import Briefing, BriefingKind
from missionplanner.domain.companies import CompanySector
from missionplanner.domain.figures import Figure
from missionplanner.domain.journals import Edition
from missionplanner.domain.packs import PackPage
from missionplanner.i18n import translator
from missionplanner.jobs.packs import drafts, printing
from missionplanner.messages import message
from missionplanner.pack import briefing_content
from missionplanner.pack.delegate_content import Block
from missionplanner.store.store import Store
from tests.builders import add_trade, key_of, small_mission
from tests.unit.pack.making import draft, flowing_text, parts, printed

T = translator("fr")


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A mission whose only company of the delegation is in the first sector and goes to the first stop."""
    with small_mission(tmp_path_factory.mktemp("briefed") / "m.mission", 1, 1) as store:
        with store.change(message("Texts")) as change:
            add_trade(change)
            for figure in store.all(Figure):
                change.update(replace(figure, link="https://stats.example/trade"))
            change.insert(CompanySector(company_id=key_of(store, "D1"), sector_id=1))
            for place, (kind, sector, stop, text) in enumerate(
                (
                    (BriefingKind.REFERENCES, None, None, "Atlas of ports"),
                    (BriefingKind.OPPORTUNITIES, 1, None, "Trade is {figure:trade.2024}.\n\n- cranes\n- pilots"),
                    (BriefingKind.REGULATION, 1, 1, "Permits at the harbour"),
                    (BriefingKind.WHO_IS_WHO, 1, None, ""),
                )
            ):
                texts = {"body_en": text, "body_fr": f"En français : {text}" if kind == "regulation" else ""}
                change.insert(Briefing(kind=kind, sector_id=sector, stop_id=stop, position=place, **texts))
        yield store


def test_a_pack_has_the_texts_of_its_own_sectors_and_cities(mission: Store) -> None:
    shared, own = parts(mission, "D1", "fr")
    sector, stop = mission.snapshot().sectors[0].name("fr"), mission.snapshot().stops[0].name("fr")
    assert [one.title for one in shared.briefings] == ["Références"]
    assert [one.title for one in own.briefings] == [f"Possibilités – {sector}", f"Réglementation – {sector}, {stop}"]
    assert [one.language for one in own.briefings] == ["en-CA", ""]
    assert parts(mission, "C1", "fr")[1].briefings == ()
    snapshot = mission.snapshot()
    company = snapshot.company[key_of(mission, "D1")]
    elsewhere = replace(snapshot, briefings=[replace(one, sector_id=None, stop_id=9) for one in snapshot.briefings])
    assert briefing_content.of_company(elsewhere, company, T) == ()
    without = replace(snapshot, mission=replace(snapshot.mission, pack_pages=PackPage.SCHEDULE.value))
    assert briefing_content.of_company(without, company, T) == ()


def test_numbers_of_texts_have_notes_that_lead_to_their_source(mission: Store) -> None:
    _shared, own = parts(mission, "D1", "en")
    assert own.briefings[0].blocks[0].text == "Trade is over CAD 56 billion¹."
    assert own.briefings[0].blocks[-1] == Block(
        "note", "¹ Source: Office of statistics, as of June 30, 2025.", "https://stats.example/trade"
    )


def test_the_leader_reads_all_and_hosts_none(mission: Store) -> None:
    assert len(draft(mission, Edition.LEADER).shared.briefings) == 3
    material = drafts.read(mission)
    (hosts,) = drafts.of_companies(
        material, "en", [material.snapshot.company[key_of(mission, "D1")]], edition=Edition.HOSTS
    )
    assert (hosts.shared.briefings, hosts.own.briefings) == ((), ())


@pytest.mark.parametrize("edition", [Edition.DELEGATE, Edition.LARGE, Edition.LEADER])
def test_texts_are_printed(mission: Store, tmp_path: Path, edition: Edition) -> None:
    if edition is Edition.LEADER:
        content = printed(mission, edition)
    else:
        material = drafts.read(mission)
        company = material.snapshot.company[key_of(mission, "D1")]
        content = printing.preview(next(drafts.of_companies(material, "en", [company], edition=edition)))[0]
    text = flowing_text(content, tmp_path)
    assert [part for part in ("Atlas of ports", "cranes", "Permits at the harbour") if part not in text] == []


def test_sources_below_charts_and_texts_lead_to_their_pages(mission: Store) -> None:
    with pikepdf.open(BytesIO(printed(mission, "D1"))) as pdf:
        found = [link for page in pdf.pages for link in page.obj.get("/Annots", []) if "/A" in link]
        leads = {str(link.Contents): str(link.A.URI) for link in found if "stats" in str(link.A.URI)}
    said = "Source: Office of statistics, as of June 30, 2025."
    assert leads == dict.fromkeys((said, f"¹ {said}"), "https://stats.example/trade")


def test_a_changed_text_is_a_change_of_the_market_pages(mission: Store) -> None:
    before = draft(mission, "D1").content["parts"]
    text = mission.all(Briefing)[2]
    with mission.change(message("Edit")) as change:
        change.update(replace(text, body_en="No permits"))
    after = draft(mission, "D1").content["parts"]
    mission.undo()
    assert {part for part in before if before[part] != after[part]} == {PackPage.BRIEFING}
