"""Two laptops for two cities: a copy each, brought back, on the day, without a network."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Stop
from missionplanner.errors import UserError
from missionplanner.jobs.safety import city_copies, merging
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of
from tests.unit.jobs.safety.conftest import Editor

MONTERREY = Stop(name_en="Monterrey", name_fr="Monterrey", name_es="Monterrey", starts=DAY, ends=DAY)


def test_a_copy_is_named_after_mission_and_city(store: Store, tmp_path: Path) -> None:
    taken = city_copies.take(store, MONTERREY, tmp_path)
    assert taken == tmp_path / f"{store.path.stem} – Monterrey.mission"
    with Store.open(taken) as copy:
        assert copy.mission == store.mission


def test_an_earlier_copy_is_never_overwritten(store: Store, tmp_path: Path) -> None:
    names = [city_copies.take(store, MONTERREY, tmp_path).name for _again in range(3)]
    stem = f"{store.path.stem} – Monterrey"
    assert names == [f"{stem}.mission", f"{stem} 2.mission", f"{stem} 3.mission"]


def test_a_city_is_named_in_the_language_of_the_screen_and_as_a_file_may_be(store: Store, tmp_path: Path) -> None:
    stop = replace(MONTERREY, name_en="Mexico City", name_es="México: D/F")
    i18n.use("es")
    assert city_copies.target(store, stop, tmp_path).name == f"{store.path.stem} – México D F.mission"


def test_a_folder_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        city_copies.take(store, MONTERREY, tmp_path / "no stick")


def test_two_laptops_for_two_cities(both: tuple[Store, Store], edit: Editor, tmp_path: Path) -> None:
    mine, _theirs = both
    stick = tmp_path / "stick"
    stick.mkdir()
    taken = city_copies.take(mine, MONTERREY, stick)
    with Store.open(taken) as monterrey:
        edit(monterrey, "luc", "C1", city="Monterrey")
        with monterrey.change(message("Walk-in")) as change:
            walk_in = replace(monterrey.get(Company, key_of(monterrey, "C2")), id=0, uid="", name="Walk-in")
            change.insert(Application(company_id=change.insert(walk_in)))
    edit(mine, "ana", "C2", city="Guadalajara")
    merging.merge(mine, merging.compare(mine, taken), both=True)
    with Store.open(taken) as monterrey:
        for store in (mine, monterrey):
            cities = {one.name: one.city for one in store.all(Company)}
            assert (cities["C1"], cities["C2"], "Walk-in" in cities) == ("Monterrey", "Guadalajara", True)
        edit(monterrey, "luc", "C1", phone="+528155550100")
    found = merging.compare(mine, taken)
    assert [(one.about, one.fields) for one in found.records] == [("C1", "Phone")]
    assert found.clashes == ()
