"""Builds setup.exe for Windows, on Linux too: an official Python, wheels for Windows, and NSIS around them."""

import ast
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import embedded_python
import environment
import trimming

SITE = Path("Lib") / "site-packages"
COMPILER = "numba"
"""What the libraries that come with the program make needless (kernel_library.py)."""
OF_WINDOWS = (
    "advapi32", "authz", "bcrypt", "bcryptprimitives", "comdlg32", "crypt32", "d3d9", "d3d11", "d3d12",
    "d3dcompiler_47", "dbghelp", "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "icuuc", "imm32", "iphlpapi",
    "kernel32", "mpr", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32", "rpcrt4", "secur32", "setupapi",
    "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32", "userenv", "uxtheme", "version", "winhttp",
    "winmm", "winspool", "ws2_32", "wtsapi32",
)  # fmt: skip
"""Libraries that every Windows 10 (from 1903 on) and 11 has."""
LAUNCHER = b"#!<launcher_dir>\\python.exe\r\n"
START = "import sys\nfrom missionplanner.__main__ import main\n\nif __name__ == '__main__':\n    sys.exit(main())\n"


def setup(wheel: Path, build: Path, out: Path, version: str, python: Path) -> Path:
    """Build setup.exe with the program of the wheel."""
    root = build / "root"
    shutil.rmtree(root, ignore_errors=True)
    print(checked_text(embedded_python.fetch(build / "python", root, python)))
    _install(wheel, root / SITE, python)
    _add(root, python)
    if missing := [*missing_libraries(root, python), *missing_modules(root)]:
        raise SystemExit(f"The installed program would miss {', '.join(missing)}")
    return _compile(root, build, out, version)


def checked_text(checked: embedded_python.Checked | None) -> str:
    """Return what was checked of Python, in words."""
    if checked is None:
        return "The signatures of Python were not checked: osslsigncode is missing"
    text = f"Python: {len(checked.whole)} files are as they were signed, with certificates up to a known root"
    if checked.digest_only:
        text += f"; as signed, under a root this computer does not know: {', '.join(checked.digest_only)}"
    return f"{text}; without a signature: {', '.join(checked.unsigned)}"


def _install(wheel: Path, site: Path, python: Path) -> None:
    """Install the program and what it needs, for Windows, and leave out what it does without."""
    project = tomllib.loads((environment.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [one for one in project["dependencies"] if re.split(r"[^\w-]", one)[0] != COMPILER]
    needed.append("pywin32-ctypes")  # keyring wants it on Windows, and pip goes by the system it runs on
    target: list[str | Path] = [
        "--target", site, "--platform", "win_amd64", "--implementation", "cp",
        "--python-version", embedded_python.VERSION, "--only-binary=:all:", "--no-compile", "--upgrade",
    ]  # fmt: skip
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *target, "-c", environment.CONSTRAINTS, *needed], check=True)
    subprocess.run([*pip, *target, "--no-deps", wheel], check=True)
    for library in (site / "missionplanner" / "scheduling").glob("search-*.so"):
        library.unlink()
    trimming.trim(site)


def _add(root: Path, python: Path) -> None:
    """Where Python finds its modules, the icons, and missionplanner.exe for the command line."""
    [paths] = root.glob("python3*._pth")
    paths.write_text(f"{paths.stem}.zip\n.\nLib\\site-packages\n", encoding="ascii")
    for name in ("missionplanner.ico", "missionplanner-document.ico"):
        shutil.copy2(environment.ROOT / "resources" / "icons" / name, root)
    shutil.copy2(environment.ROOT / "LICENSE", root / "LICENSE Trade Mission Planner.txt")
    find = "from pip._vendor import distlib; print(distlib.__path__[0])"
    folder = subprocess.run([python, "-c", find], capture_output=True, text=True, check=True).stdout.strip()
    (root / "missionplanner.exe").write_bytes(launcher((Path(folder) / "t64.exe").read_bytes()))


def launcher(stub: bytes) -> bytes:
    """Return a program that runs the command line with the Python beside it: pip's launcher, as pip makes them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py", (1980, 1, 1, 0, 0, 0)), START)
    return stub + LAUNCHER + packed.getvalue()


def missing_libraries(root: Path, python: Path) -> list[str]:
    """Return the libraries that some file loads and neither the folder nor Windows has, with who loads them."""
    files = [path for path in root.rglob("*") if path.suffix.lower() in (".dll", ".pyd", ".exe")]
    there = {path.name.lower() for path in files}
    code = "import sys, windows\nfor path in sys.argv[1:]: print(path, *windows.loaded(path), sep='|')"
    command: list[str | Path] = [python, "-c", code, *files]
    variables = {**os.environ, "PYTHONPATH": str(environment.ROOT / "packaging")}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=variables).stdout
    found = []
    for line in said.splitlines():
        path, *libraries = line.split("|")
        found += [f"{one} (for {Path(path).name})" for one in libraries if one not in there and not is_of_windows(one)]
    return found


def is_of_windows(library: str) -> bool:
    """Whether every Windows has the library."""
    return library.startswith("api-ms-win-") or library.rpartition(".")[0] in OF_WINDOWS


def loaded(path: str) -> list[str]:
    """Return the libraries that a file loads when it is loaded."""
    import pefile

    entries = [pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]]
    with pefile.PE(path, fast_load=True) as program:
        program.parse_data_directories(entries)
        return [entry.dll.decode("ascii").lower() for entry in getattr(program, "DIRECTORY_ENTRY_IMPORT", [])]


def missing_modules(root: Path) -> list[str]:
    """Return the packages that the program imports and that are not in the folder, but for the compiler's."""
    site = root / SITE
    with zipfile.ZipFile(next(root.glob("python3*.zip"))) as library:
        there = {name.split("/")[0].split(".")[0] for name in library.namelist()}
    there |= {path.name.split(".")[0] for folder in (root, site) for path in folder.iterdir()}
    there |= set(BUILT_IN)
    return sorted(set(_imported(site / "missionplanner")) - there - {COMPILER})


BUILT_IN = (*sys.builtin_module_names, "math", "msvcrt", "winreg", "zlib", "array", "binascii", "fcntl")
"""Modules within the interpreter itself; fcntl is imported where there is one."""


def _imported(package: Path) -> Iterator[str]:
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.split(".")[0]


def _compile(root: Path, build: Path, out: Path, version: str) -> Path:
    """Run makensis."""
    listed = build / "listed.nsh"
    files = sorted(path.name for path in root.iterdir() if path.is_file())
    listed.write_text("".join(f'  Delete "$INSTDIR\\{name}"\n' for name in files), encoding="utf-8")
    made = out / f"missionplanner-{version}-setup.exe"
    numbers = [*re.findall(r"\d+", version.partition(".dev")[0]), "0", "0", "0"][:4]
    definitions: dict[str, object] = {
        "VERSION": version, "NUMBERS": ".".join(numbers), "ROOT": root, "OUT": made, "LISTED": listed,
        "ICONS": environment.ROOT / "resources" / "icons",
        "KILOBYTES": trimming.size(root.rglob("*")) // 1024,
    }  # fmt: skip
    options = [f"-D{name}={value}" for name, value in definitions.items()]
    script = environment.ROOT / "packaging" / "nsis" / "setup.nsi"
    command: list[str | Path] = ["makensis", "-V2", "-NOCD", *options, script]
    subprocess.run(command, check=True)
    return made
