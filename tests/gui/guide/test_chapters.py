"""The guide as chapters, in every language."""

import pytest

from missionplanner.gui.guide.chapters import Chapter, chapter_of, chapters, guide_folder, guide_text, holding

TEXT = """# Guide

Above.

<!-- companies people -->
## 1. Begin

Drop a **file**.

### Inscribe

See [the map](map.md) and ![Écran](pictures/en-light/map.png).

<!-- day -->
## 2. End
"""


def test_chapters_have_title_level_names_and_text() -> None:
    assert chapters(TEXT) == (
        Chapter("1. Begin", 2, ("companies", "people"), "## 1. Begin\n\nDrop a **file**.\n"),
        Chapter("Inscribe", 3, (), TEXT[TEXT.index("### ") : TEXT.index("<!-- day")].rstrip() + "\n"),
        Chapter("2. End", 2, ("day",), "## 2. End\n"),
    )


def test_chapter_of_a_screen_is_the_one_that_names_it() -> None:
    assert [chapter_of(chapters(TEXT), name) for name in ("people", "day", "nowhere", "")] == [0, 2, 0, 0]


def test_words_are_found_in_any_case_without_accents_and_without_markup() -> None:
    found = chapters(TEXT)
    assert [holding(found, words) for words in ("FILE", "ecran map", "begin file", "pictures", "")] == [
        [0],
        [1],
        [0],
        [],
        [0, 1, 2],
    ]


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_guide_has_the_pictures_of_its_language_and_theme(language: str, theme: str) -> None:
    spoken = language if (guide_folder() / f"guide.{language}.md").exists() else "en"
    text = guide_text(language, theme)
    assert text.count("](pictures/") == text.count(f"](pictures/{spoken}-{theme}/") > 0


def test_every_guide_has_the_same_chapters() -> None:
    shapes = [[(one.level, one.names) for one in chapters(guide_text(code, "light"))] for code in ("en", "fr", "es")]
    assert shapes[1:] == [shapes[0]] * 2
