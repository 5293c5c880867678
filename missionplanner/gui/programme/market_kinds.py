"""Series and figures of the market as records an organiser sets up."""

from collections.abc import Mapping
from typing import Any

from missionplanner.domain.figure_texts import value_in_words
from missionplanner.domain.figures import (
    BOUNDED_LABELS,
    CHART_LABELS,
    DIRECTION_LABELS,
    SCALE_LABELS,
    Bounded,
    Figure,
    Scale,
    Series,
)
from missionplanner.errors import UserError
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, needed
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs.market import entering, typed
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

_SERIES = (*entering.NAMES, "unit", "currency", "scale", "direction", "sector_id", "stop_id", "chart")
_FIGURE = ("period", "bounded", "source", "link", "note")


def series_kind(store: Store) -> RecordKind:
    """Return the series of a mission for the record editor."""
    counted = {key: len(found) for key, found in entering.known(store).of.items()}

    def values(record: Series | None) -> dict[str, Any]:
        shown = record or Series(scale=Scale.MILLION)
        return {name: getattr(shown, name) for name in _SERIES}

    def save(record: Series | None, typed: dict[str, Any]) -> None:
        entering.enter_series(store, record, typed)

    columns = [
        Column(_("Series"), lambda one: one.title(current().language), width=260, grows=True),
        Column(_("Name in texts"), lambda one: one.code, width=120),
        Column(_("Counted in"), lambda one: one.counted_in(current()), width=120),
        Column(_("Drawn as"), lambda one: one.chart.label, width=120),
        Column(_("Figures"), lambda one: str(counted.get(one.id, 0)), width=80, right=True),
    ]
    return RecordKind(
        _("Series"), columns, lambda: list(entering.known(store).series), lambda: _series_fields(store), values, save,
        lambda keys: entering.remove_series(store, keys),
        _("Rows of figures that count the same. Packs draw those of their own sectors and cities."),
    )  # fmt: skip


def _series_fields(store: Store) -> list[FormField]:
    t = current()
    names = {"name_en": _("Name in English"), "name_fr": _("Name in French"), "name_es": _("Name in Spanish")}
    mine = f"name_{t.language}"
    found = [
        FormField(mine, _("Name")),
        *(FormField(name, label) for name, label in names.items() if name != mine),
        FormField("currency", _("Currency"), hint=_("The code of the currency of sums of money: CAD, MXN.")),
        FormField("scale", _("Counted in"), "choice", [(one, one.label) for one in SCALE_LABELS]),
        FormField(
            "unit",
            _("Unit"),
            hint=_("Such as tonnes or %; it may have three languages: people | personnes | personas."),
        ),
        FormField("direction", _("Direction"), "choice", [(one, one.label) for one in DIRECTION_LABELS]),
        FormField("sector_id", _("Sector"), "choice", typed.sector_choices(store)),
        FormField("stop_id", _("City"), "choice", typed.stop_choices(store)),
        FormField("chart", _("Drawn as"), "choice", [(one, one.label) for one in CHART_LABELS]),
    ]
    return bounded(Series, found)


class FiguresKind:
    """The figures of a series, or of all of them, for the record editor. series: its key; 0 for all."""

    def __init__(self, store: Store, series: int = 0) -> None:
        self._store, self.series = store, series
        self._known = entering.known(store)
        self._series: Mapping[int, Series] = {one.id: one for one in self._known.series}

    @property
    def kind(self) -> RecordKind:
        """The kind of record."""
        t = current()
        whose = self._series.get(self.series)
        name = _("Figures") if whose is None else _("Figures: {series}").format(series=whose.title(t.language))
        hint = _("Each says where it is from, and of which day. A text has one as {name}.").replace(
            "{name}", "{figure:" + (whose.code if whose else "trade") + ".2024}"
        )
        return RecordKind(
            name, self._columns(), self.rows, self._fields, self._values, self._save,
            lambda keys: entering.remove_figures(self._store, keys), hint,
        )  # fmt: skip

    def rows(self) -> list[Figure]:
        """Return the figures by series and period."""
        known = entering.known(self._store)
        wanted = (one for one in known.series if self.series in (0, one.id))
        return [figure for one in wanted for figure in known.of[one.id]]

    def _columns(self) -> list[Column]:
        t, series = current(), self._series
        return [
            Column(_("Series"), lambda one: series[one.series_id].title(t.language), width=160, grows=True),
            Column(_("Period"), lambda one: one.period, width=90),
            Column(_("Value"), lambda one: value_in_words(series[one.series_id], one, t), width=150),
            Column(_("Source"), lambda one: one.source or _("no source"), width=200, grows=True),
            Column(_("As of"), lambda one: t.date(one.as_of, "medium") if one.as_of else "", width=110),
            Column(_("Note"), lambda one: one.note, width=140, grows=True),
        ]

    def _values(self, record: Figure | None) -> dict[str, Any]:
        if record is None:
            first = self.series or next(iter(self._series), None)
            return {"series_id": first, "bounded": Bounded.EXACT, "as_of": ""}
        found = {name: getattr(record, name) for name in (*_FIGURE, "series_id")}
        # All of its figures: what is shown rounded would be stored so.
        value = repr(record.value).removesuffix(".0")
        return {**found, "value": value, "as_of": record.as_of.isoformat() if record.as_of else ""}

    def _save(self, record: Figure | None, typed: dict[str, Any]) -> None:
        if not typed["series_id"]:
            raise UserError(_("A figure needs a series."), _("Add a series first."))
        value, how = entering.read_value(typed["value"])
        values = {**typed, "value": value, "bounded": how or typed["bounded"], "as_of": typed_day(typed["as_of"])}
        entering.enter_figure(self._store, record, values)

    def _fields(self) -> list[FormField]:
        t = current()
        series = [(one.id, one.title(t.language)) for one in self._known.series]
        found = [
            FormField("series_id", _("Series"), "choice", series),
            FormField("period", _("Period"), check=needed, hint=_("A year, 2024-Q1, 2024-06, or 2023/24.")),
            FormField("value", _("Value"), check=needed),
            FormField("bounded", _("Exact or not"), "choice", [(one, one.label) for one in BOUNDED_LABELS]),
            FormField("source", _("Source"), hint=_("Who says so, as packs print it.")),
            FormField("link", _("Link")),
            FormField("as_of", _("As of"), "day"),
            FormField("note", _("Note"), "text", hint=_("For you; packs do not print it.")),
        ]
        return [one if one.name in ("period", "value", "as_of") else bounded(Figure, [one])[0] for one in found]
