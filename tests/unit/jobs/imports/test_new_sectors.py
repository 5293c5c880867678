"""Sectors that come with a file: one step with its companies, and never without being asked for."""

from pathlib import Path

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, CompanySector
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import Sector
from missionplanner.jobs.imports import companies, new_sectors
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.jobs.imports.bringing import bring, look, write

FILE = (
    ["Company", "Sectors"],
    ["Nord Ost", "Cheese; Fisheries"],
    ["Sud Lait", "cheese; Advanced manufacturing"],
    ["D1", "Butter"],
)


def sectors_of(store: Store, name: str) -> list[str]:
    rows = [row.sector_id for row in store.all(CompanySector) if row.company_id == key_of(store, name)]
    return [store.get(Sector, key).name_en for key in rows]


def test_unknown_are_the_names_of_short_values_each_once() -> None:
    values = ["Cheese", "cheese", "!", "x" * 61, "Butter"]
    issues = [Issue("unknown_sector", "", Severity.WARNING, 2, value=value) for value in values]
    other = Issue("unknown_stop", "", Severity.WARNING, 2, value="Rome")
    assert new_sectors.unknown([*issues, other]) == ("Cheese", "Butter")


def test_made_have_codes_of_their_own_and_colours_nobody_has() -> None:
    known = [Sector(id=1, code="S2", name_en="A", colour="#3d6fb4")]
    found = new_sectors.made(["Cheese", "Butter"], known)
    assert [(one.id, one.code, one.name_en) for one in found] == [(-1, "S3", "Cheese"), (-2, "S4", "Butter")]
    assert len({"#3d6fb4", *(one.colour for one in found)}) == 3


def test_sectors_are_added_with_the_companies_as_one_step(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        path = write(tmp_path / "f.csv", *FILE)
        before = store.snapshot()
        offered = look(store, path).unknown_sectors
        assert offered == ("Cheese", "Fisheries", "Butter")
        plan = look(store, path, sectors=dict(zip(offered, offered, strict=True)))
        assert (plan.unknown_sectors, [one.name_en for one in plan.new_sectors]) == ((), list(offered))
        companies.accept(store, plan)
        assert sectors_of(store, "Nord Ost") == ["Cheese", "Fisheries"]
        assert sectors_of(store, "D1")[-1:] == ["Butter"]
        after = store.snapshot()
        assert not any(company.notes for company in store.all(Company))
        again = look(store, path)
        assert (again.count(RowOutcome.SAME), again.unknown_sectors) == (3, ())
        store.undo()
        assert store.snapshot() == before
        store.redo()
        assert store.snapshot() == after


def test_nobody_who_does_not_ask_gets_a_sector(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        number = store.count(Sector)
        bring(store, tmp_path / "f.csv", *FILE)
        assert store.count(Sector) == number
        assert store.get(Company, key_of(store, "Nord Ost")).notes == "Sectors: Cheese\nSectors: Fisheries"


def test_names_joined_by_and_are_two_where_each_stands_alone_and_one_elsewhere(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        rows = (["Company", "Sectors"], ["A1", "Milk and cheese"], ["B1", "Pulp & paper, Glass"])
        assert look(store, write(tmp_path / "f.csv", *rows)).unknown_sectors == (
            "Milk and cheese", "Pulp & paper", "Glass",
        )  # fmt: skip
        rows = (*rows, ["C2", "Cheese"], ["D2", "Milk"])
        assert look(store, write(tmp_path / "f.csv", *rows)).unknown_sectors == (
            "Pulp & paper", "Glass", "Cheese", "Milk",
        )  # fmt: skip


def test_a_name_that_stands_for_a_sector_is_known_from_then_on(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        known, path = store.all(Sector), write(tmp_path / "f.csv", *FILE)
        before = store.snapshot()
        said = {"Cheese": known[0].code, "Butter": known[0].name_fr or known[0].name_en, "Fisheries": ""}
        plan = look(store, path, sectors=said)
        assert (plan.unknown_sectors, plan.new_sectors) == (("Fisheries",), ())
        companies.accept(store, plan)
        assert sectors_of(store, "Nord Ost") == [known[0].name_en]
        spelled = store.get(Sector, known[0].id).spellings
        assert spelled == "; ".join(filter(None, [known[0].spellings, "Cheese", "Butter"]))
        again = look(store, path)
        assert (again.count(RowOutcome.SAME), again.unknown_sectors) == (3, ("Fisheries",))
        store.undo()
        assert store.snapshot() == before


def test_several_names_stand_for_one_new_sector(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        path = write(tmp_path / "f.csv", *FILE)
        plan = look(store, path, sectors={"Cheese": "Dairy = Laiterie", "Butter": "dairy = laiterie"})
        companies.accept(store, plan)
        (added,) = [one for one in store.all(Sector) if one.name_en == "Dairy"]
        assert (added.name_fr, added.spellings) == ("Laiterie", "Cheese; Butter")
        assert (sectors_of(store, "Sud Lait")[0], sectors_of(store, "D1")[-1]) == ("Dairy", "Dairy")
