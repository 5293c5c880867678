"""Tables of figures from files and the clipboard: what they would change, and that as one step."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from missionplanner.domain.figures import Figure, Figures, Scale, Series
from missionplanner.domain.issues import Issue
from missionplanner.errors import UserError
from missionplanner.exchange import files, series_tables
from missionplanner.exchange.files import Source
from missionplanner.exchange.series_tables import FigureDraft, SeriesDraft
from missionplanner.i18n import LANGUAGES, _, count, current
from missionplanner.jobs.market.entering import known, made_series, store_figure
from missionplanner.messages import counted_message
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the figures of a table are from, where it does not say so itself."""

    source: str = ""
    link: str = ""
    as_of: date | None = None


@dataclass(slots=True)
class FigureImport:
    """The changes a table of figures would make."""

    new_series: list[Series] = field(default_factory=list)
    figures: list[tuple[Series, Figure]] = field(default_factory=list)
    """New and changed figures with their series, whose key is 0 where it is new."""
    new: int = 0
    changed: int = 0
    same: int = 0
    issues: list[Issue] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """Says what it comes to."""
        parts = (
            count("{n} new series", "{n} new series", len(self.new_series)),
            count("{n} new figure", "{n} new figures", self.new),
            count("{n} figure changed", "{n} figures changed", self.changed),
            count("{n} figure the same", "{n} figures the same", self.same),
            count("{n} cell is no figure", "{n} cells are no figures", len(self.issues)),
        )
        numbers = (len(self.new_series), self.new, self.changed, self.same, len(self.issues))
        return ", ".join(part for part, n in zip(parts, numbers, strict=True) if n) or _("Nothing is in it.")


def from_file(store: Store, path: Path, origin: Origin, sheet: str = "") -> FigureImport:
    """Return what a file would change; raises UserError when it is no table."""
    return _compared(store, files.load(path), origin, sheet)


def pasted(store: Store, text: str, origin: Origin) -> FigureImport:
    """Return what a block copied from a spreadsheet would change; raises UserError when it is no table."""
    if not text.strip():
        raise UserError(_("The clipboard holds no text."), _("Copy cells of a spreadsheet first."))
    content = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
    return _compared(store, Source(_("The clipboard"), content), origin, "")


def take(store: Store, found: FigureImport) -> None:
    """Store what a table changes, as one step."""
    if not found.figures:
        return
    number = found.new + found.changed
    with store.change(counted_message("Import {n} figure", "Import {n} figures", number)) as change:
        keys = {series.code: change.insert(series) for series in found.new_series}
        for series, figure in found.figures:
            store_figure(change, replace(figure, series_id=series.id or keys[series.code]))


def _compared(store: Store, source: Source, origin: Origin, sheet: str) -> FigureImport:
    sheets = files.read(source)
    if sheet and sheet not in (one.name for one in sheets):
        hint = _("Its sheets are: {names}.").format(names=", ".join(one.name for one in sheets))
        raise UserError(_("There is no sheet “{name}”.").format(name=sheet), hint)
    wanted = [one for one in sheets if (one.name == sheet if sheet else not one.hidden)]
    there, found = known(store), FigureImport()
    for one in wanted:
        table = series_tables.read(one.rows)
        found.issues += table.issues
        for draft in table.series:
            _compare(there, found, draft, origin)
    if not found.figures and not found.same:
        text = found.issues[0].text if found.issues else _("Nothing is in it.")
        hint = _("A table has the periods in its first row or column, or a figure a row.")
        raise UserError(_("{name} holds no figures.").format(name=source.name), f"{text} {hint}")
    return found


def _compare(there: Figures, found: FigureImport, draft: SeriesDraft, origin: Origin) -> None:
    series = there.called(draft.name) or next((one for one in found.new_series if one.is_called(draft.name)), None)
    if series is None:
        name = {f"name_{language}": draft.name for language in LANGUAGES if language == current().language}
        more = {"unit": draft.unit, "currency": draft.currency, "scale": draft.scale or Scale.ONE}
        series = made_series([*there.series, *found.new_series], None, {**name, **more})
        found.new_series.append(series)
    by_period = {one.period: one for one in there.of[series.id]} if series.id else {}
    for number in draft.figures:
        before = by_period.get(number.period)
        made = _figure(series, before, number, origin)
        if made == before:
            found.same += 1
            continue
        found.new += before is None
        found.changed += before is not None
        found.figures.append((series, made))
        by_period[number.period] = made


def _figure(series: Series, before: Figure | None, draft: FigureDraft, origin: Origin) -> Figure:
    """Return a figure as a table has it; what the table does not say stays as it was."""
    usual = before or Figure(series_id=series.id, period=draft.period, value=0.0)
    return replace(
        usual,
        value=draft.value,
        bounded=draft.bounded,
        source=draft.source or origin.source or usual.source,
        link=draft.link or origin.link or usual.link,
        as_of=draft.as_of or origin.as_of or usual.as_of,
        note=draft.note or usual.note,
    )
