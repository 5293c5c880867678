"""Files are replaced whole or not at all."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.paths import data_folder
from missionplanner.writing import all_or_none, discard, followed, make_folder, put_in_place, replace_file, replacing


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


def test_what_belongs_to_a_file_goes_with_it_and_stays_where_it_is_not_replaced(tmp_path: Path) -> None:
    for name in ("m.mission", "m.mission-journal", "n-journal", "folder-journal"):
        (tmp_path / name).write_text(name)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="directory"), replacing(tmp_path / "folder", ["-journal", "-wal"]):
        pass  # no file takes the place of a folder
    assert (tmp_path / "folder-journal").read_text() == "folder-journal"
    with replacing(tmp_path / "m.mission", ["-journal", "-wal"]):
        pass
    assert names(tmp_path) == ["folder", "folder-journal", "m.mission", "n-journal"]


def test_a_file_made_by_half_is_discarded_with_its_journals(tmp_path: Path) -> None:
    for name in ("x.part", "x.part-journal", "x.part-wal", "x.part-more"):
        (tmp_path / name).touch()
    discard(tmp_path / "x.part")
    discard(tmp_path / "gone")
    assert names(tmp_path) == ["x.part-more"]


def test_a_name_for_the_time_of_writing_is_never_the_same_and_fits(tmp_path: Path) -> None:
    target = tmp_path / ("l" * 250)
    seen = set()
    for _ in range(5):
        with replacing(target) as partial:
            seen.add(partial.name)
            assert len(partial.name) < 40
    assert len(seen) == 5


LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")


@LINKS
def test_a_link_is_followed_to_the_file_it_means_and_stays(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    real, link = tmp_path / "far" / "real.csv", tmp_path / "list.csv"
    real.write_text("old")
    (tmp_path / "second").symlink_to(real)
    link.symlink_to("second")
    assert (followed(link), followed(real), followed(tmp_path / "none")) == (real, real, tmp_path / "none")
    replace_file(link, b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")
    made = tmp_path / "made"
    made.write_bytes(b"newer")
    assert put_in_place(made, link) == link
    assert (link.is_symlink(), real.read_bytes()) == (True, b"newer")
    assert names(tmp_path) == ["far", "list.csv", "second"]


def test_a_name_the_system_cannot_look_at_is_told_by_who_writes_there(tmp_path: Path) -> None:
    unseen = tmp_path / ("x" * 300)
    assert followed(unseen) == unseen
    with pytest.raises(UserError) as caught:
        replace_file(unseen, b"new")
    assert caught.value.hint


@LINKS
def test_a_link_that_leads_nowhere_or_in_a_circle_is_a_sentence(tmp_path: Path) -> None:
    dangling, circle = tmp_path / "dangling.csv", tmp_path / "circle.csv"
    dangling.symlink_to(tmp_path / "gone" / "list.csv")
    circle.symlink_to(tmp_path / "back")
    (tmp_path / "back").symlink_to(circle)
    made = tmp_path / "made"
    made.touch()
    for link, text in ((dangling, "is a link that leads nowhere"), (circle, "is a link that cannot be followed")):
        for act in (followed, lambda one: replace_file(one, b"new"), lambda one: put_in_place(made, one)):
            with pytest.raises(UserError, match=text) as caught:
                act(link)
            assert caught.value.hint
    assert names(tmp_path) == ["back", "circle.csv", "dangling.csv", "made"]


@LINKS
def test_a_file_made_elsewhere_takes_the_place_of_one_on_another_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, made, rename = tmp_path / "real.pdf", tmp_path / "made.pdf", Path.replace
    real.write_bytes(b"old")
    made.write_bytes(b"new")

    def from_another_disk(one: Path, target: Path) -> Path:
        if one == made:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(one, target)

    monkeypatch.setattr(Path, "replace", from_another_disk)
    assert put_in_place(made, real) == real
    assert real.read_bytes() == b"new"


def test_a_file_is_noted_while_it_is_written(tmp_path: Path) -> None:
    notes = data_folder() / "unfinished"
    with replacing(tmp_path / "list.csv") as partial:
        assert [note.read_bytes()[1:] for note in notes.iterdir()] == [bytes(partial)]
    assert list(notes.iterdir()) == []


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
