"""The documentation is true and complete, and nothing is untranslated."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from packaging.version import Version

from missionplanner import __version__
from missionplanner.cli.parser import names, parser
from missionplanner.domain import checks, rules
from missionplanner.domain.applications import STATUS_LABELS
from missionplanner.domain.relationships import STAGE_LABELS
from missionplanner.domain.requests import PRIORITY_LABELS
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import MEETING_STATUS_LABELS
from missionplanner.exchange.fields import FIELDS
from missionplanner.gui.commands import MENUS, Command, collected
from missionplanner.gui.day import board_commands
from missionplanner.gui.settings import SETTINGS
from missionplanner.gui.timetable import meeting_commands
from missionplanner.gui.widgets.cells import EMPTIED, FILLED, PASTED, TYPED
from missionplanner.gui.window.shortcut_list import load_all
from missionplanner.i18n import LANGUAGES, translator
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.slot_constraints import ALLOWED

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))
import map as module_map  # noqa: E402
import pictures  # noqa: E402
import translations  # noqa: E402

from tests.sources import parsed  # noqa: E402

GUIDES = {
    language: (ROOT / "resources" / "guide" / f"guide.{language}.md").read_text(encoding="utf-8")
    for language in LANGUAGES
}
GUIDE = GUIDES["en"]
MAP = (ROOT / "missionplanner" / "README.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module", autouse=True)
def _no_trees_left() -> Iterator[None]:
    """Millions of nodes would slow down the tests that come afterwards."""
    yield
    parsed.cache_clear()


def all_commands() -> list[Command]:
    """The commands of the window, its screens and its tables."""
    load_all()
    return [one for one in collected() if one.owner.startswith("missionplanner.")]


def test_every_command_is_documented() -> None:
    for name in names():
        assert f"`{name}" in README, name


def test_every_option_of_the_command_line_has_words() -> None:
    help_text = parser().format_help()
    assert all(name in help_text for name in names())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shortcut_is_in_the_guide(language: str) -> None:
    guide = GUIDES[language]
    missing = [(one.owner, one.shortcut) for one in all_commands() if one.shortcut and f"`{one.shortcut}`" not in guide]
    assert missing == []


def test_every_key_of_a_screen_is_in_the_guide_and_means_one_thing() -> None:
    for module in (meeting_commands, board_commands):
        keys = [command.shortcut for command in collected() if command.owner.startswith(module.__name__)]
        assert len(set(keys)) == len(keys)
        assert all(f"`{key}`" in GUIDE for key in keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_import_field_is_in_the_guide(language: str) -> None:
    for field in FIELDS:
        assert f"`{field.name}`" in GUIDES[language], field.name


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_translated_guide_names_commands_as_the_screen_does(language: str) -> None:
    """Of every command the English guide has in bold type, the other one has the translation."""
    translate = translator(language)
    named = [one.text for one in all_commands() if f"**{_plain(one.text)}" in " ".join(GUIDE.split())]
    words = fold(GUIDES[language])
    assert [text for text in named if fold(_plain(translate(text)).rstrip("…")) not in words] == []
    assert len(named) > 50


def _plain(text: str) -> str:
    return text.replace("&", "")


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_translated_guide_has_the_headings_keys_and_pictures_of_the_english_one(language: str) -> None:
    def outline(text: str) -> list[str]:
        found = re.finditer(r"^#+ |^!.*/([a-z-]+\.png)|^<!-- .* -->$|^\| `.*?`(?= \|)", text, re.MULTILINE)
        return [one[1] or one[0] for one in found]

    assert outline(GUIDES[language]) == outline(GUIDE)


def test_pictures_of_the_guide_are_of_the_screens_as_they_are() -> None:
    stale = [name for name in pictures.PICTURES if pictures.noted().get(name) != pictures.digest(name)]
    assert stale == [], f"run packaging/pictures.py {' '.join(stale)} and look at what it made"


def test_every_picture_of_the_guide_is_made_in_every_language_and_theme() -> None:
    wanted = {f"{name}.png" for name in re.findall(r"/([a-z-]+)\.png\)", GUIDE)}
    made = {
        folder.name: {one.name for one in folder.glob("*.png")}
        for folder in pictures.FOLDER.iterdir()
        if folder.is_dir()
    }
    assert made == {f"{language}-{theme}": wanted for language in LANGUAGES for theme in ("light", "dark")}
    assert wanted == {f"{name}.png" for name in pictures.PICTURES}


def test_every_setting_says_what_it_is_for() -> None:
    assert all(setting.text for setting in SETTINGS)
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


def test_every_rule_has_a_constraint_of_the_same_name_and_is_documented() -> None:
    ruled = {rule.__name__ for rule in rules.RULES}
    constrained = {c.__name__ for c in (*ALLOWED, *MODELLED)}
    assert ruled == constrained
    for name in ruled:
        assert f"`{name}`" in MAP, name


def test_every_check_is_documented() -> None:
    for check in checks.CHECKS:
        assert f"`{check.__name__}`" in MAP, check.__name__


def test_every_package_is_on_the_map() -> None:
    for path in (ROOT / "missionplanner").iterdir():
        if path.is_dir() and not path.name.startswith(("_", ".")):
            assert f"{path.name}" in MAP


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_text_is_translated_with_its_placeholders(language: str) -> None:
    catalogue = read_po(
        BytesIO((ROOT / "resources/locale" / language / "LC_MESSAGES/missionplanner.po").read_bytes()), locale=language
    )
    untranslated, broken = [], []
    for message in translations.texts():
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        known = catalogue.get(sources[0])
        strings = () if known is None else known.string if isinstance(known.string, tuple) else (known.string,)
        if not strings or not all(strings):
            untranslated.append(sources[0])
            continue
        for source, string in zip(sources, strings, strict=False):
            if _marks(source) != _marks(string):
                broken.append((source, string))
    assert not untranslated
    assert not broken


def test_texts_are_plain_english() -> None:
    """No word of the list in CONTRIBUTING that no native speaker would say of a list or a timetable."""
    sources = [message.id if isinstance(message.id, str) else message.id[0] for message in translations.texts()]
    riddles = re.compile(r"\bparted by\b|\bput(ting)?( it| the \w+)? right\b", re.IGNORECASE)
    assert [text for text in sources if riddles.search(text)] == []


def test_no_text_hides_from_translation_inside_an_f_string() -> None:
    hidden = []
    for module in (ROOT / "missionplanner").rglob("*.py"):
        for node in ast.walk(parsed(module)):
            calls = [c for c in ast.walk(node) if isinstance(c, ast.Call)] if isinstance(node, ast.JoinedStr) else []
            for call in calls:
                name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
                if name in translations.KEYWORDS and call.args and isinstance(call.args[0], ast.Constant):
                    hidden.append(f"{module.name}:{call.lineno}")
    assert not hidden


def _messages() -> Iterator[tuple[str, ast.Call]]:
    """Every call that makes a message, such as the label of a step, and the module it is in."""
    for module in (ROOT / "missionplanner").rglob("*.py"):
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("message", "counted_message"):
                yield module.stem, node


WORDED = {
    "text",
    "PRIORITY_LABELS[priority]",
    "MEETS_AT_LABELS[where]",
    "MEETING_STATUS_LABELS[status]",
    "STAGE_LABELS[stage]",
    "label",
}
"""The messages made of no literal text: words of tables, and labels a table of cells gives."""


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_label_of_a_step_is_translated(language: str) -> None:
    path = ROOT / "resources/locale" / language / "LC_MESSAGES/missionplanner.po"
    catalogue = read_po(BytesIO(path.read_bytes()), locale=language)
    literal = [call for _module, call in _messages() if isinstance(call.args[0], ast.Constant)]
    assert len(literal) > 100
    untranslated = []
    for call in literal:
        texts = [
            ast.literal_eval(text) for text in call.args[: 2 if ast.unparse(call.func) == "counted_message" else 1]
        ]
        entry = catalogue.get(texts[0])
        strings = entry.string if entry and isinstance(entry.string, tuple) else (entry.string if entry else "",)
        if len(strings) != len(texts) or not all(strings):
            untranslated.append(texts)
    assert untranslated == []


def test_labels_without_a_literal_text_are_words_of_tables() -> None:
    made = {ast.unparse(call.args[0]) for _module, call in _messages() if not isinstance(call.args[0], ast.Constant)}
    assert made == WORDED
    tables = {text for words in STATUS_LABELS.values() for text in words.values()}
    tables |= {*PRIORITY_LABELS.values(), *MEETING_STATUS_LABELS.values(), *STAGE_LABELS.values()}
    tables |= {TYPED, PASTED, FILLED, EMPTIED}
    for language in ("fr", "es"):
        assert [text for text in tables if translator(language)(text) == text] == []


def test_values_of_messages_are_not_in_the_language_of_the_moment() -> None:
    """No value is translated, counted or a label in words: it is a message, which is translated when it is read."""
    early = {"_", "count", "current", "translator", "str", "format"}
    found = []
    for module, call in _messages():
        for node in (part for value in (*call.args, *call.keywords) for part in ast.walk(value)):
            name = getattr(node, "id", "") or getattr(node, "attr", "")
            if (
                name in early
                or (isinstance(node, ast.Attribute) and name == "label")
                or isinstance(node, ast.JoinedStr)
            ):
                found.append(f"{module}: {ast.unparse(call)}")
    assert found == []


def _marks(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))


PAGES = ("README.md", "CONTRIBUTING.md", "missionplanner/README.md")
NAMED = re.compile(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|toml|md|txt|json))`")
DOTTED = re.compile(r"`((?:domain|store|exchange|matching|scheduling|pack|jobs|cli|gui)(?:\.\w+)+)`")
MADE = ("dist/", ".venv/", ".venv-test/")
"""Paths that are there once something was run."""


@pytest.mark.parametrize("page", PAGES)
def test_paths_of_the_documentation_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = {name for name in NAMED.findall(text) if not name.startswith(("/", *MADE)) and " " not in name}
    assert sorted(name for name in named if not _is_there(name)) == []


def _is_there(name: str) -> bool:
    """Whether a path exists from the top, or in the program, or (a name alone) anywhere among modules and tests."""
    if (ROOT / name).exists() or (ROOT / "missionplanner" / name).exists():
        return True
    return "/" not in name and any(
        next((ROOT / top).rglob(name), None) for top in ("missionplanner", "tests", "packaging")
    )


@pytest.mark.parametrize("page", PAGES)
def test_modules_and_what_is_named_of_them_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert sorted(name for name in set(DOTTED.findall(text)) if not _is_defined(name)) == []


def _is_defined(name: str) -> bool:
    """Whether this is a package, a module, or a class or function of a module."""
    path = (ROOT / "missionplanner").joinpath(*name.split("."))
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    module = path.parent.with_suffix(".py")
    tree = parsed(module) if module.is_file() else ast.Module([], [])
    return any(getattr(node, "name", "") == path.name for node in tree.body)


def test_map_lists_every_module() -> None:
    assert module_map.written(MAP, module_map.table()) == MAP, "run packaging/map.py"


@pytest.mark.parametrize("page", [*PAGES, *(f"resources/guide/guide.{language}.md" for language in LANGUAGES)])
def test_links_of_the_documentation_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_of_menus_do_not_take_the_shortcuts_of_screens(language: str) -> None:
    letters = [translator(language)(menu).partition("&")[2][:1].upper() for menu in MENUS]
    taken = {one.shortcut.removeprefix("Alt+") for one in all_commands() if one.shortcut.startswith("Alt+")}
    assert len(set(letters)) == len(letters)
    assert not taken & set(letters)


def test_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "missionplanner/__init__.py"
    modules = [*(ROOT / "missionplanner").rglob("*.py"), *(ROOT / "packaging").glob("*.py")]
    named = [m.relative_to(ROOT).as_posix() for m in modules if __version__ in m.read_text(encoding="utf-8")]
    assert named == ["missionplanner/__init__.py"]


def test_changes_name_the_version_that_is_made() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    made = Version(__version__)
    released = [Version(heading) for heading in headings if heading != "Unreleased"]
    assert released == sorted(released, reverse=True)
    assert made > released[0] if headings[0] == "Unreleased" else made == released[0]
    assert made.is_devrelease == (headings[0] == "Unreleased")
