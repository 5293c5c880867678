"""Series and figures as they are typed on the command line: texts by the names of what they have."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from missionplanner.domain.figures import Bounded, ChartKind, Direction, Figure, Scale, Series
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.market import entering
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

SERIES = ("name", *entering.NAMES, "unit", "currency", "scale", "direction", "sector", "stop", "chart")
"""The fields of a series that can be typed; `name` is the English one."""
FIGURE = ("value", "bounded", "source", "link", "as_of", "note")
"""The fields of a figure that can be typed."""
_CODES: dict[str, type[StrEnum]] = {"scale": Scale, "direction": Direction, "chart": ChartKind}
E = TypeVar("E", bound=StrEnum)


def enter_series(store: Store, before: Series | None, texts: Mapping[str, str], code: str = "") -> Series:
    """Store a series, new or edited, with texts by the names of SERIES, as one step; return it.

    code: the name texts call a new one by. Raises UserError for what a series cannot have.
    """
    plain = {name: text for name, text in texts.items() if name in (*entering.NAMES, "unit", "currency")}
    values: dict[str, Any] = dict(plain)
    if "name" in texts:
        values.setdefault("name_en", texts["name"])
    values |= {name: one_of(kind, texts[name]) for name, kind in _CODES.items() if name in texts}
    if "sector" in texts:
        values["sector_id"] = sector_called(store, texts["sector"])
    if "stop" in texts:
        values["stop_id"] = stop_called(store, texts["stop"])
    if before is None:
        values = {"code": code, **values} if any(name in values for name in entering.NAMES) else {
            "code": code, "name_en": code.replace("_", " ").capitalize(), **values,
        }  # fmt: skip
    return entering.enter_series(store, before, values)


def enter_figure(store: Store, name: str, texts: Mapping[str, str], is_new: bool) -> Figure:
    """Store a figure of a name such as trade.2024 with texts by the names of FIGURE, as one step; return it.

    Raises UserError for what a figure cannot have.
    """
    values: dict[str, Any] = {field: texts[field] for field in ("source", "link", "note") if field in texts}
    if "value" in texts:
        values["value"], values["bounded"] = entering.read_value(texts["value"])
    elif is_new:
        raise UserError(_("A figure needs a value."), _("Type it as 56.2, or over 56."))
    if "bounded" in texts:
        values["bounded"] = one_of(Bounded, texts["bounded"])
    if "as_of" in texts:
        values["as_of"] = typed_day(texts["as_of"])
    series, _dot, period = name.rpartition(".")
    if is_new:
        values |= {"series_id": entering.called(store, series).id, "period": period}
    return entering.enter_figure(store, None if is_new else entering.figure_called(store, name), values)


def one_of(kind: type[E], text: str) -> E:
    """Return the code a text is; raises UserError where it is none."""
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        hint = _("It is one of {names}.").format(names=", ".join(filter(None, (one.value for one in kind))))
        raise UserError(_("There is no “{name}”.").format(name=text), hint) from error


def sector_called(store: Store, text: str) -> int | None:
    """Return the key of the sector of this code or name, None for none; raises UserError where it is not there."""
    named = {one.id: (one.code, one.name_en, one.name_fr, one.name_es) for one in store.all(Sector)}
    return _key(text, named)


def stop_called(store: Store, text: str) -> int | None:
    """Return the key of the stop of this name, None for none; raises UserError where it is not there."""
    spoken = current().language
    return _key(text, {one.id: (one.name(spoken), one.name_en, one.name_fr, one.name_es) for one in store.all(Stop)})


def sector_choices(store: Store) -> list[tuple[int | None, str]]:
    """Return the sectors a series or text can be of, with their names in the language of the screen; None for all."""
    language = current().language
    mains = [(one.id, one.name(language)) for one in store.all(Sector) if one.parent_id is None]
    return [(None, _("All sectors")), *mains]


def stop_choices(store: Store) -> list[tuple[int | None, str]]:
    """Return the stops a series or text can be of, with their names in the language of the screen; None for all."""
    return [(None, _("The whole country")), *((one.id, one.name(current().language)) for one in store.all(Stop))]


def _key(text: str, named: Mapping[int, tuple[str, ...]]) -> int | None:
    if not text.strip():
        return None
    found = [key for key, names in named.items() if fold(text) in map(fold, filter(None, names))]
    if len(found) != 1:
        problem = _("“{text}” is not in the mission.").format(text=text)
        raise UserError(problem, ", ".join(names[0] for names in named.values()))
    return found[0]
