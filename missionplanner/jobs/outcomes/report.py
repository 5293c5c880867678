"""The report on outcomes as PDF or workbook."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from missionplanner.domain import outcomes
from missionplanner.domain.outcomes import MEASURES, OutcomeLine, Scorecard
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import OUTCOME_LABELS, Outcome
from missionplanner.errors import UserError
from missionplanner.exchange.spreadsheets import Cell, workbook
from missionplanner.i18n import LOCALES, _, current, uses_letter_paper
from missionplanner.jobs.job import Job
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class OutcomeData:
    """The data a report is written from."""

    snapshot: Snapshot
    outcomes: list[Outcome]


def report(target: Path) -> Job[OutcomeData, Path]:
    """Return the job that writes the report on outcomes as a file of the kind of its ending: .pdf or .xlsx.

    Raises UserError for any other ending.
    """
    makers = {".pdf": _pdf, ".xlsx": _workbook}
    make = makers.get(target.suffix.lower())
    if make is None:
        raise UserError(
            _("A file ending in “{ending}” cannot be made.").format(ending=target.suffix),
            _("Choose a name that ends in .pdf or .xlsx."),
        )

    def read(store: Store) -> OutcomeData:
        return OutcomeData(store.snapshot(), store.all(Outcome))

    def work(found: OutcomeData, progress: Progress) -> Path:
        progress.report(0.1, _("Writing {name}").format(name=target.name))
        content = make(found)
        progress.report(0.9)
        replace_file(target, content)
        return target

    return Job(_("Writing {name}").format(name=target.name), read, work)


def _pdf(found: OutcomeData) -> bytes:
    from missionplanner.pack import report as pages  # slow import

    card, t = outcomes.scorecard(found.snapshot, found.outcomes), current()
    mission = found.snapshot.mission
    content = pages.Report(
        title=_("Outcomes of {mission}").format(mission=mission.called(t.language)),
        subtitle=f"{t.day_range(mission.starts, mission.ends)} – {t.date(date.today())}",  # noqa: DTZ011
        shares=[pages.ReportShare(_(MEASURES[m.name]), m.percent, m.least, m.most, _words(m)) for m in card.measures],
        kinds_title=_("Outcomes by kind"),
        kinds=[(_(OUTCOME_LABELS[kind]), number) for kind, number in card.kinds.items()],
        values_title=_("Values"),
        values=_values(card) or [_("No values entered yet.")],
        meetings_title=_("Meetings with an outcome"),
        headings=[_("Time"), _("Delegation"), _("Host"), *_headings()[3:6]],
        rows=[row[:6] for row in _rows(found)],
        locale=LOCALES[t.language].replace("_", "-"),
    )
    return pages.render(content, uses_letter_paper(mission.home_country))


def _workbook(found: OutcomeData) -> bytes:
    card = outcomes.scorecard(found.snapshot, found.outcomes)
    measures: list[list[Cell]] = [
        [_(MEASURES[m.name]), m.part, m.whole, None if m.percent is None else round(m.percent, 1), m.least, m.most]
        for m in card.measures
    ]
    headings = [_("Measure"), _("Number"), _("Of"), _("Percent"), _("Usual from"), _("Usual to")]
    kinds: list[list[Cell]] = [[_(OUTCOME_LABELS[kind]), number] for kind, number in card.kinds.items()]
    values: list[list[Cell]] = [[currency, value] for currency, value in card.values.items()]
    lines = outcomes.lines(found.snapshot, found.outcomes)
    rows: list[list[Cell]] = [_workbook_row(found.snapshot, line) for line in lines]
    return workbook(
        {
            _("Scorecard"): (headings, measures),
            _("Outcomes by kind"): ([_("Outcome"), _("Number")], kinds),
            _("Values"): ([_("Currency"), _("Value")], values),
            _("Meetings"): ([*_headings(), _("Currency")], rows),
        }
    )


def _headings() -> list[str]:
    return [
        _("Time"),
        _("Delegation"),
        _("Counterpart"),
        _("Outcome"),
        _("Value"),
        _("Due"),
        _("Next step"),
        _("Second meeting"),
        _("State"),
    ]


def _rows(found: OutcomeData) -> list[list[str]]:
    lines = outcomes.lines(found.snapshot, found.outcomes)
    return [_row(found.snapshot, line) for line in lines if line.outcome]


def _workbook_row(snapshot: Snapshot, line: OutcomeLine) -> list[Cell]:
    """Return the row of a meeting for a workbook: the value as a number, its currency beside it."""
    row: list[Cell] = list(_row(snapshot, line))
    row[4] = line.outcome.value if line.outcome else None
    return [*row, line.outcome.currency if line.outcome else ""]


def _row(snapshot: Snapshot, line: OutcomeLine) -> list[str]:
    slot, outcome, t = snapshot.slot[line.meeting.slot_id], line.outcome, current()
    names = [snapshot.company[key].name for key in line.meeting.pair]
    when = f"{t.date(slot.day, 'MMMd')} {t.time(slot.starts)}"
    if outcome is None:
        return [when, *names, "", "", "", "", "", line.meeting.status.label]
    value = f"{t.number(outcome.value)} {outcome.currency}".strip() if outcome.value is not None else ""
    return [
        when,
        *names,
        _(OUTCOME_LABELS.get(outcome.kind, "")),
        value,
        t.date(outcome.due, "medium") if outcome.due else "",
        outcome.next_step,
        _("Yes") if outcome.second_meeting else "",
        line.meeting.status.label,
    ]


def _values(card: Scorecard) -> list[str]:
    return [f"{current().number(value)} {currency}" for currency, value in card.values.items()]


def _words(measure: outcomes.ScorecardLine) -> str:
    number = current().number
    return _("{part} of {whole}; {least} to {most} % is usual.").format(
        part=number(measure.part), whole=number(measure.whole), least=measure.least, most=measure.most
    )
