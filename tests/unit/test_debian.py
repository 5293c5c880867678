"""The package for Debian has everything where the policy wants it, and nothing that is run as root."""

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import debian  # noqa: E402


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("frozen")
    (folder / "_internal").mkdir()
    (folder / "missionplanner").write_text("program")
    (folder / "_internal" / "library.so").write_text("library")
    root = tmp_path_factory.mktemp("deb") / "root"
    debian.lay_out(folder, root, "1.2.3", ".TH MISSIONPLANNER 1\n")
    return root


def test_program_and_documents_are_in_their_places(laid_out: Path) -> None:
    command = laid_out / "usr/bin/missionplanner"
    assert command.resolve() == laid_out / "usr/lib/missionplanner/missionplanner"
    share = laid_out / "usr/share"
    found = {path.relative_to(share).as_posix() for path in share.rglob("*") if path.is_file()}
    assert {name for name in found if "icons" not in name} == {
        "applications/missionplanner.desktop", "mime/packages/missionplanner.xml", "doc/missionplanner/copyright",
        "metainfo/missionplanner.metainfo.xml", "doc/missionplanner/changelog.gz", "man/man1/missionplanner.1.gz",
    }  # fmt: skip
    assert gzip.decompress((share / "man/man1/missionplanner.1.gz").read_bytes()) == b".TH MISSIONPLANNER 1\n"
    assert 'version="1.2.3"' in (share / "metainfo/missionplanner.metainfo.xml").read_text("utf-8")


def test_icons_of_the_program_and_of_its_files_are_there_in_every_size(laid_out: Path) -> None:
    theme = laid_out / "usr/share/icons/hicolor"
    found = {path.relative_to(theme).as_posix() for path in theme.rglob("*") if path.is_file()}
    sizes = [f"{size}x{size}" for size in (16, 24, 32, 48, 64, 128, 256, 512)]
    expected = {f"{size}/apps/missionplanner.png" for size in sizes} | {"scalable/apps/missionplanner.svg"}
    kind = "application-x-missionplanner"
    expected |= {f"{size}/mimetypes/{kind}.png" for size in sizes} | {f"scalable/mimetypes/{kind}.svg"}
    assert found == expected


def test_only_folders_and_the_program_are_executable(laid_out: Path) -> None:
    executable = {path.name for path in laid_out.rglob("*") if path.is_file() and path.stat().st_mode & 0o111}
    assert executable == {"missionplanner"}


def test_the_kind_of_file_that_is_opened_is_the_one_that_is_declared() -> None:
    desktop = (debian.LINUX / "missionplanner.desktop").read_text("utf-8")
    kinds = (debian.LINUX / "missionplanner.xml").read_text("utf-8")
    assert "MimeType=application/x-missionplanner;application/x-missionplanner-invitation;" in desktop
    assert '<mime-type type="application/x-missionplanner-invitation">' in kinds
    assert '<mime-type type="application/x-missionplanner">' in kinds
    assert '<glob pattern="*.mission"/>' in kinds


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="no Debian")
def test_the_package_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "frozen").mkdir()
    (tmp_path / "frozen" / "missionplanner").write_text("program")
    made = debian.package(tmp_path / "frozen", tmp_path / "build", tmp_path, "1.2.3.dev4", ".TH")
    assert made.name == "missionplanner_1.2.3~dev4_amd64.deb"
    asked = ["dpkg-deb", "--field", str(made), "Package", "Version", "Architecture"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert said.split("\n")[:3] == ["Package: missionplanner", "Version: 1.2.3~dev4", "Architecture: amd64"]
    control = subprocess.run(["dpkg-deb", "--info", str(made)], capture_output=True, text=True, check=True).stdout
    assert not any(script in control for script in ("postinst", "prerm", "postrm", "preinst"))
