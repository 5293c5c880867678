"""The story of a delegate's pack: content to flowables, section by section."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepInFrame, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus import Table as Grid

from missionplanner.domain.spelling import fold
from missionplanner.i18n import translator
from missionplanner.pack.content import MeetingEntry, Own, Profile, ProgrammeDay, Shared, TextSection
from missionplanner.pack.flowables import Chart, Choices, Contents, Entry, IndexLine, Mark, Ruled, Text, grid
from missionplanner.pack.style import (
    BODY,
    BULLET,
    CELL,
    CELL_BOLD,
    H1,
    H2,
    LABEL,
    LINE,
    PALE,
    QUIET_SMALL,
    REGULAR,
    SMALL,
    TIME,
    markup,
)

Story = list[Flowable]


class Book:
    """The sections of one pack, in order, with the page numbers they turn out to have."""

    def __init__(self, shared: Shared, own: Own, width: float, height: float) -> None:
        self.shared, self.own, self.width, self.height = shared, own, width, height
        self.t = translator(shared.language)
        self.pages: dict[str, int] = {}
        sections = list(self._sections())
        self.contents = Contents([(key, title) for key, title, _story in sections], width)
        self._bodies = sections

    def story(self) -> Story:
        """Everything after the cover."""
        head = [Mark("contents", "", 0, self.pages), Text(self.t("Contents"), H1), self.contents]
        found: Story = [NextPageTemplate("body"), PageBreak(), *head]
        for key, title, body in self._bodies:
            wide = key not in ("directory",)
            found += [NextPageTemplate("body" if wide else "columns"), PageBreak(), Mark(key, title, 0, self.pages)]
            found += body
        return found

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        """Key, title and flowables of every section there is something for, in order."""
        t = self.t
        yield from self._plain("welcome", "about")
        yield "programme", t("Your programme"), self._programme()
        yield "schedule", t("Your meetings"), self._schedule()
        if self.own.meetings:
            yield "profiles", t("The companies you will meet"), self._profiles()
        if self.shared.directory:
            yield "directory", t("The delegation by sector"), self._directory()
        if "briefing" in self.shared.texts:
            yield "briefing", self.shared.texts["briefing"].title, self._briefing()
        yield from self._plain("protocol")
        logistics = self.shared.texts.get("logistics", TextSection(t("Logistics"), ()))
        yield "logistics", logistics.title, self._logistics(logistics)
        yield from self._plain("conduct", "contacts")
        yield "evaluation", t("Your evaluation"), self._evaluation()

    def _plain(self, *kinds: str) -> Iterator[tuple[str, str, Story]]:
        for kind in kinds:
            if kind in self.shared.texts:
                yield kind, self.shared.texts[kind].title, self._text(self.shared.texts[kind])

    def _text(self, section: TextSection) -> Story:
        return [Text(markup(section.title), H1), *self._blocks(section)]

    def _blocks(self, section: TextSection) -> Story:
        styles = {"heading": H2, "paragraph": BODY}
        found: Story = []
        group: object | None = None
        for block in section.blocks:
            group = (group or object()) if block.kind == "bullet" else None
            if group:
                found.append(Text(markup(block.text), BULLET, bulletText="•", group=group))
            else:
                found.append(Text(markup(block.text), styles[block.kind]))
        return found

    def _programme(self) -> Story:
        found: Story = [Text(self.t("Your programme"), H1)]
        if not self.own.programme:
            found.append(Text(self.t("Nothing is planned for you yet."), BODY))
        for number, day in enumerate(self.own.programme):
            key = f"day-{number}"
            head = Text(f"{markup(day.title)} · {markup(day.stop)}", H2)
            found += [CondPageBreak(40 * mm), Mark(key, f"{day.title} · {day.stop}", 1, self.pages), head]
            found.append(self._day(day))
        return found

    def _day(self, day: ProgrammeDay) -> Flowable:
        rows = []
        for item in day.items:
            title = Text(markup(item.title), CELL_BOLD if item.is_meeting else CELL)
            rows.append([Text(item.time, TIME), title, Text(markup(item.place), CELL),
                         Text(markup(item.kind), QUIET_SMALL)])  # fmt: skip
        widths = [26 * mm, self.width * 0.42, self.width * 0.58 - 26 * mm - 24 * mm, 24 * mm]
        return grid(rows, widths, [*GRID, ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)])

    def _schedule(self) -> Story:
        t = self.t
        found: Story = [Text(t("Your meetings"), H1)]
        if not self.own.meetings:
            return [*found, Text(t("No meetings are planned for you yet."), BODY)]
        found.append(Text(t.count("{n} meeting", "{n} meetings", len(self.own.meetings)), BODY))
        heads = [t("Day"), t("Time"), t("Company"), t("Place")]
        rows = [[Text(markup(head), CELL_BOLD) for head in heads]]
        for meeting in self.own.meetings:
            place = f"{meeting.stop}, {meeting.venue}, {meeting.table}"
            name = f"<b>{markup(meeting.profile.name)}</b><br/>{markup('; '.join(meeting.profile.people)[:200])}"
            rows.append([Text(markup(meeting.day), CELL), Text(meeting.time, TIME), Text(name, CELL),
                         Text(markup(place), CELL)])  # fmt: skip
        widths = [36 * mm, 24 * mm, self.width - 60 * mm - 52 * mm, 52 * mm]
        style = [*GRID, ("BACKGROUND", (0, 0), (-1, 0), PALE), ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]
        return [*found, grid(rows, widths, style, heads=1, splitInRow=0)]

    def _profiles(self) -> Story:
        found: Story = []
        for number, meeting in enumerate(self.own.meetings):
            if number:
                found.append(PageBreak())
            title = f"{meeting.day}, {meeting.time}"
            found += [
                Mark(f"meeting-{number}", f"{meeting.time} {meeting.profile.name}", 1, self.pages),
                Text(markup(title), TIME),
                Text(markup(meeting.profile.name), H1),
                Text(markup(f"{meeting.stop} · {meeting.venue} · {meeting.table}"), BODY),
                self._sheet(meeting),
            ]
        return found

    def _sheet(self, meeting: MeetingEntry) -> Flowable:
        """A profile beside lines for notes and the form for the outcome."""
        left, gap = self.width * 0.52, 8 * mm
        right = self.width - left - gap
        height = self.height - 46 * mm
        profile = KeepInFrame(left, height, self._profile(meeting.profile), mode="shrink")
        notes = KeepInFrame(right, height, self._notes(), mode="shrink")
        style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONT", (0, 0), (-1, -1), REGULAR, 8),
                 ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]  # fmt: skip
        return Grid([[profile, "", notes]], colWidths=[left, gap, right], style=style)

    def _profile(self, profile: Profile) -> Story:
        t = self.t
        found: Story = []
        lines = (
            (t("Sectors"), profile.sectors), (t("Place"), profile.place), (t("People"), "\n".join(profile.people)),
            (t("Contact"), "\n".join(profile.contacts)), (t("Website"), profile.website),
            (t("Size"), profile.employees), (t("Offers"), "\n".join(profile.offers)),
            (t("Seeks"), "\n".join(profile.seeks)), (t("About the company"), profile.description),
        )  # fmt: skip
        for label, text in lines:
            if text.strip():
                found += [Text(markup(label), LABEL), Text(markup(text), BODY)]
        return found

    def _notes(self) -> Story:
        t = self.t
        return [
            Text(t("Notes"), LABEL), Ruled(12), Spacer(0, 8),
            Text(t("What came of it"), LABEL),
            Choices([t("No interest"), t("Follow up"), t("Offer asked for"), t("Samples"), t("Agreement")]),
            Text(t("Possible value and currency"), LABEL), Ruled(1),
            Text(t("Next step, who, until when"), LABEL), Ruled(3),
            Text(t("Quality of the meeting"), LABEL), Choices(["1", "2", "3", "4", "5"]),
        ]  # fmt: skip

    def _directory(self) -> Story:
        found: Story = [Text(self.t("The delegation by sector"), H1)]
        names: list[tuple[str, str]] = []
        for number, sector in enumerate(self.shared.directory):
            found += [CondPageBreak(30 * mm), Mark(f"sector-{number}", sector.name, 1, self.pages)]
            found.append(Text(markup(sector.name), H2))
            for place, entry in enumerate(sector.entries):
                key = f"entry-{number}-{place}"
                found.append(Entry(key, entry, sector.colour, self.pages, sector))
                names.append((entry.name, key))
        found += [CondPageBreak(40 * mm), Mark("index", self.t("Index of companies"), 1, self.pages)]
        found.append(Text(self.t("Index of companies"), H2))
        names.sort(key=lambda pair: (fold(pair[0]), pair[1]))
        return [*found, *(IndexLine(key, name, self.pages, names) for name, key in names)]

    def _briefing(self) -> Story:
        section = self.shared.texts["briefing"]
        found: Story = [Text(markup(section.title), H1)]
        blocks = self._blocks(section)
        found += blocks[:1]
        if self.shared.bars:
            found += [
                Text(markup(self.shared.chart_title), LABEL),
                Chart(self.shared.bars, self.shared.chart_title, self.width),
                Spacer(0, 6),
            ]
        return found + blocks[1:]

    def _logistics(self, section: TextSection) -> Story:
        found = self._text(section)
        if self.shared.venues:
            found.append(Text(self.t("Venues"), H2))
            rows = [
                [Text(markup(v.stop), CELL_BOLD), Text(markup(f"{v.name}\n{v.address}"), CELL),
                 Text(markup(v.phone), CELL)]
                for v in self.shared.venues
            ]  # fmt: skip
            widths = [36 * mm, self.width - 72 * mm, 36 * mm]
            found.append(grid(rows, widths, [*GRID, ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]))
        return found

    def _evaluation(self) -> Story:
        t = self.t
        questions = (
            t("The meetings were with the right companies."), t("The programme gave me what I came for."),
            t("The briefing pack was useful."), t("The organisation was good."), t("I would take part again."),
        )  # fmt: skip
        found: Story = [
            Text(t("Your evaluation"), H1),
            Text(t("Please tick from 1 (not at all) to 5 (fully) and leave this page at the registration desk."), BODY),
        ]
        for question in questions:
            found += [Text(markup(question), SMALL), Choices(["1", "2", "3", "4", "5"]), Spacer(0, 4)]
        return [*found, Text(t("What should we do better?"), LABEL), Ruled(6)]


GRID = [
    ("FONT", (0, 0), (-1, -1), REGULAR, 8.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]
