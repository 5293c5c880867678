"""The architecture is what is written: layers, sizes, names, tables of data."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "missionplanner"
MODULES = sorted(PACKAGE.rglob("*.py"))
sys.path.insert(0, str(ROOT / "packaging"))
import mirror  # noqa: E402
import sizes  # noqa: E402

from tests.sources import parsed  # noqa: E402

FORBIDDEN_NAMES = {"utils", "common", "helpers", "misc", "manager"}


@pytest.fixture(scope="module", autouse=True)
def _no_trees_left() -> Iterator[None]:
    """Millions of nodes would slow down the tests that come afterwards."""
    yield
    parsed.cache_clear()


def functions(module: Path) -> list[ast.FunctionDef]:
    """Every function of a module."""
    tree = parsed(module)
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def test_contracts_of_layers_and_libraries_are_kept() -> None:
    tool = Path(sys.executable).with_name("lint-imports" + Path(sys.executable).suffix)
    done = subprocess.run([tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_package_of_the_layers_has_a_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = " ".join(contracts[0]["layers"])
    names = {path.stem if path.suffix else path.name for path in PACKAGE.iterdir() if not path.name.startswith("__")}
    missing = {name for name in names - {"README", "_resources"} if name not in layers}
    assert contracts[0]["exhaustive"] is True
    assert not missing


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_is_small_named_well_and_says_what_it_is_for(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert module.stem not in FORBIDDEN_NAMES
    assert ast.get_docstring(parsed(module)), "a module says in one sentence what it is for"
    assert "TODO" not in text


def test_nothing_is_written_at_a_guessable_name_in_a_shared_folder() -> None:
    """Folders of everybody are entered only by way of tempfile, whose names nobody can guess."""
    guessable = re.compile(r"TempLocation|gettempdir|mktemp\b|tempPath|[\"']/tmp|[\"']TMPDIR")
    found = [module.name for module in MODULES if guessable.search(module.read_text(encoding="utf-8"))]
    assert found == []


_OF_NETWORKS = re.compile(
    r"^\s*(?:import|from) (?:(?:aiohttp|asyncio|ftplib|http|httpx|imaplib|nntplib|poplib|requests|smtplib|socket"
    r"|socketserver|ssl|telnetlib|urllib3?(?!\.parse)|webbrowser|websockets|xmlrpc|PySide6\.Qt(?:Network|Web)\w*)\b.*"
    r"|multiprocessing\.connection\b.*|psycopg\b.*|PySide6 import .*Qt(?:Network|Web).*)",
    re.MULTILINE,
)


def test_program_asks_the_network_for_nothing() -> None:
    """Only who chose a database is connected to it; the windows of one user speak over a socket of this computer."""
    found = [
        f"{module.relative_to(PACKAGE).as_posix()}: {line.strip()}"
        for module in MODULES
        for line in _OF_NETWORKS.findall(module.read_text(encoding="utf-8"))
    ]
    assert {one for one in found if not one.startswith(("sharing/postgres.py: ", "sharing/hints.py: "))} == {
        "gui/window/single_window.py: from PySide6.QtNetwork import QLocalServer, QLocalSocket"
    }


def test_functions_are_short() -> None:
    functions = sizes.longest_functions()
    short = sum(part.lines <= 25 for part in functions) / len(functions)
    assert short >= 0.95, f"{short:.1%} of the functions are within 25 lines"
    assert [part for part in functions if part.lines > 40] == []


def test_public_functions_and_classes_have_docstrings() -> None:
    bare = []
    for module in MODULES:
        tree = parsed(module)
        for node in tree.body:
            if (
                isinstance(node, ast.FunctionDef | ast.ClassDef)
                and not node.name.startswith("_")
                and not ast.get_docstring(node)
            ):
                bare.append(f"{module.name}:{node.name}")
    assert not bare


def _described(tree: ast.Module) -> Iterator[str]:
    """Every docstring of a module: its own, those of classes and functions, and those beside fields and constants."""
    for node in ast.walk(tree):
        for part in () if isinstance(node, ast.Lambda | ast.IfExp) else getattr(node, "body", ()):
            if (
                isinstance(part, ast.Expr)
                and isinstance(part.value, ast.Constant)
                and isinstance(part.value.value, str)
            ):
                yield part.value.value


def test_docstrings_are_plain_english() -> None:
    """No riddle ("What ...", "Whose ...") at their beginning, and no word of the list in CONTRIBUTING."""
    riddles = re.compile(r"\s*(What|Whose) |.*\b(trouble|parted by|put right)\b", re.DOTALL | re.IGNORECASE)
    found = [
        f"{module.relative_to(PACKAGE)}: {text}"
        for module in MODULES
        for text in _described(parsed(module))
        if riddles.match(text)
    ]
    assert found == []


def _raises(node: ast.AST, caught: frozenset[str] = frozenset()) -> bool:
    """Whether a function raises an error of its own: not in a function inside it, nor one it catches itself."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(part, ast.Raise) and part.exc and ast.unparse(part.exc).split("(")[0] not in caught:
            return True
        own = caught
        if isinstance(node, ast.Try) and part in node.body:
            own |= {ast.unparse(handler.type) for handler in node.handlers if handler.type}
        if _raises(part, own):
            return True
    return False


def test_public_functions_say_what_they_raise() -> None:
    silent = []
    for module in MODULES:
        tree = parsed(module)
        inside = [part for node in tree.body if isinstance(node, ast.ClassDef) for part in node.body]
        silent += [
            f"{module.relative_to(PACKAGE)}:{one.name}"
            for one in (*tree.body, *inside)
            if isinstance(one, ast.FunctionDef)
            and not one.name.startswith("_")
            and _raises(one)
            and "raise" not in (ast.get_docstring(one) or "").lower()
        ]
    assert silent == []


def test_inline_imports_say_that_they_are_slow() -> None:
    unexplained = []
    for module in MODULES:
        lines = module.read_text(encoding="utf-8").splitlines()
        inline = {
            one.lineno
            for function in functions(module)
            for one in ast.walk(function)
            if isinstance(one, ast.Import | ast.ImportFrom)
        }
        unexplained += [f"{module.name}:{number}" for number in inline if "slow import" not in lines[number - 1]]
    assert not unexplained


def test_no_init_hides_the_packaging_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_nothing_committed_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    words = ("/wo" + "rk/", "/ro" + "ot/", "pypi." + "org", "registry.npm" + "js", "files.python" + "hosted")
    found = []
    for name in listed:
        path = ROOT / name
        if (
            name
            and path.suffix in {".py", ".md", ".toml", ".txt", ".po", ".json", ".sh", ".yml", ""}
            and path.is_file()
        ):
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{name}: {word}" for word in words if word in text]
    assert not found


def test_dependencies_are_bounded_and_the_constraints_name_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").split()
    fixed = {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}
    for dependency in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        wanted = Requirement(dependency)
        assert ">=" in dependency
        assert wanted.specifier.contains(fixed[canonicalize_name(wanted.name)]), dependency
        assert "<" in dependency or wanted.name in ("tzdata", "hatchling", "pandas-stubs"), dependency


def test_commands_are_unique_and_complete() -> None:
    """Names and shortcuts within a class; those of the menus among one another and against every screen."""
    from missionplanner.gui.commands import MENUS, collected
    from missionplanner.gui.window.shortcut_list import load_all

    load_all()
    commands = [one for one in collected() if one.owner.startswith("missionplanner.")]
    in_menus = [one for one in commands if one.menu]
    for field in ("name", "shortcut"):
        keys = [(one.owner, getattr(one, field)) for one in commands if getattr(one, field)]
        assert [key for key, times in Counter(keys).items() if times > 1] == []
        keys = [getattr(one, field) for one in in_menus if getattr(one, field)]
        assert [key for key, times in Counter(keys).items() if times > 1] == []
    taken = {one.shortcut for one in in_menus if one.shortcut}
    assert [one for one in commands if not one.menu and one.shortcut in taken] == []
    assert {one.menu for one in in_menus} == set(MENUS)
    icons = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert {one.icon for one in commands if one.icon} - icons == set()


def test_stored_tables_have_the_columns_of_their_dataclasses(tmp_path: Path) -> None:
    from missionplanner.store.file.opening import make
    from missionplanner.store.rows import names
    from missionplanner.store.tables import TABLES

    db = make(tmp_path / "new.mission")
    for table in TABLES:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table.name})")]
        assert sorted(columns) == sorted(names(table.kind)), table.name
        if table.undoable:
            history = [row[1] for row in db.execute(f"PRAGMA table_info({table.name}_history)")]
            assert sorted(history) == sorted(["step", "phase", *columns])
    db.close()


