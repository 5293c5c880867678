"""Series and their figures as they are entered; each act one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from missionplanner.domain.figures import Bounded, ChartKind, Figure, Figures, Series
from missionplanner.domain.own_fields import code_of
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.exchange import periods
from missionplanner.i18n import _, is_currency
from missionplanner.messages import InLanguages, Message, counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.store import Store

NAMES = ("name_en", "name_fr", "name_es")


def known(store: Store) -> Figures:
    """Return the series and figures of a mission."""
    return Figures(store.all(Series), store.all(Figure))


def enter_series(store: Store, before: Series | None, values: Mapping[str, Any]) -> Series:
    """Store a series, new or edited, as one step; return it. Raises UserError for what a series cannot be."""
    there = known(store).series
    made = made_series(there, before, values)
    with store.change(_label(made, before)) as change:
        if before is None:
            change.insert(made)
        else:
            change.update(made)
    return next(one for one in store.all(Series) if one.code == made.code)


def made_series(there: Sequence[Series], before: Series | None, values: Mapping[str, Any]) -> Series:
    """Return a series with values, checked against the others. Raises UserError for what a series cannot be."""
    made = replace(before or Series(position=len(there)), **values)
    texts: dict[str, Any] = {name: str(getattr(made, name)).strip() for name in (*NAMES, "unit", "currency")}
    made = replace(made, **{**texts, "currency": texts["currency"].upper()})
    if not made.titles:
        raise UserError(_("The series needs a name."), _("One language is enough."))
    if before is None and not made.code:
        made = replace(made, code=code_of(made.titles[0], (one.code for one in there)))
    mine = set(map(words, made.titles))
    for one in there:
        if one.id != made.id and mine & set(map(words, one.titles)):
            raise UserError(_("There is a series “{name}” already.").format(name=one.titles[0]))
    if made.currency and not is_currency(made.currency):
        raise UserError(
            _("“{code}” is no currency.").format(code=made.currency), _("Type its code, such as CAD or MXN.")
        )
    if made.chart is ChartKind.SHARE and made.unit != "%":
        raise UserError(_("Shares are counted in per cent."), _("Type % as the unit, or choose columns."))
    return made


def remove_series(store: Store, keys: Iterable[int]) -> None:
    """Delete series with their figures, as one step."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} series", "Delete {n} series", len(gone))) as change:
        change.delete(Series, gone)


def put_in_order(store: Store, keys: Sequence[int]) -> None:
    """Put the series in the order of their keys, as one step."""
    there = {one.id: one for one in store.all(Series)}
    with store.change(message("Order the series")) as change:
        for place, key in enumerate(keys):
            if there[key].position != place:
                change.update(replace(there[key], position=place))


def enter_figure(store: Store, before: Figure | None, values: Mapping[str, Any]) -> Figure:
    """Store a figure, new or edited, as one step; return it. Raises UserError for what a figure cannot be."""
    there = known(store)
    texts = {name: values[name].strip() for name in ("source", "link", "note") if name in values}
    wanted = {**values, **texts}
    if "period" in wanted:
        wanted["period"] = read_period(wanted["period"])
    made = replace(before, **wanted) if before else Figure(**wanted)
    series = next((one for one in there.series if one.id == made.series_id), None)
    if series is None:
        raise UserError(_("A figure needs a series."), _("Add a series first."))
    if any(one.period == made.period and one.id != made.id for one in there.of[series.id]):
        text = _("“{series}” has a figure of {period} already.").format(series=series.titles[0], period=made.period)
        raise UserError(text, _("Edit that one."))
    said: dict[str, Any] = {"name": name_of(series), "period": made.period}
    edited, added = message("Edit figure {name} {period}", **said), message("Add figure {name} {period}", **said)
    with store.change(edited if before else added) as change:
        store_figure(change, made)
    return next(one for one in known(store).of[series.id] if one.period == made.period)


def store_figure(change: Change, figure: Figure) -> None:
    """Store a figure as a part of a step."""
    if figure.id:
        change.update(figure)
    else:
        change.insert(figure)


def read_period(text: str) -> str:
    """Return a period as it is stored; raises UserError where a text is none."""
    found = periods.period(text)
    if found is None:
        raise UserError(_("“{text}” is no period.").format(text=text), _("Type a year, 2024-Q1, 2024-06, or 2023/24."))
    return found


def read_value(text: str) -> tuple[float, Bounded]:
    """Return the value of a text and whether it is exact; raises UserError where it is none."""
    found = periods.value(text)
    if found is None:
        raise UserError(_("“{text}” is no number.").format(text=text), _("Type it as 56.2, or over 56."))
    return found


def remove_figures(store: Store, keys: Iterable[int]) -> None:
    """Delete figures, as one step."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} figure", "Delete {n} figures", len(gone))) as change:
        change.delete(Figure, gone)


def called(store: Store, text: str) -> Series:
    """Return the series that is called so; raises UserError when there is none."""
    there = known(store)
    found = there.called(text)
    if found is None:
        hint = _("The series are: {names}.").format(names=", ".join(one.code for one in there.series))
        raise UserError(_("There is no series “{name}”.").format(name=text), hint if there.series else "")
    return found


def figure_called(store: Store, text: str) -> Figure:
    """Return the figure of a name such as trade.2024; raises UserError when there is none."""
    found = known(store).get(text)
    if found is None:
        series, _dot, _period = text.rpartition(".")
        there = known(store).of[called(store, series).id]
        hint = _("It has figures of {periods}.").format(periods=", ".join(one.period for one in there))
        raise UserError(_("There is no figure “{name}”.").format(name=text), hint if there else "")
    return found[1]


def is_figure(name: str) -> bool:
    """Whether a name is that of a figure, such as trade.2024, and not of a series."""
    series, _dot, period = name.rpartition(".")
    return bool(series) and periods.period(period) is not None


def name_of(series: Series) -> InLanguages:
    """Return the name of a series as the history keeps it."""
    return InLanguages.of(series.name_en, series.name_fr, series.name_es)


def _label(made: Series, before: Series | None) -> Message:
    return (
        message("Edit series {name}", name=name_of(made))
        if before
        else message("Add series {name}", name=name_of(made))
    )
