"""The columns of the companies' table: what they show and complete from, and which are shown at first."""

from collections.abc import Sequence

from missionplanner.domain import completeness
from missionplanner.domain.applications import Status, statuses_of
from missionplanner.domain.companies import SIDE_LABELS, AttendeesBy, Side, shared_out
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import NO_FIELDS, Subject
from missionplanner.domain.people import OrganisationKind, in_order
from missionplanner.domain.regions import country_in, region_name
from missionplanner.gui.widgets.column_widths import status_width
from missionplanner.gui.widgets.own_columns import of_own_fields
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import OWN_NAMES, _, current
from missionplanner.jobs.companies import entry
from missionplanner.jobs.fields.values import fields
from missionplanner.jobs.selection import decisions
from missionplanner.store.listing import CompanyLine
from missionplanner.store.store import Store

AT_FIRST = ("name", "side", "status", "sectors", "city", "region", "delegate", "complete", "meetings", "website")
"""The columns shown until somebody chooses others."""


class CompanyColumns:
    """Makes the columns; keeps the names of the sectors and kinds they show."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sectors: dict[int, str] = {}
        self._kinds: dict[int, str] = {}
        self._own = NO_FIELDS
        self.refresh()

    def refresh(self) -> None:
        """Read the names of sectors and kinds anew."""
        self._sectors = {s.id: s.name(current().language) for s in self._store.all(Sector)}
        self._own = fields(self._store)
        self._kinds.clear()
        self._kinds.update((kind.id, kind.label) for kind in in_order(self._store.all(OrganisationKind)))

    def all(self) -> list[Column]:
        """Every column there is."""
        own = self._own.of(Subject.COMPANY)
        return [*self._of_company(), *self._of_application(), *of_own_fields(own, lambda line: line.own)]

    def _of_company(self) -> list[Column]:
        return [
            Column(_("Company"), lambda line: line.name, "name", 230, edits="name", grows=True),
            Column(
                _("Side"),
                lambda line: _(SIDE_LABELS[Side(line.side)]),
                "side",
                100,
                edits="side",
                choices=lambda: [_(label) for label in SIDE_LABELS.values()],
            ),
            Column(
                _("Status"),
                lambda line: Status(line.status).label(Side(line.side)),
                "status",
                status_width(),
                colour=_status_colour,
                edits="status",
                choices=_status_words,
            ),
            Column(
                _("Complete"), lambda line: f"{line.complete} %", "complete", 90, right=True, colour=_complete_colour
            ),
            Column(_("Sectors"), self._sectors_of, "sectors", 230, edits="sectors", choices=self._sector_names),
            *self._of_place(),
            Column(_("Delegate"), lambda line: line.delegate, "delegate", 150, edits="delegate"),
            Column(_("E-mail"), lambda line: line.email, "email", 190, edits="email"),
            self._text_column(_("Company phone"), "phone", 140),
            self._text_column(_("Website"), "website", 180),
            self._number_column(_("Employees"), "employees"),
            self._number_column(_("Year founded"), "year_founded"),
            self._text_column(_("Address"), "address", 180),
            self._text_column(_("Postal code"), "postal_code", 90),
            self._text_column(_("Operating name"), "operating_name", 160),
            self._kind_column(),
            _attendees_column(),
            _meeting_place_column(),
        ]

    def _of_place(self) -> list[Column]:
        language = current().language

        def region(line: CompanyLine) -> str:
            return region_name(line.region, language)

        def country(line: CompanyLine) -> str:
            return country_in(line.country, language)

        return [
            self._text_column(_("City"), "city", 120),
            Column(_("Province or state"), region, "region", 130, edits="region"),
            Column(_("Country"), country, "country", 110, edits="country", choices=entry.countries),
        ]

    def _of_application(self) -> list[Column]:
        return [
            Column(
                _("Language"),
                lambda line: OWN_NAMES.get(line.language, line.language),
                "language",
                90,
                edits="language",
                choices=lambda: list(OWN_NAMES.values()),
            ),
            self._text_column(_("Reviewer"), "reviewer", 130, lambda: decisions.reviewers(self._store)),
            Column(_("Missing"), lambda line: completeness.words(_codes(line), self._own), "", 230),
            Column(_("Meetings"), lambda line: str(line.meetings), "meetings", 80, right=True),
            Column(_("Informed of"), _told, "announced", 110),
            Column(_("To be approved again"), lambda line: _("Yes") if line.edited else "", "edited", 110),
            Column(_("Received"), lambda line: line.received[:10], "received", 100),
            Column(_("Notes"), lambda line: line.notes, "", 200, edits="notes"),
        ]

    def key(self, column: Column) -> str:
        """The name a column is remembered by."""
        return column.edits or column.sort or "missing"

    def _text_column(self, heading: str, name: str, width: int, choices: object = None) -> Column:
        found = choices if callable(choices) else None
        return Column(heading, lambda line: getattr(line, name), name, width, edits=name, choices=found)

    def _kind_column(self) -> Column:
        names = self._kinds
        heading = _("Kind of organisation")
        return Column(
            heading,
            lambda line: names.get(line.kind_id or 0, ""),
            "kind",
            150,
            edits="kind",
            choices=lambda: [*names.values()],
        )

    def _number_column(self, heading: str, name: str) -> Column:
        return Column(heading, lambda line: str(getattr(line, name) or ""), name, 90, right=True, edits=name)

    def _sectors_of(self, line: CompanyLine) -> str:
        return "; ".join(self._sectors.get(key, "") for key in line.sectors)

    def _sector_names(self) -> Sequence[str]:
        return list(self._sectors.values())


def _attendees_column() -> Column:
    return Column(
        _("Who attends meetings"),
        lambda line: shared_out(AttendeesBy(line.attendees_by), line.attendees_most),
        "attendees",
        160,
        edits="attendees",
        choices=lambda: [rule.label for rule in AttendeesBy],
    )


def _meeting_place_column() -> Column:
    return Column(
        _("Where meetings are held"),
        lambda line: MeetsAt(line.meets_at).label if line.meets_at else "",
        "meets_at",
        150,
        edits="meets_at",
        choices=lambda: [place.label for place in MeetsAt if place],
    )


def _codes(line: CompanyLine) -> tuple[str, ...]:
    return tuple(code for code in line.missing.split(",") if code)


def _status_words() -> list[str]:
    """The words of both sides, each once."""
    return list(dict.fromkeys(status.label(side) for side in Side for status in statuses_of(side)))


def _told(line: CompanyLine) -> str:
    return Status(line.announced).label(Side(line.side)) if line.announced else ""


def _complete_colour(line: CompanyLine) -> str:
    return colours().warn if line.complete < 70 else ""


def _status_colour(line: CompanyLine) -> str:
    c = colours()
    return {
        "accepted": c.good,
        "confirmed": c.good,
        "declined": c.bad,
        "withdrawn": c.quiet,
        "reserve": c.warn,
        "information_requested": c.warn,
    }.get(line.status, "")
