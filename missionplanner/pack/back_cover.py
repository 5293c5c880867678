"""The back of a pack: whom to call, found without opening it."""

from missionplanner.domain import links
from missionplanner.i18n import translator
from missionplanner.pack.delegate_content import Shared, TextSection
from missionplanner.pack.info_pages import text_pieces, title_of
from missionplanner.pack.sheets import Flow, Sheet
from missionplanner.pack.style import Look
from missionplanner.pack.typesetting import TEXT, Face, Lined, RuledNotes, leading_to

_NUMBER = Face("NotoSans-Bold", 16, 22)


def back_sheet(shared: Shared, section: TextSection, size: tuple[float, float], look: Look) -> Sheet:
    """The emergency contacts, their numbers large; the texts among them as they are."""
    flow = Flow(size)
    flow.add(title_of(section.title, section.language))
    flow.top -= 10
    if not shared.phones and not section.blocks:
        flow.add(RuledNotes(translator(shared.language)("Whom you call"), _TO_WRITE))
    if len(shared.phones) > _MOST:
        flow.add_all(text_pieces(section))
        return flow.sheets[0]
    for line in shared.phones:
        label = Lined(line.label, TEXT, most=2)
        label.language = section.language
        number = Lined(line.number, _NUMBER, tint=look.accent, most=1)
        flow.add(label, leading_to(links.call(line.number), number))
        flow.top -= 12
    numbers = {line.label for line in shared.phones}
    rest = [block for block in section.blocks if not any(block.text.startswith(label) for label in numbers if label)]
    flow.add_all(text_pieces(TextSection(section.title, tuple(rest), section.language)))
    return flow.sheets[0]


_TO_WRITE = 180
"""The height of lines for numbers, where none are given."""
_MOST = 9
"""So many numbers can be set large."""
