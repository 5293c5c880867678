"""Brings the translation files up to date with the texts in the code: run with the test environment's Python."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from missionplanner.typography import with_spaces

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {
    "_": None,
    "N_": None,
    "t": None,
    "count": (1, 2),
    "plural": (1, 2),
    "message": None,
    "counted_message": (1, 2),
}


def texts() -> Catalog:
    """Every text of the program that is to be translated."""
    catalogue = Catalog(project="missionplanner", fuzzy=False)
    for file, line, message, comments, _context in extract_from_dir(
        str(ROOT / "missionplanner"), [("**.py", "python")], keywords=KEYWORDS
    ):
        if message and message != ("", ""):
            catalogue.add(message, locations=[(file.replace("\\", "/"), line)], auto_comments=comments)
    return catalogue


def main() -> int:
    """Add new texts, drop those that are gone, keep every translation."""
    template = texts()
    for language in ("fr", "es"):
        target = LOCALE / language / "LC_MESSAGES" / "missionplanner.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        content = BytesIO(target.read_bytes()) if target.exists() else None
        known = read_po(content, locale=language) if content else Catalog(locale=language)
        known.update(template, no_fuzzy_matching=True)
        known.obsolete.clear()
        for message in known:
            if message.id and message.string:
                message.string = typeset(language, message.string)
        with target.open("wb") as file:
            write_po(file, known, sort_output=True, no_location=True, omit_header=False, width=120)
        missing = [message.id for message in known if message.id and not any(_strings(message.string))]
        print(f"{language}: {len(missing)} texts without a translation")
    return 0


def typeset(language: str, string: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """Return a translation with the spaces and quotation marks of its language, as Canada and Mexico write them."""
    if isinstance(string, tuple):
        return tuple(str(typeset(language, part)) for part in string)
    spaced = with_spaces(string, language)
    return spaced.replace("«", "“").replace("»", "”") if language == "es" else spaced


def _strings(string: object) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (str(string or ""),)


if __name__ == "__main__":
    sys.exit(main())
