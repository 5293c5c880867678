"""Checks of the figures of the market: where they are from, how old they are, and that texts name those there are."""

from collections.abc import Iterator
from datetime import date

from missionplanner.domain.figure_texts import unknown
from missionplanner.domain.figures import Series
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import TEXT_LABELS
from missionplanner.domain.mission_counts import counts
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, current, language_name


def figures_sourced(snapshot: Snapshot) -> Iterator[Issue]:
    """A figure says where it is from."""
    t = current()
    for series in snapshot.numbers.series:
        without = [figure.period for figure in snapshot.numbers.of[series.id] if not figure.is_sourced]
        if without:
            text = _("“{name}”: no source says the figure of {periods}; packs do not draw it.")
            yield _issue("figures_sourced", series, text, periods=", ".join(without), name=series.title(t.language))


def figures_recent(snapshot: Snapshot) -> Iterator[Issue]:
    """The newest figure of a series says of which day it is, and is not older than the mission allows."""
    t, oldest = current(), _oldest(snapshot)
    for series in snapshot.numbers.series:
        sourced = [figure for figure in snapshot.numbers.of[series.id] if figure.is_sourced]
        newest = sourced[-1] if sourced and oldest else None
        if newest is None:
            continue
        values = {"name": series.title(t.language), "period": newest.period}
        if newest.as_of is None:
            text = _("“{name}”: the figure of {period} does not say of which day it is.")
            yield _issue("figures_recent", series, text, **values)
        elif oldest and newest.as_of < oldest:
            text = _("“{name}”: the newest figure, of {period}, is as of {day}.")
            yield _issue("figures_recent", series, text, **values, day=t.date(newest.as_of))


def _oldest(snapshot: Snapshot) -> date | None:
    """Return the day from which on figures are new enough; None where any are."""
    mission = snapshot.mission
    if not mission.figure_months:
        return None
    months = mission.starts.year * 12 + mission.starts.month - 1 - mission.figure_months
    return date(max(months // 12, 1), months % 12 + 1, min(mission.starts.day, 28))


def numbers_known(snapshot: Snapshot) -> Iterator[Issue]:
    """A text names only figures and counts that there are."""
    counted = counts(snapshot)
    for text in snapshot.texts:
        missing = unknown(f"{text.title}\n{text.body}", snapshot.numbers, counted)
        if missing:
            sentence = _("{text} ({language}): {names} names no figure of the mission.").format(
                text=_(TEXT_LABELS[text.kind]), language=language_name(text.language), names=", ".join(missing)
            )
            yield Issue("numbers_known", sentence, Severity.WARNING, subjects=(("texts", text.id),))


def briefings_known(snapshot: Snapshot) -> Iterator[Issue]:
    """A text of the briefing names only figures and counts that there are."""
    counted = counts(snapshot)
    for one in snapshot.briefings:
        missing = unknown("\n".join((one.body_en, one.body_fr, one.body_es)), snapshot.numbers, counted)
        if missing:
            sentence = _("{text}: {names} names no figure of the mission.").format(
                text=one.kind.label, names=", ".join(dict.fromkeys(missing))
            )
            yield Issue("briefings_known", sentence, Severity.WARNING, subjects=(("briefings", one.id),))


def _issue(code: str, series: Series, text: str, **values: str) -> Issue:
    return Issue(code, text.format(**values), Severity.WARNING, subjects=(("series", series.id),))