def test_nobody_but_the_store_touches_the_database() -> None:
    words = ("database_of", "file_of", "outside_undo", "_file.db", "store._file", "sqlite_utils")
    inside = {*(PACKAGE / "store").rglob("*.py")}
    touching = {
        str(path.relative_to(ROOT))
        for path in MODULES
        if any(word in path.read_text(encoding="utf-8") for word in words)
    }
    assert touching <= {str(path.relative_to(ROOT)) for path in inside}
    importing = {path.name for path in inside if "from sqlite_utils" in path.read_text(encoding="utf-8")}
    assert importing == {"database.py"}, "it imports sqlite-utils without pandas"
    tests = [
        path
        for path in (ROOT / "tests").rglob("*.py")
        if path != Path(__file__) and not {"store", "merging"} & {*path.parts}
    ]
    touches = re.compile("|".join(rf"\b{word}\b" for word in words[:4]))
    testing = {path.name for path in tests if touches.search(path.read_text(encoding="utf-8"))}
    assert testing <= {"test_privacy.py"}, "it makes the wait for a reader short"


def test_example_is_plain_data() -> None:
    folder = ROOT / "resources" / "examples" / "canada-mexico-2026"
    content = json.loads((folder / "mission.json").read_text(encoding="utf-8"))
    assert [stop["name_en"] for stop in content["stops"]] == ["Mexico City", "Guadalajara", "Monterrey"]
    assert len(content["sectors"]) == 5


