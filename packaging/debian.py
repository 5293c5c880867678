"""Packs the frozen folder as a Debian package, with dpkg-deb alone."""

import gzip
import hashlib
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import environment

LINUX = environment.ROOT / "packaging" / "linux"
ICONS = environment.ROOT / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
NEEDED = (
    "libc6 (>= 2.36)", "libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libfreetype6",
    "libglib2.0-0 | libglib2.0-0t64",
    "libx11-6", "libx11-xcb1", "libxcb1", "libxkbcommon0", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4",
    "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-sync1",
    "libxcb-xfixes0", "libxcb-xkb1", "libgssapi-krb5-2",
)  # fmt: skip
"""What Qt loads of the system; everything else is in the folder."""
CONTROL = """Package: missionplanner
Version: {version}
Architecture: amd64
Maintainer: The Trade Mission Planner developers <missionplanner@localhost>
Installed-Size: {kilobytes}
Depends: {needed}
Recommends: desktop-file-utils, shared-mime-info, hicolor-icon-theme
Section: office
Priority: optional
Description: planner of trade missions, in one local file
 Import registrations from spreadsheets, select the delegation, match companies
 with counterparts, schedule the meetings by rules that are kept, and print a
 briefing pack for every company. Works without a network; nothing is sent.
"""


def package(folder: Path, build: Path, out: Path, version: str, manual: str) -> Path:
    """Write the package of the folder, with its manual page, to `out` and return its path."""
    shutil.rmtree(build, ignore_errors=True)
    root = build / "root"
    lay_out(folder, root, version, manual)
    fixed = version.replace(".dev", "~dev")
    sizes = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = CONTROL.format(version=fixed, kilobytes=sizes // 1024 + 1, needed=", ".join(NEEDED))
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    (root / "DEBIAN" / "md5sums").write_text(_digests(root), encoding="utf-8")
    made = out / f"missionplanner_{fixed}_amd64.deb"
    pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(root), str(made)]
    subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    return made


def lay_out(folder: Path, root: Path, version: str, manual: str) -> None:
    """Put everything where the policy wants it."""
    shutil.copytree(folder, root / "usr/lib/missionplanner", symlinks=True)
    _link(root / "usr/bin/missionplanner", "../lib/missionplanner/missionplanner")
    _copy(LINUX / "missionplanner.desktop", root / "usr/share/applications")
    _copy(LINUX / "missionplanner.xml", root / "usr/share/mime/packages")
    metainfo = (LINUX / "missionplanner.metainfo.xml").read_text(encoding="utf-8")
    metainfo = metainfo.replace("@VERSION@", version).replace("@DATE@", datetime.now(UTC).date().isoformat())
    _write(root / "usr/share/metainfo/missionplanner.metainfo.xml", metainfo.encode())
    _icons(root / "usr/share/icons/hicolor")
    documents = root / "usr/share/doc/missionplanner"
    _write(documents / "copyright", copyright_text().encode())
    changes = (environment.ROOT / "CHANGELOG.md").read_bytes()
    _write(documents / "changelog.gz", gzip.compress(changes, 9, mtime=0))
    _write(root / "usr/share/man/man1/missionplanner.1.gz", gzip.compress(manual.encode(), 9, mtime=0))
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            # Libraries need not be executable, and the policy wants them not to be; folders and the program are.
            path.chmod(0o755 if path.is_dir() or path.name == "missionplanner" else 0o644)


def _icons(theme: Path) -> None:
    """The program's icon and that of its files, in every size, as the icon theme names them."""
    for name, place in (("missionplanner", "apps"), ("missionplanner-document", "mimetypes")):
        called = "missionplanner" if place == "apps" else "application-x-missionplanner"
        for size in SIZES:
            _copy(ICONS / f"{name}-{size}.png", theme / f"{size}x{size}" / place, f"{called}.png")
        _copy(ICONS / f"{name}.svg", theme / "scalable" / place, f"{called}.svg")


def copyright_text() -> str:
    """Return whose work everything in the package is, in the form of Debian's policy."""
    return (LINUX / "copyright").read_text(encoding="utf-8")


def manual_page(python: Path) -> str:
    """Return the manual page, made by a Python that has what the program needs."""
    command: list[str | Path] = [python, environment.ROOT / "packaging" / "manual_page.py"]
    done = subprocess.run(command, env=environment.variables(), check=True, capture_output=True, text=True)
    return done.stdout


def _digests(root: Path) -> str:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    lines = []
    for path in files:
        if path.parent.name != "DEBIAN":
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    return "".join(lines)


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
