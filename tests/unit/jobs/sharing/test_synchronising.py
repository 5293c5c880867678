"""A shared mission is kept the same: what others did is taken in, what they lack is sent, nothing is lost."""

import shutil
import zlib
from pathlib import Path

import pytest

from missionplanner.domain.companies import Attachment, Company
from missionplanner.domain.journals import Letter
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.jobs.safety import clashes
from missionplanner.jobs.sharing import links, synchronising
from missionplanner.jobs.sharing.gathering import About
from missionplanner.jobs.sharing.links import SharedPlace
from missionplanner.jobs.sharing.synchronising import synchronise
from missionplanner.sharing.carrier import BaseName
from missionplanner.store import schema
from missionplanner.store.merging.clashes import ClashKind
from missionplanner.store.merging.parcels import Parcel
from missionplanner.store.merging.state import MergeState
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from missionplanner.store.upkeep.tombstones import Tombstones
from tests.builders import key_of, moment, small_mission
from tests.unit.jobs.sharing.sharers import city, two_sharers
from tests.unit.store.merging.two_copies import add, edit, remove


def parcels_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.steps"))


@pytest.mark.parametrize("password", ["", "five words for a test"])
def test_what_one_changes_comes_to_the_other(tmp_path: Path, password: str) -> None:
    with two_sharers(tmp_path, password) as (one, other):
        edit(one, "D1", city="Laval")
        sent, taken = synchronise(one), synchronise(other)
        assert (sent.sent, sent.changed, taken.sent, taken.changed) == (1, 0, 0, 1)
        assert city(other, "D1") == "Laval"
        assert taken.who == ("somebody",)


