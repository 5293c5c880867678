"""Parcels are bytes and back; whatever else somebody wrote is refused."""

import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from missionplanner.store.merging.parcel_text import NewerFormat
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining, parcels
from tests.unit.store.merging.two_copies import edit, two_copies


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A small mission in which a company was changed."""
    with two_copies(tmp_path_factory.mktemp("parcels")) as (one, _other):
        edit(one, "D1", city="Laval", notes="= “Québec”\n")
        yield one


def written(store: Store) -> bytes:
    return parcels.cut(store, [], {}).content


def changed(content: bytes, change: Callable[[Any], object]) -> bytes:
    document = json.loads(zlib.decompress(content))
    change(document)
    return zlib.compress(json.dumps(document).encode())


def test_a_parcel_comes_back_as_it_was(store: Store) -> None:
    found = parcels.cut(store, [], {})
    back = parcels.opened(store, found.content)
    assert (back.state, back.after, back.heads) == (found.parcel.state, found.parcel.after, found.parcel.heads)


def test_the_same_parcel_is_the_same_bytes(store: Store) -> None:
    assert written(store) == written(store)


def test_a_parcel_of_a_newer_program_is_told_apart(store: Store) -> None:
    content = changed(written(store), lambda document: document.update(format=store.format + 1))
    with pytest.raises(NewerFormat):
        parcels.opened(store, content)


def test_a_parcel_of_an_older_program_gets_the_columns_it_does_not_know(store: Store) -> None:
    place = joining.layout_for(store)["companies"].columns.index("meets_at")

    def without_column(document: Any) -> None:
        del document["columns"]["companies"][place]
        for row in document["rows"]:
            if row[1] == "companies":
                del row[3][place]
                row[4].pop("meets_at", None)

    found = parcels.opened(store, changed(written(store), without_column)).state
    assert {row.values[place] for row in found.rows.values() if row.table == "companies"} == {""}


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.pop("rows"),
        lambda document: document["rows"][0].__setitem__(1, "sqlite_master"),
        lambda document: document["rows"][0][3].append("more"),
        lambda document: document["rows"][0].__setitem__(0, 7),
        lambda document: document["rows"][0][3].__setitem__(-1, ["no", "value"]),
        lambda document: document["seen"].update(a=-1),
        lambda document: document["seen"].update(a=True),
        lambda document: document["heads"].update(a=[1, 2]),
        lambda document: document["steps"].append(["a", "1", "", "", "", "", "", "", ""]),
        lambda document: document["journals"].update(letters={"columns": ["id"], "entries": []}),
        lambda document: document.update(erased=[None]),
    ],
)
def test_a_parcel_that_is_none_is_refused(store: Store, change: Callable[[Any], object]) -> None:
    with pytest.raises(ValueError, match="damaged parcel"):
        parcels.opened(store, changed(written(store), change))


@pytest.mark.parametrize("content", [b"", b"no parcel", zlib.compress(b"{}")[:-2], zlib.compress(b"[" * 100_000)])
def test_bytes_that_are_no_parcel_are_refused(store: Store, content: bytes) -> None:
    with pytest.raises(ValueError, match="parcel"):
        parcels.opened(store, content)
