"""The pages of the hosts' edition."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText, Venue
from missionplanner.i18n import translator
from missionplanner.jobs.packs import drafts, printing
from missionplanner.messages import message
from missionplanner.pack.hosts_pages import ProfileCard
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.style import look, register_fonts
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment, small_mission
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import laid_out_text, parts


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """C1 is visited by 20 companies, C2 by one, C3 by none."""
    folder = tmp_path_factory.mktemp("hosts")
    with small_mission(folder / "m.mission", delegation=20, counterparts=3, slots=21, tables=2) as found:
        for number in range(20):
            meet(found, f"D{number + 1}", "C1", slot=number, table=0)
        meet(found, "D1", "C2", slot=20, table=1)
        with found.change(message("More")) as change:
            venue = found.all(Venue)[0]
            change.update(replace(venue, address="Reforma 80", phone="+525500000000"))
            change.insert(Event(stop_id=1, name_en="Reception", starts=moment(20), ends=moment(22), place="Terrace"))
            change.insert(Event(stop_id=1, name_en="Dinner", starts=moment(22), ends=moment(23)))
            body = "- Duty phone: +52 55 1234 5678"
            change.insert(MissionText(kind="contacts", language="en", title="Emergency", body=body))
            change.update(replace(found.get(Company, key_of(found, "C2")), language="fr"))
        yield found


def pack(store: Store, name: str, language: str = "en") -> bytes:
    company = store.get(Company, key_of(store, name))
    draft = next(drafts.of_companies(drafts.read(store), language, [company], edition=Edition.HOSTS))
    return printing.preview(draft)[0]


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("C1", ["Who visits you", "", "Profiles of your visitors", "How to get there"]),
        ("C2", ["Who visits you", "Profiles of your visitors", "", "How to get there"]),
        ("C3", ["Who visits you", "", "", "How to get there"]),
    ],
)
def test_it_is_a_folded_sheet_however_many_come(hosted: Store, tmp_path: Path, name: str, heads: list[str]) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(pack(hosted, name))
    assert errors(path) == []
    assert archive_errors(path) == []
    pages = laid_out_text(path.read_bytes(), tmp_path).split("\f")[:-1]
    assert [next((head for head in set(heads) - {""} if head in page), "") for page in pages] == heads


def test_who_comes_when_to_which_table_how_to_get_there_and_whom_to_call(hosted: Store, tmp_path: Path) -> None:
    front, *profiles, back = laid_out_text(pack(hosted, "C1"), tmp_path).split("\f")[:-1]
    assert [f"D{number + 1}" in front + profiles[0] for number in range(20)] == [True] * 20
    assert "table 1" in front
    assert all(f"Given D{number + 1}" in "".join(profiles) for number in range(20))
    for words in ("Hall (Mexico City)", "Reforma 80", "Reception", "+52 55 1234 5678"):
        assert words in back
    assert "+52 55 1234 5678" in front
    # Two events of a day stand under one heading.
    assert (back.count("Monday, February 16"), "Dinner" in back) == (1, True)


@pytest.mark.parametrize("visitors", [1, 2, 9])
def test_what_visitors_say_of_themselves_is_printed_to_its_end(tmp_path: Path, visitors: int) -> None:
    with small_mission(tmp_path / "m.mission", delegation=9, counterparts=1, slots=9) as store:
        with store.change(message("Words")) as change:
            for company in store.all(Company):
                words = f"{'Long words on what it makes. ' * 30}The very end."
                change.update(replace(company, description=words))
        for number in range(visitors):
            meet(store, f"D{number + 1}", "C1", slot=number, table=0)
        text = " ".join(laid_out_text(pack(store, "C1"), tmp_path).replace("Notes", "").split())
        assert text.count("very end.") == visitors


def told(folder: Path, visitors: int, lines: int) -> list[str]:
    """The pages of a host whose visitors each say so much of themselves."""
    with small_mission(folder / "m.mission", delegation=visitors, counterparts=1, slots=visitors) as store:
        with store.change(message("Words")) as change:
            for company in store.all(Company):
                words = f"{'Long words on what it makes, and for whom. ' * lines}The very end."
                change.update(replace(company, description=words))
        for number in range(visitors):
            meet(store, f"D{number + 1}", "C1", slot=number, table=0)
        return laid_out_text(pack(store, "C1"), folder).split("\f")[:-1]


def test_a_profile_goes_on_in_the_next_column_where_the_sheet_would_not_do_otherwise(tmp_path: Path) -> None:
    pages = told(tmp_path, visitors=9, lines=12)
    assert (len(pages), "".join(pages).count("end.")) == (4, 9)
    assert "Notes" not in "".join(pages[:-1])


def test_profiles_stand_close_before_they_need_another_sheet(tmp_path: Path) -> None:
    register_fonts()
    with small_mission(tmp_path / "m.mission", delegation=1, counterparts=1) as store:
        with store.change(message("Facts")) as change:
            found = {"employees": 900, "website": "https://a.example", "offers_en": "Glue", "seeks_en": "Wood"}
            change.update(replace(store.get(Company, key_of(store, "D1")), **found))
        meet(store, "D1", "C1", slot=0, table=0)
        (entry,) = parts(store, "C1")[1].meetings
    profile = replace(entry.profile, sectors=Phrase("Wood"))
    card = ProfileCard(replace(entry, profile=profile), 1, look(""), translator("en"))
    _wide, high = card.wrap(200, 1000)
    card.is_dense = True
    assert (card.wrap(200, 1000)[1], [lines for _value, lines in card.chosen][-3]) == (
        high - 6 * 13.5 + 5 * 11, ("Wood · 900\u00a0employees",)
    )  # fmt: skip
    assert card.is_whole


def test_two_sheets_have_lines_for_notes_beside_each_profile(tmp_path: Path) -> None:
    pages = told(tmp_path, visitors=12, lines=15)
    assert (len(pages), "".join(pages).count("end."), "".join(pages).count("Outcome")) == (8, 12, 12)


def test_the_last_page_has_lines_for_notes_below_whom_to_call(hosted: Store, tmp_path: Path) -> None:
    last = laid_out_text(pack(hosted, "C2"), tmp_path).split("\f")[-2]
    assert last.index("How to get there") < last.index("+52 55 1234 5678") < last.index("Notes")


def test_each_is_in_the_language_of_its_company(hosted: Store) -> None:
    material = drafts.read(hosted)
    companies = drafts.takers(material.snapshot, Edition.HOSTS.side)
    found = list(drafts.of_companies(material, "", companies, edition=Edition.HOSTS))
    assert [(draft.own.company, draft.shared.language) for draft in found] == [("C1", "es"), ("C2", "fr"), ("C3", "es")]


def test_nobody_is_told_the_way_to_video_rooms(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as found:
        meet(found, "D1", "C1", slot=0, table=0)
        with found.change(message("Online")) as change:
            for venue in found.all(Venue):
                change.update(replace(venue, online=True))
        text = laid_out_text(pack(found, "C1"), tmp_path)
        french = laid_out_text(pack(found, "C1", "fr"), tmp_path)
    assert ("How to get there" in text, "Video rooms" in text) == (False, True)
    assert ("visit" in text, "Who meets you by video" in text, "Profiles of those you meet" in text) == (
        False,
        True,
        True,
    )
    assert ("visit" in french, "Qui vous rencontre par vidéo" in french) == (False, True)
