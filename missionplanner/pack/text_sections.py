"""Texts of the mission as they are printed: their pieces, with the numbers they name and where these are from."""

from missionplanner.domain.figure_texts import FilledNumbers, noted
from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import Block, TextSection
from missionplanner.pack.wording import foreign


def blocks(body: str) -> tuple[Block, ...]:
    """The pieces of a mission text: "# " heads, "- " lists, blank lines separate paragraphs."""
    found: list[Block] = []
    paragraph: list[str] = []

    def end_paragraph() -> None:
        if paragraph:
            found.append(Block("paragraph", " ".join(paragraph)))
            paragraph.clear()

    for line in [*body.splitlines(), ""]:
        text = line.strip()
        if text.startswith(("# ", "- ")) or not text:
            end_paragraph()
        if text.startswith("# "):
            found.append(Block("heading", text[2:].strip()))
        elif text.startswith("- "):
            found.append(Block("bullet", text[2:].strip()))
        elif text:
            paragraph.append(text)
    return tuple(found)


def section(title: str, body: str, language: str, numbers: FilledNumbers, t: Translator) -> TextSection:
    """A text with its numbers, and notes below it that say where these are from, each leading there.

    language: that of the text.
    """
    filled, found = numbers.filled(title), blocks(numbers.filled(body))
    notes = (
        Block("note", f"{noted(place)} {note}", numbers.links.get(note, ""))
        for place, note in enumerate(numbers.notes, start=1)
    )
    return TextSection(filled, (*found, *notes), foreign(language, t))
