"""The pages of the leader edition: talking points, programme, meetings, precedence, biographies."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Spacer

from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.delegate_pages import Book, Story, lists
from missionplanner.pack.editions import Leader, LeaderEvent
from missionplanner.pack.figures import Scheme
from missionplanner.pack.flowables import Mark, Text
from missionplanner.pack.organiser_pages import lists_of
from missionplanner.pack.style import BODY, BULLET, H2, QUIET_SMALL, markup


class LeaderBook(Book):
    """The leader edition in order."""

    def __init__(self, shared: Shared, own: Own, leader: Leader, size: tuple[float, float]) -> None:
        self._leader = leader
        super().__init__(shared, own, size)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        t = self.t
        yield from self.section("talking")
        yield "programme", t("Your programme"), self._events()
        for section in (self._leader.met, self._leader.precedence):
            yield section.key, section.title, lists_of(self, section)
        if self._leader.biographies:
            yield "biographies", t("Biographies"), self._biographies()
        for page in self._leader.pages:
            yield from self.section(page)

    def _events(self) -> Story:
        t = self.t
        found: Story = [self.h1(t("Your programme"))]
        if self.shared.stops:
            found += [Scheme(self.shared, self.width), Spacer(0, 6)]
        if not self._leader.days:
            found.append(Text(markup(t("There are no events yet.")), BODY))
        for number, day in enumerate(self._leader.days):
            found += [CondPageBreak(40 * mm), Mark(f"day-{number}", day.title, 1, self.pages)]
            found.append(Text(markup(day.title), H2))
            for event in day.events:
                found += self._event(event)
        return found

    def _event(self, event: LeaderEvent) -> Story:
        place = " · ".join(part for part in (event.kind, event.place, event.expected) if part)
        found: Story = [
            CondPageBreak(24 * mm),
            Text(f"<b>{markup(event.time)}</b>  {markup(event.title)}", BODY),
            Text(markup(place), QUIET_SMALL),
            Spacer(0, 3),
        ]
        return [*found, *lists(event.points, BULLET), Spacer(0, 5)]

    def _biographies(self) -> Story:
        found: Story = [self.h1(self.t("Biographies"))]
        for number, person in enumerate(self._leader.biographies):
            found += [CondPageBreak(30 * mm), Mark(f"person-{number}", person.name, 1, self.pages)]
            found += [Text(markup(person.name), H2), Text(markup(person.post), QUIET_SMALL), Spacer(0, 4)]
            found.append(Text(markup(person.text), BODY))
        return found
