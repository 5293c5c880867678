"""The command figures: series and figures listed, added, changed, removed, imported."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb, field_values
from missionplanner.domain.figure_texts import value_in_words
from missionplanner.domain.figures import Figure, Figures, Series
from missionplanner.domain.mission import Sector, Stop
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.market import entering, importing, typed
from missionplanner.jobs.market.importing import Origin
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove", "import")
"""The acts on figures; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add figures with its verbs."""
    text = _("list figures of the market with their sources, or add, change, delete or import some")
    found = add_command(commands, "figures", text, show)
    add_csv(found)
    found.add_argument("--series", action="store_true", help=_("the series instead of their figures"))
    verbs = found.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS)),
    )
    adding = add_verb(verbs, "add", _("add a series, or a figure of one"), add)
    changing = add_verb(verbs, "set", _("change a series or a figure"), change)
    removing = add_verb(verbs, "remove", _("delete a series with its figures, or a figure"), remove)
    for verb in (adding, changing, removing):
        text = _("a series by its name (trade), or a figure of it by name and period (trade.2024)")
        verb.add_argument("what", metavar=_("NAME"), help=text)
    text = _("a field and its new value, empty to clear it; of a series: {series}; of a figure: {figure}").format(
        series=", ".join(typed.SERIES), figure=", ".join(typed.FIGURE)
    )
    for verb in (adding, changing):
        verb.add_argument("fields", nargs="*" if verb is adding else "+", metavar=_("FIELD=VALUE"), help=text)
    bringing = add_verb(verbs, "import", _("import a table: a series a row or a column, or a figure a row"), bring)
    bringing.add_argument("source_file", metavar=_("SOURCE"), type=Path, help=_("the spreadsheet"))
    bringing.add_argument("--sheet", default="", metavar=_("NAME"), help=_("the sheet to read"))
    bringing.add_argument("--source", default="", metavar=_("TEXT"), help=_("where the figures are from"))
    bringing.add_argument("--link", default="", metavar=_("ADDRESS"), help=_("the page that says so"))
    bringing.add_argument("--as-of", default="", metavar=_("DATE"), help=_("the day the source says it of"))
    bringing.add_argument("--dry-run", action="store_true", help=_("only say what would change"))


def show(arguments: argparse.Namespace) -> int:
    """Print the figures by series and period, or the series."""
    with opened(arguments, read_only=True) as store:
        known = entering.known(store)
        rows = [_series_row(store, one, known) for one in known.series] if arguments.series else _figure_rows(known)
    if arguments.json:
        output.document(rows)
    elif arguments.csv:
        output.raw(exports.as_csv(rows))
    elif arguments.series:
        output.table([_series_words(one, known) for one in known.series])
        output.say(count("{n} series", "{n} series", len(known.series)))
    else:
        pairs = [(series, figure) for series in known.series for figure in known.of[series.id]]
        output.table([_figure_words(*pair) for pair in pairs])
        output.say(count("{n} figure", "{n} figures", len(pairs)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add a series or a figure as one step."""
    name: str = arguments.what
    with opened(arguments) as store:
        if entering.is_figure(name):
            made = typed.enter_figure(store, name, field_values(arguments.fields, typed.FIGURE), is_new=True)
            return _say_figure(arguments, store, made, _("{name} was added."))
        texts = field_values(arguments.fields, typed.SERIES)
        return _say_series(
            arguments, store, typed.enter_series(store, None, texts, _code(name)), _("{name} was added.")
        )