UNTESTED = ROOT / "tests" / "untested.toml"
"""The closed list of modules without a test file of their own, each group with its reason."""


def untested() -> list[str]:
    """The modules of the list."""
    groups = tomllib.loads(UNTESTED.read_text(encoding="utf-8"))["group"]
    assert all(group["reason"] for group in groups)
    return [module for group in groups for module in group["modules"]]


def test_every_module_has_a_mirrored_test_or_a_reason() -> None:
    assert sorted(set(mirror.without_test()) - set(untested())) == [], "write its test, in the place that mirrors it"


def test_list_of_modules_without_a_test_shrinks() -> None:
    gone = sorted(set(untested()) - set(mirror.without_test()))
    assert gone == [], "these have a test or are gone: take them out of tests/untested.toml"
    assert len(untested()) == len(set(untested()))


LONG_YET: dict[str, str] = {}
"""Classes over 250 lines, each with its reason."""


def test_the_window_neither_changes_a_store_nor_makes_jobs() -> None:
    found = []
    for module in sorted((PACKAGE / "gui").rglob("*.py")):
        for node in ast.walk(parsed(module)):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called.endswith(("store.change", "store().change", ".Job")) or called == "Job":
                found.append(f"{module.name}:{node.lineno} {called}")
    assert not found


def test_no_class_is_too_long() -> None:
    assert {part.name for part in sizes.longest_classes() if part.lines > 250} == set(LONG_YET)


def test_no_class_name_means_two_things() -> None:
    places: dict[str, list[str]] = {}
    for module in MODULES:
        for node in parsed(module).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(str(module.relative_to(PACKAGE)))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_screens_import_no_other_screen() -> None:
    assert sizes.imports_between_screens() == []


PLAIN = PACKAGE / "gui" / "widgets" / "plain_text.py"
"""The one place of the window that makes widgets which Qt would have render markup or lose an &."""
LIVE_WIDGETS = {
    "QLabel", "QCheckBox", "QRadioButton", "QPushButton", "QToolButton", "QCommandLinkButton", "QAction", "QMenu", "QTabBar",
    "QTabWidget", "QMessageBox", "QErrorMessage", "QGroupBox", "QTextEdit", "QTextDocument", "QStaticText", "QWizard",
    "QWizardPage", "QProgressDialog", "QDockWidget", "QGraphicsTextItem", "QSystemTrayIcon",
}  # fmt: skip
LIVE_CALLS = ("setToolTip", "showText", "getText", "question", "setTabToolTip", "setWhatsThis", "setStatusTip")
"""Calls whose texts Qt renders: what they show is made by `literal`, or names a command."""


def test_the_window_makes_its_labels_buttons_menus_and_messages_in_one_place() -> None:
    found = []
    for module in sorted((PACKAGE / "gui").rglob("*.py")):
        for node in ast.walk(parsed(module)) if module != PLAIN else ():
            made = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
            found += [f"{module.name}:{node.lineno} {name}" for name in (made, *bases) if name in LIVE_WIDGETS]
            if made.endswith(("setHtml", "insertHtml", "appendHtml", "setTextFormat")):
                found.append(f"{module.name}:{node.lineno} {made}")
    assert found == []


def test_what_qt_renders_is_literal() -> None:
    found = []
    for module in sorted((PACKAGE / "gui").rglob("*.py")):
        for node in ast.walk(parsed(module)) if module != PLAIN else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in LIVE_CALLS:
                texts = [ast.unparse(argument) for argument in node.args]
                if not any("literal(" in text for text in texts) and ".setWhatsThis" not in ast.unparse(node.func):
                    found.append(f"{module.name}:{node.lineno} {ast.unparse(node)[:80]}")
    assert found == []
