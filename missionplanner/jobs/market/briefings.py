"""Texts of the briefing of sectors and cities: entered, ordered, taken from tables and written; each act one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from missionplanner.domain.briefings import Briefing, BriefingKind, in_order
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.exchange import files, spreadsheets
from missionplanner.i18n import _, count, current
from missionplanner.jobs.market import typed
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store
from missionplanner.writing import replace_file

BODIES = ("body_en", "body_fr", "body_es")
FIELDS = ("kind", "sector", "stop", *BODIES)
"""The fields of a text that can be typed, and the columns of a table of them."""
_ABOUT = ("kind", "sector_id", "stop_id")


@dataclass(frozen=True, slots=True)
class BriefingImport:
    """The outcome of a table of texts."""

    new: int
    changed: int
    same: int

    @property
    def sentence(self) -> str:
        """Says what was taken."""
        return _("{new}, {changed}; {same} as they were.").format(
            new=count("{n} new text", "{n} new texts", self.new),
            changed=count("{n} text changed", "{n} texts changed", self.changed),
            same=self.same,
        )


def known(store: Store) -> list[Briefing]:
    """Return the texts in their order."""
    return in_order(store.all(Briefing))


def enter(store: Store, before: Briefing | None, values: Mapping[str, Any]) -> Briefing:
    """Store a text, new or edited, as one step; return it. Raises UserError for one that says nothing."""
    made = _made(known(store), before, values)
    with store.change(message("Edit the market briefing") if before else message("Add to the market briefing")) as done:
        if before is not None:
            done.update(made)
            return made
        key = done.insert(made)
    return store.get(Briefing, key)


def enter_texts(store: Store, before: Briefing | None, texts: Mapping[str, str]) -> Briefing:
    """Store a text with texts by the names of FIELDS, as one step; return it.

    Raises UserError for what it cannot be.
    """
    values: dict[str, Any] = {name: texts[name].replace("\\n", "\n") for name in BODIES if name in texts}
    if "kind" in texts:
        values["kind"] = typed.one_of(BriefingKind, texts["kind"])
    if "sector" in texts:
        values["sector_id"] = typed.sector_called(store, texts["sector"])
    if "stop" in texts:
        values["stop_id"] = typed.stop_called(store, texts["stop"])
    return enter(store, before, values)


def numbered(store: Store, text: str) -> Briefing:
    """Return the text of a number in the list, 1 first; raises UserError where there is none."""
    there = known(store)
    if text.isdecimal() and 1 <= int(text) <= len(there):
        return there[int(text) - 1]
    hint = _("Type its number in the list, from 1 to {n}.").format(n=len(there)) if there else ""
    raise UserError(_("There is no text “{name}” in the briefing.").format(name=text), hint)


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete texts, as one step."""
    gone = list(keys)
    label = counted_message("Delete {n} text of the briefing", "Delete {n} texts of the briefing", len(gone))
    with store.change(label) as change:
        change.delete(Briefing, gone)


def put_in_order(store: Store, keys: Sequence[int]) -> None:
    """Put the texts in the order of their keys, as one step."""
    there = {one.id: one for one in store.all(Briefing)}
    with store.change(message("Order the market briefing")) as change:
        for place, key in enumerate(keys):
            if there[key].position != place:
                change.update(replace(there[key], position=place))


def of(store: Store, briefing: Briefing) -> tuple[str, str]:
    """Return the names of the sector and the city a text is of, in the language of the screen; empty for all."""
    language = current().language
    sector = store.get(Sector, briefing.sector_id).name(language) if briefing.sector_id else ""
    return sector, store.get(Stop, briefing.stop_id).name(language) if briefing.stop_id else ""


def rows(store: Store) -> list[dict[str, str]]:
    """Return the texts as rows of a table, which can be taken again: codes of sectors, names of cities in English."""
    codes = {one.id: one.code or one.name_en for one in store.all(Sector)}
    stops = {one.id: one.name_en for one in store.all(Stop)}
    return [
        {
            "kind": one.kind.value,
            "sector": codes.get(one.sector_id or 0, ""),
            "stop": stops.get(one.stop_id or 0, ""),
            **{name: getattr(one, name) for name in BODIES},
        }
        for one in known(store)
    ]


def write(store: Store, target: Path) -> None:
    """Write the texts as a table, which any spreadsheet edits. Raises UserError when it cannot be written."""
    table = [tuple(row[name] for name in FIELDS) for row in rows(store)]
    is_book = target.suffix.lower() == ".xlsx"
    content = (
        spreadsheets.workbook({_("Market briefing"): (FIELDS, table)})
        if is_book
        else spreadsheets.csv_bytes(FIELDS, table)
    )
    replace_file(target, content)


def take(store: Store, path: Path) -> BriefingImport:
    """Take the texts of a table as one step: of the same kind, sector and city it replaces what was there.

    Raises UserError for what is no such table, or names what the mission has not.
    """
    table = files.read(files.load(path))[0].rows
    headings = [fold(cell).replace(" ", "_") for cell in table[0].cells] if table else []
    if "kind" not in headings or not set(BODIES) & set(headings):
        hint = _("Its columns are: {names}.").format(names=", ".join(FIELDS))
        raise UserError(_("{name} is no table of a briefing.").format(name=path.name), hint)
    found = (dict(zip(headings, row.cells, strict=False)) for row in table[1:])
    return take_rows(store, [row for row in found if any(str(row.get(name) or "").strip() for name in BODIES)])


def take_rows(store: Store, table: Iterable[Mapping[str, str]]) -> BriefingImport:
    """Take texts by the names of FIELDS as one step."""
    there = known(store)
    new: list[Briefing] = []
    changed: dict[int, Briefing] = {}
    same = 0
    for row in table:
        about: dict[str, Any] = {
            "kind": typed.one_of(BriefingKind, row.get("kind", "")),
            "sector_id": typed.sector_called(store, row.get("sector", "")),
            "stop_id": typed.stop_called(store, row.get("stop", "")),
        }
        before = next((one for one in there if _is_of(one, about) and one.id not in changed), None)
        values = {name: row[name].strip() for name in BODIES if name in row}
        made = _made([*there, *new], before, {**about, **values})
        if before is None:
            new.append(made)
        elif made != before:
            changed[before.id] = made
        else:
            same += 1
    if new or changed:
        with store.change(message("Import the market briefing")) as change:
            change.insert_all(new)
            for made in changed.values():
                change.update(made)
    return BriefingImport(len(new), len(changed), same)


def _is_of(briefing: Briefing, about: Mapping[str, Any]) -> bool:
    return all(getattr(briefing, name) == about[name] for name in _ABOUT)


def _made(there: Sequence[Briefing], before: Briefing | None, values: Mapping[str, Any]) -> Briefing:
    last = max((one.position for one in there), default=-1) + 1
    made = replace(before or Briefing(position=last), **values)
    texts: dict[str, Any] = {name: getattr(made, name).strip() for name in BODIES}
    if not any(texts.values()):
        raise UserError(_("The briefing needs a text."), _("One language is enough."))
    return replace(made, **texts)
