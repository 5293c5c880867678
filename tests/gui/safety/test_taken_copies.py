"""The copies taken for cities are remembered on this computer, mission by mission."""

from pathlib import Path

from missionplanner.gui import settings
from missionplanner.gui.safety import taken_copies


def test_copies_are_remembered_by_mission_newest_first(tmp_path: Path) -> None:
    for mission, city in (("m1", "Monterrey"), ("m2", "Puebla"), ("m1", "Guadalajara")):
        taken_copies.remember(mission, city, tmp_path / f"{city}.mission")
    (tmp_path / "Monterrey.mission").touch()
    found = taken_copies.of("m1")
    assert [(one.city, one.path, one.is_there) for one in found] == [
        ("Guadalajara", str(tmp_path / "Guadalajara.mission"), False),
        ("Monterrey", str(tmp_path / "Monterrey.mission"), True),
    ]
    assert all(one.when.tzinfo is not None for one in found)
    assert taken_copies.of("m3") == []


def test_a_file_taken_again_stands_once(tmp_path: Path) -> None:
    for city in ("Monterrey", "Puebla"):
        taken_copies.remember("m1", city, tmp_path / "copy.mission")
    assert [one.city for one in taken_copies.of("m1")] == ["Puebla"]


def test_only_so_many_are_kept(tmp_path: Path) -> None:
    for n in range(52):
        taken_copies.remember("m1", str(n), tmp_path / str(n))
    assert [one.city for one in taken_copies.of("m1")] == [str(n) for n in range(51, 1, -1)]


def test_strange_settings_are_no_copies(tmp_path: Path) -> None:
    odd = ['{"mission": "m1", "city": "A", "path": "a", "taken_at": "yesterday"}', "[]", "no json", '{"city": "A"}']
    settings.write("city_copies", odd)
    assert taken_copies.of("m1") == []
    taken_copies.remember("m1", "Monterrey", tmp_path / "a")
    assert [one.city for one in taken_copies.of("m1")] == ["Monterrey"]