def change(arguments: argparse.Namespace) -> int:
    """Change a series or a figure as one step."""
    name: str = arguments.what
    with opened(arguments) as store:
        if entering.is_figure(name):
            made = typed.enter_figure(store, name, field_values(arguments.fields, typed.FIGURE), is_new=False)
            return _say_figure(arguments, store, made, _("{name} was changed."))
        texts = field_values(arguments.fields, typed.SERIES)
        series = typed.enter_series(store, entering.called(store, name), texts)
        return _say_series(arguments, store, series, _("{name} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a series with its figures, or a figure, as one step."""
    name: str = arguments.what
    with opened(arguments) as store:
        if entering.is_figure(name):
            figure = entering.figure_called(store, name)
            code = _say_figure(arguments, store, figure, _("{name} was deleted."))
            entering.remove_figures(store, [figure.id])
            return code
        series = entering.called(store, name)
        code = _say_series(arguments, store, series, _("{name} was deleted."))
        entering.remove_series(store, [series.id])
        return code


def bring(arguments: argparse.Namespace) -> int:
    """Import a table as one step, and name the cells that are no figures."""
    origin = Origin(arguments.source.strip(), arguments.link.strip(), typed_day(arguments.as_of))
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = importing.from_file(store, arguments.source_file, origin, arguments.sheet)
        if not arguments.dry_run:
            importing.take(store, found)
    if arguments.json:
        numbers = {"new_series": [one.code for one in found.new_series], "new": found.new, "changed": found.changed}
        issues = [{"row": one.row, "column": one.column, "value": one.value, "text": one.text} for one in found.issues]
        output.document({**numbers, "same": found.same, "issues": issues})
        return 0
    for issue in found.issues:
        output.warn(_("Row {row}: {text}").format(row=issue.row, text=issue.text))
    output.say(f"{found.sentence}.")
    return 0


def _code(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def _say_series(arguments: argparse.Namespace, store: Store, series: Series, sentence: str) -> int:
    if arguments.json:
        output.document(_series_row(store, series, entering.known(store)))
    else:
        output.say(sentence.format(name=series.title(current().language)))
    return 0


def _say_figure(arguments: argparse.Namespace, store: Store, figure: Figure, sentence: str) -> int:
    known = entering.known(store)
    if arguments.json:
        output.document(next(row for row in _figure_rows(known) if row["name"] == known.name(figure)))
    else:
        output.say(sentence.format(name=known.name(figure)))
    return 0


def _series_row(store: Store, series: Series, known: Figures) -> dict[str, Any]:
    left_out = ("id", "uid", "position", "sector_id", "stop_id")
    found = {name: value for name, value in asdict(series).items() if name not in left_out}
    sector = next((one.code for one in store.all(Sector) if one.id == series.sector_id), "")
    stop = next((one.name_en for one in store.all(Stop) if one.id == series.stop_id), "")
    return {**found, "sector": sector, "stop": stop, "figures": len(known.of[series.id])}


def _figure_rows(known: Figures) -> list[dict[str, Any]]:
    """Return the figures as rows of a table that can be imported again."""
    return [
        {
            "name": known.name(one), "series": series.title("en"), "period": one.period, "value": one.value,
            "bounded": one.bounded.value, "unit": series.unit, "currency": series.currency, "scale": series.scale.value,
            "source": one.source, "link": one.link, "note": one.note,
            "as_of": one.as_of.isoformat() if one.as_of else "",
        }
        for series in known.series
        for one in known.of[series.id]
    ]  # fmt: skip


def _series_words(series: Series, known: Figures) -> dict[str, str]:
    t = current()
    return {
        _("Series"): series.title(t.language),
        _("Name in texts"): series.code,
        _("Counted in"): series.counted_in(t),
        _("Direction"): series.direction.label,
        _("Drawn as"): series.chart.label,
        _("Figures"): t.number(len(known.of[series.id])),
    }


def _figure_words(series: Series, figure: Figure) -> dict[str, str]:
    t = current()
    return {
        _("Series"): series.title(t.language),
        _("Period"): figure.period,
        _("Value"): value_in_words(series, figure, t),
        _("Source"): figure.source,
        _("As of"): t.date(figure.as_of, "medium") if figure.as_of else "",
        _("Name in texts"): f"{series.code}.{figure.period}",
    }
