"""Copies the program keeps: whole ones, the newest and one a day."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from missionplanner.store.file import copies, engine
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from tests.builders import whole


def test_the_program_keeps_the_ten_newest_backups(store: Store) -> None:
    made = [backups.keep(store) for _ in range(12)]
    kept = sorted(copies.folder_of(store.path).iterdir())
    assert kept == made[2:]
    with Store.open(kept[-1]) as copy:
        assert whole(copy) == whole(store)


def test_ten_newest_copies_stay_and_one_a_day() -> None:
    now = datetime.now().astimezone()
    names = []
    for days in range(30):
        for hour in (1, 2, 3):
            moment = (now - timedelta(days=days)).replace(hour=hour)
            names.append(Path(f"m {moment:%Y-%m-%d %H%M%S} 000000.mission"))
    left = set(names) - set(copies.too_many(names))
    assert len(left) == 10 + 14 - 4
    assert max(names) in left
    days = {made.date() for one in left if (made := copies.made_at(one))}
    assert len(days) == 14


def test_only_a_whole_copy_takes_the_place_of_an_earlier_one(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.mission"
    with Store.open(path) as store:
        store.backup(target)
    before = target.read_bytes()
    content = bytearray(path.read_bytes())
    content[36:40] = (7).to_bytes(4, "big")  # pages that are said to be free and are not
    path.write_bytes(content)
    connection = engine.connect(path)
    try:
        with pytest.raises(copies.NotWhole):
            copies.copy(connection, target)
        assert copies.keep(path, connection) is None
    finally:
        connection.close()
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
    assert not list(copies.folder_of(path).glob("*"))
