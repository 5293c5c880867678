"""Files are replaced whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.writing import all_or_none, make_folder, put_in_place, replace_file, replacing


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_text("of yesterday")
    with replacing(target) as partial:
        assert partial.parent == tmp_path
        partial.write_text("of today")
        assert target.read_text() == "of yesterday"
    assert target.read_text() == "of today"
    assert names(tmp_path) == ["list.csv"]


def test_a_file_that_fails_half_way_leaves_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_text("of yesterday")

    def fail() -> None:
        with replacing(target) as partial:
            partial.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert target.read_text() == "of yesterday"
    assert names(tmp_path) == ["list.csv"]


def test_a_name_for_the_time_of_writing_is_never_the_same_and_fits(tmp_path: Path) -> None:
    target = tmp_path / ("l" * 250)
    seen = set()
    for _ in range(5):
        with replacing(target) as partial:
            seen.add(partial.name)
            assert len(partial.name) < 40
    assert len(seen) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_a_link_in_the_place_of_the_target_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious, link = tmp_path / "precious.txt", tmp_path / "list.csv"
    precious.write_text("precious")
    link.symlink_to(precious)
    replace_file(link, b"new")
    assert not link.is_symlink()
    assert (precious.read_text(), link.read_bytes()) == ("precious", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
def test_a_replaced_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "list.csv", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="folders are opened as POSIX does")
def test_content_and_name_are_brought_to_the_disk_in_this_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda number: stored.append(Path(f"/proc/self/fd/{number}").resolve().name))
    replace_file(tmp_path / "list.csv", b"new")
    assert [stored[0].endswith(".part"), stored[1]] == [True, tmp_path.name]


def test_a_file_that_cannot_be_written_is_reported_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"list\.csv cannot be written \(No such file") as caught:
        replace_file(tmp_path / "gone" / "list.csv", b"new")
    assert caught.value.hint
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match="folder cannot be written"):
        replace_file(tmp_path / "folder", b"new")
    assert names(tmp_path) == ["folder"]


def test_a_folder_is_made_with_those_it_lies_in(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be made") as caught:
        make_folder(tmp_path / "file" / "b")
    assert caught.value.hint


@pytest.mark.parametrize("is_there", [True, False])
def test_several_files_are_written_all_or_none(tmp_path: Path, is_there: bool) -> None:
    folder = tmp_path / "letters"
    if is_there:
        folder.mkdir()
        (folder / "kept.pdf").touch()

    def write(last: str) -> None:
        with all_or_none(folder) as made:
            for name in ("1.pdf", "2.pdf", last):
                made.append(folder / name)
                replace_file(made[-1], b"letter")

    with pytest.raises(UserError):
        write("gone/3.pdf")
    assert folder.exists() == is_there
    assert not is_there or names(folder) == ["kept.pdf"]
    write("3.pdf")
    assert {"1.pdf", "2.pdf", "3.pdf"} <= set(names(folder))


def test_a_file_made_elsewhere_takes_the_place_of_another(tmp_path: Path) -> None:
    made, target = tmp_path / "made.pdf", tmp_path / "there.pdf"
    made.write_bytes(b"new")
    target.write_bytes(b"old")
    assert put_in_place(made, target) == target
    assert target.read_bytes() == b"new"
    assert not made.exists()
