"""Names of files every system accepts, and the folders of the program."""

from pathlib import Path

import pytest

from missionplanner import paths


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Inc.", "Acme Inc"),
        ("../../etc/passwd", "etc passwd"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("Ñandú & Œuvre – 日本", "Ñandú Œuvre 日本"),
        ("  many   blanks ", "many blanks"),
        ("tab\tline\n\x07bell", "tablinebell"),
        ("CON", "CON_"),
        ("con.pdf", "con.pdf_"),
        ("COM1", "COM1_"),
        ("COM10", "COM10"),
        ("-rf", "rf"),
        ("", "file"),
        ("???", "file"),
        ("x" * 100, "x" * 80),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_a_text_becomes_a_name_every_system_accepts(text: str, name: str) -> None:
    assert paths.safe_name(text) == name


def test_an_empty_name_has_the_word_for_it() -> None:
    assert paths.safe_name("/", "company") == "company"


def test_a_free_path_is_numbered_from_the_second_on(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = paths.free_path(tmp_path, "a/b", ".pdf")
        path.touch()
        names.append(path.name)
    assert names == ["a b.pdf", "a b 2.pdf", "a b 3.pdf"]


def test_the_resources_are_beside_the_package_or_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (paths.resources() / "icons").is_dir()
    (tmp_path / "package" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "package")
    assert paths.resources() == tmp_path / "package" / "_resources"


def test_the_folder_of_data_is_made_and_that_of_the_cache_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "user_data_path", lambda *_args, **_more: tmp_path / "data" / "missionplanner")
    monkeypatch.setattr(paths, "user_cache_path", lambda *_args, **_more: tmp_path / "cache")
    assert paths.data_folder().is_dir()
    assert paths.data_folder() == tmp_path / "data" / "missionplanner"
    assert not paths.cache_folder().exists()