def test_with_nothing_new_nothing_is_written(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        for store in (one, other):
            synchronise(store)
        before = [len(store.steps.history()) for store in (one, other)]
        done = [synchronise(store) for store in (one, other)]
        assert [(found.sent, found.changed) for found in done] == [(0, 0), (0, 0)]
        assert [len(store.steps.history()) for store in (one, other)] == before


def test_what_both_wrote_is_a_clash_on_both_sides(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        edit(other, "D1", city="Lévis")
        for store in (one, other, one):
            synchronise(store)
        assert [len(clashes.open_clashes(store)) for store in (one, other)] == [1, 1]
        assert city(one, "D1") == city(other, "D1")


def test_an_attached_file_comes_along(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        digest = one.contents.keep(b"a brochure")
        add(one, Attachment(company_id=key_of(one, "D1"), name="brochure.txt", size=10, digest=digest))
        for store in (one, other):
            synchronise(store)
        assert other.contents.read(digest) == b"a brochure"


def test_a_sealed_folder_shows_no_names(tmp_path: Path) -> None:
    with two_sharers(tmp_path, "five words for a test") as (one, _other):
        edit(one, "D1", city="Saguenay")
        synchronise(one)
        files = [path for path in (tmp_path / "shared" / "missionplanner").rglob("*") if path.is_file()]
        assert [path.name for path in files if b"Saguenay" in path.read_bytes()] == []
        assert {path.read_bytes()[:6] for path in files if path.suffix != ".mission"} == {b"TMPS1\n"}


def test_a_folder_that_is_away_loses_nothing(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        (tmp_path / "shared").rename(tmp_path / "away")
        edit(one, "D1", city="Laval")
        with pytest.raises(UserError, match="cannot be reached"):
            synchronise(one)
        assert synchronising.unsent(one) == 1
        (tmp_path / "away").rename(tmp_path / "shared")
        assert (synchronise(one).sent, synchronise(other).changed) == (1, 1)
        assert synchronising.unsent(one) == 0


def test_a_parcel_that_is_half_there_waits_and_comes_in_later(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        synchronise(one)
        (path,) = parcels_in(tmp_path)
        whole = path.read_bytes()
        path.write_bytes(whole[:40])
        assert (synchronise(other).waiting, city(other, "D1") == "Laval") == (1, False)
        path.write_bytes(whole)
        assert (synchronise(other).waiting, city(other, "D1")) == (0, "Laval")


def test_a_parcel_whose_forerunner_is_not_there_waits(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        for name in ("Laval", "Gatineau"):
            edit(one, "D1", city=name)
            synchronise(one)
        first, _second = parcels_in(tmp_path)
        first.rename(first.with_suffix(".away"))
        assert (synchronise(other).waiting, city(other, "D1") in ("Laval", "Gatineau")) == (1, False)
        first.with_suffix(".away").rename(first)
        assert (synchronise(other).waiting, city(other, "D1")) == (0, "Gatineau")


def test_a_folder_put_back_gets_again_what_it_lacks(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        shutil.copytree(tmp_path / "shared", tmp_path / "kept")
        edit(one, "D1", city="Laval")
        for store in (one, other):
            synchronise(store)
        edit(other, "D2", city="Gatineau")
        shutil.rmtree(tmp_path / "shared")
        (tmp_path / "kept").rename(tmp_path / "shared")
        for store in (other, one):
            synchronise(store)
        assert [city(store, name) for store in (one, other) for name in ("D1", "D2")] == ["Laval", "Gatineau"] * 2
        assert len(parcels_in(tmp_path)) == 1


def test_a_lost_memory_is_read_again(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        synchronise(one)
        link = synchronising.need_link(other)
        links.remember(other.path, link)
        assert synchronise(other).changed == 1


def test_what_a_newer_program_wrote_waits_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        with monkeypatch.context() as patch:
            patch.setattr(schema, "FORMAT", schema.FORMAT + 1)
            synchronise(one)
        done = synchronise(other)
        assert (done.newer, done.changed) == (1, 0)


def test_who_was_erased_leaves_the_folder_once_all_have_obeyed(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        person = add(other, Person(company_id=key_of(other, "D1"), given_name="Zoé", family_name="Tremblay-Aubé"))
        for store in (other, one):
            synchronise(store)
        erasing.erase(one, [next(found.id for found in one.all(Person) if found.uid == person.uid)])
        assert synchronise(one).not_obeyed == ("somebody",)
        assert synchronise(other).erased == 1
        assert synchronise(one).not_obeyed == ()
        names = [found.family_name for store in (one, other) for found in store.all(Person) if found.uid == person.uid]
        assert names == ["", ""]
        for path in parcels_in(tmp_path / "shared"):
            assert "Tremblay-Aubé".encode() not in zlib.decompress(path.read_bytes()[22:])
        for path in (tmp_path / "shared").rglob("*.mission"):
            assert "Tremblay-Aubé".encode() not in path.read_bytes()


@pytest.mark.parametrize("has_obeyed", [False, True])
def test_an_erasure_brings_back_no_company_deleted_meanwhile(tmp_path: Path, has_obeyed: bool) -> None:
    with two_sharers(tmp_path) as (one, other):
        company = key_of(one, "D1")
        person = add(one, Person(company_id=company, given_name="Zoé", family_name="Tremblay-Aubé"))
        edit(one, "D1", notes="Call Zoé Tremblay-Aubé")
        for store in (one, other):
            synchronise(store)
        erasing.erase(one, [person.id])
        if has_obeyed:  # what the other makes of it, a third deletes the company without
            synchronise(one)
            (tmp_path / "c.mission").write_bytes((tmp_path / "b.mission").read_bytes())
            with Store.open(tmp_path / "c.mission") as third:
                links.remember(third.path, SharedPlace(third.mission.uid, str(tmp_path / "shared")))
                remove(third, Company, key_of(third, "D1"))
                synchronise(other)
                synchronise(third)
        else:
            remove(other, Company, key_of(other, "D1"))
        for store in (other, one, other):
            synchronise(store)
        for store in (one, other):
            assert "D1" not in {found.name for found in store.all(Company)}
            assert clashes.open_clashes(store) == []


def test_a_text_written_meanwhile_brings_its_company_back_though_somebody_was_erased_in_it(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        person = add(one, Person(company_id=key_of(one, "D2"), given_name="Zoé", family_name="Tremblay-Aubé"))
        for store in (one, other):
            synchronise(store)
        edit(one, "D1", notes="Ask Zoé Tremblay-Aubé first")
        erasing.erase(one, [person.id])
        remove(other, Company, key_of(other, "D1"))
        for store in (one, other, one):
            synchronise(store)
        for store in (one, other):
            assert store.get(Company, key_of(store, "D1")).notes == ""
            assert [found.clash.kind for found in clashes.open_clashes(store)] == [ClashKind.DELETED]


def test_two_texts_written_apart_stay_both_when_somebody_is_erased_in_them(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        person = add(one, Person(company_id=key_of(one, "D2"), given_name="Zoé", family_name="Tremblay-Aubé"))
        for store in (one, other):
            synchronise(store)
        edit(other, "D1", notes="Never ask")
        edit(one, "D1", notes="Ask Zoé Tremblay-Aubé first")
        for store in (one, other, one):
            synchronise(store)
        erasing.erase(one, [person.id])
        for store in (one, other, one):
            synchronise(store)
        for store in (one, other):
            (found,) = clashes.open_clashes(store)
            assert {choice.values for choice in found.clash.choices} == {("",), ("Never ask",)}


def test_many_parcels_are_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(synchronising, "PACK_ABOVE", 2)
    with two_sharers(tmp_path) as (one, other):
        for number in range(5):
            edit(one, "D1", city=f"City {number}")
            synchronise(one)
        assert (len(parcels_in(tmp_path)) <= 3, len(list((tmp_path / "shared").rglob("*.mission")))) == (True, 1)
        assert (synchronise(other).waiting, city(other, "D1")) == (0, "City 4")


def test_a_mission_that_is_not_shared_says_so(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as store:
        assert (synchronising.link_of(store), synchronising.unsent(store)) == (None, 0)
        with pytest.raises(UserError, match="This mission is not shared"):
            synchronise(store)


def test_an_older_file_put_back_gets_everything_again(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(other, "D1", city="Laval")
        other.backup(tmp_path / "kept.mission")
        edit(other, "D1", city="Gatineau")
        for store in (other, one):
            synchronise(store)
        other.close()
        shutil.copy(tmp_path / "kept.mission", tmp_path / "b.mission")
        with Store.open(tmp_path / "b.mission") as back:
            synchronise(back)
            assert (city(back, "D1"), synchronise(one).changed) == ("Gatineau", 0)


def test_letters_that_only_a_packed_parcel_held_come_in_by_the_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synchronising, "PACK_ABOVE", 0)
    with two_sharers(tmp_path) as (one, other):
        letter = Letter(company_id=key_of(one, "D1"), kind="accepted", language="en", sent_at=moment(9))
        one.record(letter)
        synchronise(one)
        assert parcels_in(tmp_path) == []
        synchronise(other)
        assert [(found.kind, found.company_id) for found in other.all(Letter)] == [("accepted", key_of(other, "D1"))]


def test_letters_are_not_lost_to_a_base_of_somebody_else(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        person = add(other, Person(company_id=key_of(other, "D1"), family_name="Roy", email="roy@d1.example"))
        for store in (other, one):
            synchronise(store)
        one.record(Letter(company_id=key_of(one, "D1"), kind="accepted", language="en", sent_at=moment(9)))
        erasing.erase(other, [person.id])
        for store in (one, other, one, other):
            synchronise(store)
        assert [len(store.all(Letter)) for store in (one, other)] == [1, 1]


@pytest.mark.parametrize(
    ("known", "has"), [({"letters": {"u1", "u2"}}, True), ({"letters": {"u2"}}, False), ({}, False)]
)
def test_a_base_has_the_entries_of_a_parcel_or_does_not_replace_it(known: dict[str, set[str]], has: bool) -> None:
    base = About(BaseName("a1", 1), frozenset(), known, Tombstones())
    parcel = Parcel({}, {}, MergeState(journals={"letters": {"u1": (None, "u1")}}), 1)
    assert synchronising._has_entries(base, parcel) is has
