"""Whom I meet: two or three meetings a page, the profile at the left, lines for notes and the outcome at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.platypus import Flowable

from missionplanner.domain.links import has_call, is_uri
from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import MeetingEntry
from missionplanner.pack.figures import draw_picture, fitting
from missionplanner.pack.flowables import Mark
from missionplanner.pack.phrases import Phrase, joined, plain
from missionplanner.pack.sheets import Sheet
from missionplanner.pack.style import QUIET, Look, fitted
from missionplanner.pack.tags import Element
from missionplanner.pack.typesetting import (
    GUTTER,
    HEAD,
    HOURS,
    NOTE,
    NOTE_BOLD,
    SMALL,
    SMALL_BOLD,
    TITLE,
    Face,
    Rows,
    lines_of,
    rule,
    set_calls,
    set_contacts,
    set_lines,
    set_said,
)
from missionplanner.pack.wording import labelled

_LABELS = 62
"""The width of the labels beside the values."""
_NARROWEST = 46
"""The room for a label in the narrowest of the cards."""
_NOTES = 146
"""The width of the notes."""
_LOGO = 22
_ABOUT = 30
"""The most lines of a description."""
_LEAST_NOTES = 4
_CLOSEST = 11.0
"""The least between two lines to write on."""
_LEAST_HIGH = 150.0
"""The least height of notes with their boxes."""


@dataclass(frozen=True, slots=True)
class CardValue:
    """A line of the profile: label and value; `most` lines of it where there is no room for more."""

    label: str
    text: str
    most: int
    language: str = ""
    shorter: tuple[str, ...] = ()
    """The same names in fewer words, the longest first, for where there is no room."""
    fewer: tuple[str, ...] = ()
    """Ever fewer of them with the number of the others, where there is no room for all."""
    said: tuple[Phrase, ...] = ()
    """The text in parts, where some of it is in another language than the rest."""
    leads: bool = False
    """Whether each line is a contact or a site, which a touch calls, writes to or opens."""
    calls: bool = False
    """Whether numbers stand in its words that a touch calls."""


@dataclass(frozen=True, slots=True)
class FactsType:
    """How facts are set: their type, and what is left below each."""

    face: Face
    gap: float


OPEN, CLOSE = FactsType(SMALL, 2.0), FactsType(Face(SMALL.font, 8.5, 10.5), 0.5)


class MeetingCard(Flowable):  # type: ignore[misc]
    """A meeting in the height it is given."""

    def __init__(self, entry: MeetingEntry, number: int, look: Look, t: Translator, logo: bytes = b"") -> None:
        super().__init__()
        self.entry, self.number, self.look, self.t, self.logo = entry, number, look, t, logo
        self.pages: Mapping[str, int] = {}

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All of the room."""
        self.width, self.height = width, height
        return width, height

    def needed(self, width: float, setting: FactsType = OPEN) -> float:
        """The height in which nothing is cut, with room for notes; a description of `_ABOUT` lines counts as whole."""
        values, room = values_of(self.entry, self.t), width - HOURS - 6 - _NOTES - GUTTER - _LABELS
        lines = sum(min(len(lines_of(value.text, setting.face, room)), _ABOUT) for value in values)
        return max(self._head(width) + lines * setting.face.leading + setting.gap * len(values), self.least(width))

    def least(self, width: float) -> float:
        """The height in which the outcomes and some lines for notes have room beside the facts."""
        return self._head(width) + _LEAST_HIGH

    def _head(self, width: float) -> float:
        name = len(lines_of(self.entry.profile.name, HEAD, width - HOURS - 6 - (78 if self.logo else 0), 2))
        return 16 + HEAD.leading * name + NOTE.leading

    def draw(self) -> None:
        """The margin with number and time, the name over both columns, then profile and notes."""
        canvas, left = self.canv, HOURS + 6
        with canvas.artifact():
            canvas.setStrokeColor(self.look.accent)
            canvas.setLineWidth(1)
            canvas.line(0, self.height - 4, self.width, self.height - 4)
        top = self.height - 10
        self._draw_margin(top)
        room = self.width - left
        if self.logo:
            wide, high = fitting(self.logo, (70, _LOGO))
            words = self.t("Logo of {company}").format(company=self.entry.profile.name)
            draw_picture(canvas, self.logo, words, (self.width - wide, top - high), (wide, high))
            room -= wide + 8
        with canvas.marked(canvas.element(self, "H2")):
            y = set_lines(canvas, lines_of(self.entry.profile.name, HEAD, room, 2), HEAD, (left, top))
        line = "  ·  ".join(filter(None, (self.entry.profile.place, self.entry.on_behalf)))
        if line:
            with canvas.marked(canvas.element((self, 1), "P")):
                y = set_lines(canvas, lines_of(line, NOTE, room, 1), NOTE, (left, y))
        y -= 4
        profile = self.width - left - _NOTES - GUTTER
        self._draw_profile(left, y, profile)
        self._draw_notes(self.width - _NOTES, y)

    def _draw_margin(self, top: float) -> None:
        canvas, entry = self.canv, self.entry
        number = canvas.element((self, 2), "P")
        with canvas.marked(number):
            y = set_lines(canvas, (str(self.number),), TITLE, (0, top + 4), self.look.accent)
            y = set_lines(canvas, (entry.time,), SMALL_BOLD, (0, y - 2))
            for text in (entry.short_day, entry.stop, entry.venue, entry.table):
                y = set_lines(canvas, lines_of(text, NOTE, HOURS - 2, 3), NOTE, (0, y))
        if page := self.pages.get("schedule"):
            words = self.t("List: p. {page}").format(page=page)
            link = Element("Link", number)
            with canvas.marked(link):
                set_lines(canvas, lines_of(words, NOTE, HOURS - 2, 1), NOTE, (0, y - 4))
            canvas.link(link, "schedule", words, (0, y - 4 - NOTE.leading, HOURS, y - 4))

    def _draw_profile(self, left: float, top: float, width: float) -> None:
        """Labels beside values, as many lines of each as there is room for."""
        setting = OPEN if self.needed(self.width) <= self.height else CLOSE
        chosen = fitting_values(values_of(self.entry, self.t), width - _LABELS, top - 2, setting)
        draw_values(self.canv, (self, 3), chosen, (left, top), _LABELS, setting)

    def _draw_notes(self, left: float, top: float) -> None:
        canvas, t = self.canv, self.t
        boxes = 5 * 14 + 26
        with canvas.marked(canvas.element((self, 4), "P")):
            set_lines(canvas, (t("Notes"),), NOTE_BOLD, (left, top))
        room = max(top - boxes - 14, 0.0)
        lines = min(7, max(int(room // 18), min(_LEAST_NOTES, int(room // _CLOSEST)), 1))
        step = min(24.0, room / lines)
        rule(canvas, _NOTES, (top - 12 - step, top - 12 - lines * step), step, left)
        self._draw_boxes(left, top - 12 - lines * step - 10)

    def _draw_boxes(self, left: float, y: float) -> None:
        canvas, t = self.canv, self.t
        outcomes = (t("No interest"), t("Follow up"), t("Offer asked for"), t("Samples"), t("Agreement"))
        with canvas.marked(canvas.element((self, 5), "P")):
            y = set_lines(canvas, (t("Outcome"),), NOTE_BOLD, (left, y))
            canvas.setLineWidth(0.7)
            for words in outcomes:
                y -= 14
                canvas.setStrokeColor(QUIET)
                canvas.rect(left, y + 3, 8.5, 8.5, stroke=1, fill=0)
                words = fitted(words, SMALL.font, SMALL.size, _NOTES - 16)
                set_lines(canvas, (words,), SMALL, (left + 14, y + 13))


def values_of(entry: MeetingEntry, t: Translator, contacts: int = 4) -> list[CardValue]:
    """The facts of a card, the most needed first, with at most so many addresses and numbers."""
    profile = entry.profile
    people = joined("\n", entry.theirs or profile.people)
    offers, seeks = (joined("; ", listed) for listed in (profile.offers, profile.seeks))
    theirs = (", ".join(entry.theirs_names), ", ".join(entry.theirs_short)) if entry.theirs_names else ()
    ours = ", ".join(entry.ours_names) or entry.ours or entry.who
    short = (", ".join(entry.ours_short),) if entry.ours_short else ()
    found = (
        _where(t("Where"), entry.where),
        CardValue(t("People"), people.text, 6, people.language, shorter=theirs, fewer=_fewer(entry.theirs_short, t)),
        CardValue(t("For you"), ours, 4, shorter=short, fewer=_fewer(entry.ours_short, t)),
        CardValue(t("Interpreter"), entry.interpreter, 1),
        CardValue(t("Languages"), entry.languages, 1),
        _in_parts(t("Asked for"), entry.asked, 3),
        CardValue(t("Contact"), "\n".join(profile.contacts[:contacts]), 4, leads=True),
        CardValue(t("Website"), profile.website, 2, leads=True),
        CardValue(t("Sectors"), profile.sectors.text, 3, profile.sectors.language),
        CardValue(t("Size"), profile.employees, 1),
        CardValue(t("Offers"), offers.text, 4, offers.language),
        CardValue(t("Seeks"), seeks.text, 4, seeks.language),
        *(_own_field(label, said, t) for label, said in profile.details),
        CardValue(t("About"), profile.description, _ABOUT, profile.language),
    )
    return [value for value in found if value.text.strip()]


def _in_parts(label: str, said: tuple[Phrase, ...], most: int) -> CardValue:
    """A value of which some may be in another language than the rest."""
    return CardValue(label, "".join(plain(said)), most, said=said if any(one.language for one in said) else ())


def _where(label: str, said: tuple[Phrase, ...]) -> CardValue:
    """The way there: of a video room its link on a line of its own; numbers in what somebody wrote may be called."""
    value = _in_parts(label, said, 5)
    return replace(value, leads=True) if is_uri(value.text) else replace(value, calls=has_call(value.text))


def _own_field(label: str, said: Phrase, t: Translator) -> CardValue:
    """An own field; a name that is too long for the labels stands before its value, whole."""
    if fitted(label, NOTE.font, NOTE.size, _NARROWEST) == label:
        return CardValue(label, said.text, 3, said.language)
    return _in_parts("", (Phrase(labelled(label, "", t)), said), 3)


def _fewer(names: Sequence[str], t: Translator) -> tuple[str, ...]:
    """Ever fewer of the names with the number of the others, down to one."""
    others = (t.count("and {n} other", "and {n} others", left) for left in range(1, len(names)))
    return tuple(f"{', '.join(names[:-left])} {words}" for left, words in enumerate(others, start=1))


def draw_values(
    canvas: Any,
    identity: object,
    values: Sequence[tuple[CardValue, tuple[str, ...]]],
    place: tuple[float, float],
    labels: float,
    setting: FactsType = OPEN,
) -> None:
    """Draw labels with their values beside them below a place, as a table; labels: the width of the first."""
    rows = Rows(canvas, identity)
    left, top = place
    face = setting.face
    for value, lines in values:
        with rows.row() as row:
            with rows.cell(row, "Row"):
                label = fitted(value.label, NOTE.font, NOTE.size, labels - 4)
                set_lines(canvas, (label,), NOTE, (left, top))
            if value.leads:
                top = set_contacts(canvas, Element("TD", row), lines, value.text, (left + labels, top), face)
            elif value.calls:
                said = value.said or (Phrase(value.text, value.language),)
                top = set_calls(canvas, Element("P", Element("TD", row)), (lines, said), face, (left + labels, top))
            else:
                with rows.cell(row) as cell:
                    cell.language = value.language
                    if value.said:
                        top = set_said(canvas, lines, value.said, face, (left + labels, top))
                    else:
                        top = set_lines(canvas, lines, face, (left + labels, top))
        top -= setting.gap


def fitting_values(
    values: list[CardValue], width: float, height: float, setting: FactsType = OPEN
) -> list[tuple[CardValue, tuple[str, ...]]]:
    """The values with their lines; where all do not fit, the longest are cut line by line."""
    # Where there is room nothing is cut; only names become a line of names beyond their most.
    caps = [value.most if value.shorter else max(value.most, _ABOUT) for value in values]
    face = setting.face
    whole = [min(len(lines_of(value.text, face, width)), cap) for value, cap in zip(values, caps, strict=True)]
    room = int((height - setting.gap * len(values)) // face.leading)
    most = whole if sum(whole) <= room else [min(value.most, high) for value, high in zip(values, whole, strict=True)]
    # So many lines the names take at least, before any is left out.
    names = [len(lines_of(value.shorter[-1], face, width)) if value.shorter else 1 for value in values]
    while sum(most) > max(room, len(values)) and max(most) > 1:
        longest = max(range(len(most)), key=lambda place: (most[place] > names[place], most[place], place))
        most[longest] -= 1
    kept = list(zip(values, most, strict=True))[: max(room, 1)]
    return [(value, _lines(value, width, number, face)) for value, number in kept if number]


def _lines(value: CardValue, width: float, most: int, face: Face) -> tuple[str, ...]:
    """The lines of a value in the most words that fit; the last is cut where none do."""
    for text in (value.text, *value.shorter, *value.fewer):
        found = lines_of(text, face, width)
        if len(found) <= most:
            return found
    if value.leads and (kept := _contacts_in(value.text, width, most, face)):
        return kept
    return lines_of(value.fewer[-1] if value.fewer else value.text, face, width, most)


def _contacts_in(text: str, width: float, most: int, face: Face) -> tuple[str, ...]:
    """The lines of those contacts that fit whole, for half an address leads nowhere."""
    found: tuple[str, ...] = ()
    for contact in text.splitlines():
        lines = lines_of(contact, face, width)
        if len(found) + len(lines) > most:
            break
        found += lines
    return found


def meeting_sheets(cards: list[MeetingCard], each: int, size: tuple[float, float], title: list[Any]) -> list[Sheet]:
    """So many meetings to a page, one below the other, each as high as it needs; the title stands on the first."""
    found: list[Sheet] = []
    for start in range(0, len(cards), each):
        sheet, top = _begun(size, title if not start else None)
        _put(sheet, top, _shared_out(cards[start : start + each], each, size[0], top))
        found.append(sheet)
    return found


def _shared_out(cards: list[MeetingCard], each: int, width: float, room: float) -> list[tuple[MeetingCard, float]]:
    """The cards of a page with their heights: all alike where nothing is cut then, else by what each needs."""
    needed = [card.needed(width) + _BETWEEN for card in cards]
    if max(needed) <= room / each:
        return [(card, room / each) for card in cards]
    if sum(needed) > room:
        needed = [card.needed(width, CLOSE) + _BETWEEN for card in cards]
    mine = room * len(cards) / each
    if sum(needed) > room:
        return list(zip(cards, _squeezed(needed, [card.least(width) + _BETWEEN for card in cards], mine), strict=True))
    left = max((mine - sum(needed)) / len(cards), 0.0)
    return [(card, high + left) for card, high in zip(cards, needed, strict=True)]


def _squeezed(needed: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Heights that fit into a room, each of them less by its share of what it has beyond the least it needs."""
    if sum(least) > room:
        return [low * room / sum(least) for low in least]
    share = (room - sum(least)) / max(sum(needed) - sum(least), 1.0)
    return [low + (high - low) * share for high, low in zip(needed, least, strict=True)]


def whole_sheets(cards: list[MeetingCard], size: tuple[float, float], title: list[Any]) -> list[Sheet]:
    """As many meetings to a page as it holds, nothing of which is cut; each has its share of what is left."""
    found: list[Sheet] = []
    left = list(cards)
    while left:
        sheet, top = _begun(size, title if not found else None)
        heights = [left[0].needed(size[0]) + _BETWEEN]
        while len(heights) < len(left) and sum(heights) + left[len(heights)].needed(size[0]) + _BETWEEN <= top:
            heights.append(left[len(heights)].needed(size[0]) + _BETWEEN)
        more = min((top - sum(heights)) / len(heights), _MOST_MORE)
        _put(sheet, top, [(card, high + max(more, 0)) for card, high in zip(left, heights, strict=False)])
        left = left[len(heights) :]
        found.append(sheet)
    return found


def _begun(size: tuple[float, float], title: Sequence[Any] | None) -> tuple[Sheet, float]:
    """A sheet that begins with a title, and the height below which it goes on."""
    sheet, top = Sheet(size), size[1]
    for piece in title or ():
        piece.wrap(size[0], top)
        sheet.put(piece, 0, top)
        top -= piece.height
    return sheet, top - (6 if title is not None else 0)


def _put(sheet: Sheet, top: float, cards: Sequence[tuple[MeetingCard, float]]) -> None:
    """Put cards below one another, each into its height."""
    for card, high in cards:
        sheet.put(Mark(f"meeting-{card.number - 1}", f"{card.entry.time} {card.entry.title}", 1, {}), 0, top)
        card.wrap(sheet.width, high - _BETWEEN)
        sheet.put(card, 0, top)
        top -= high


_BETWEEN = 8.0
"""Between two meetings."""
_MOST_MORE = 80.0
"""The most room a meeting has beyond what it needs."""
