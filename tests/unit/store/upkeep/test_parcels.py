"""What is sent to those who share a mission, and taken from them."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Attachment, Company
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, parcels
from tests.builders import key_of
from tests.unit.store.merging.two_copies import add, edit, two_copies


def send(one: Store, other: Store) -> parcels.Parcel:
    """Return what the other lacks of a mission, as it was read."""
    return parcels.opened(other, parcels.cut(one, parcels.heads(other).values(), {}).content)


def take(store: Store, *found: parcels.Parcel, contents: dict[str, bytes] | None = None) -> int:
    joined = parcels.join(store, found, lambda digest: (contents or {}).get(digest))
    return sum(parcels.take(store, joined, message("Merge")).values())


def test_a_parcel_brings_what_was_written(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        assert take(other, send(one, other)) == 1
        assert other.get(Company, key_of(other, "D1")).city == "Laval"
        assert parcels.heads(one).items() <= parcels.heads(other).items()


def test_a_file_that_has_everything_has_no_news(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        heads = set(parcels.heads(one).values())
        assert not parcels.has_news(one, heads, {})
        edit(one, "D1", city="Laval")
        assert parcels.has_news(one, heads, {})
        assert [parcels.holds(store, parcels.heads(one).values()) for store in (one, other)] == [True, False]


def test_attached_files_are_named_and_fetched(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        digest = one.contents.keep(b"a brochure")
        add(one, Attachment(company_id=key_of(one, "D1"), name="brochure.txt", size=10, digest=digest))
        assert parcels.cut(one, parcels.heads(other).values(), {}).digests == {digest}
        take(other, send(one, other), contents={digest: b"a brochure"})
        assert other.contents.read(digest) == b"a brochure"


def test_who_was_erased_elsewhere_is_erased_here_first(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        person = add(one, Person(company_id=key_of(one, "D1"), given_name="Zoé", family_name="Tremblay"))
        take(other, send(one, other))
        erasing.erase(one, [person.id])
        found = send(one, other)
        assert parcels.needs_erasing(other, [found])
        assert parcels.obey(other, [found]) == 1
        assert not parcels.needs_erasing(other, [found])
        take(other, found)
        assert [one.family_name for one in other.all(Person) if one.uid == person.uid] == [""]


def test_a_parcel_brings_nobody_back_who_was_erased_here(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        person = add(one, Person(company_id=key_of(one, "D1"), given_name="Zoé", family_name="Tremblay"))
        found = send(one, other)
        take(other, found)
        erasing.erase(other, [key for key, uid in ((p.id, p.uid) for p in other.all(Person)) if uid == person.uid])
        edit(one, "D1", notes="Zoé Tremblay calls back")
        take(other, send(one, other))
        assert "Tremblay" not in other.get(Company, key_of(other, "D1")).notes
        assert [one.family_name for one in other.all(Person) if one.uid == person.uid] == [""]


def test_somebody_erased_who_was_entered_again_elsewhere_stays_out(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        erased = add(other, Person(company_id=key_of(other, "D1"), family_name="Roy", email="roy@d1.example"))
        erasing.erase(other, [erased.id])
        add(one, Person(company_id=key_of(one, "D1"), family_name="Roy", email="roy@d1.example"))
        take(other, send(one, other))
        assert "roy@d1.example" not in [person.email for person in other.all(Person)]


def test_a_mission_that_changed_meanwhile_takes_nothing_in(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        joined = parcels.join(other, [send(one, other)], lambda _digest: None)
        edit(other, "D2", city="Lévis")
        with pytest.raises(UserError, match="changed while"):
            parcels.take(other, joined, message("Merge"))
        assert other.get(Company, key_of(other, "D1")).city != "Laval"
