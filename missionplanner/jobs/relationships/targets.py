"""Targets of milestones as they are typed: all at once, as one step."""

from collections.abc import Sequence
from dataclasses import replace

from missionplanner.domain.intents import IntentList
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.mission import Sector
from missionplanner.domain.relationships import Stage
from missionplanner.domain.spelling import fold, words
from missionplanner.domain.targets import TARGET_GROUP_LABELS, MilestoneTarget, TargetGroup
from missionplanner.errors import UserError
from missionplanner.exchange.stage_words import stage_of
from missionplanner.i18n import LANGUAGES, _, current, translator
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships.intent_list import code_called
from missionplanner.messages import message
from missionplanner.store.store import Store

COLUMNS = 5
"""Milestone, counted by, which one, stage and number."""


def rows_of(store: Store) -> list[tuple[str, ...]]:
    """Return the targets in rows, as they are typed."""
    names = {one.id: one.title(current().language) for one in store.all(Milestone)}
    known = intents_of(store)
    return [
        (names[one.milestone_id], one.grouped_by.label, shown_code(one, known), one.stage.label, str(one.number))
        for one in store.all(MilestoneTarget)
    ]


def shown_code(target: MilestoneTarget, known: IntentList) -> str:
    """Return the sector, place or intent of a target as people read it."""
    if target.grouped_by is TargetGroup.INTENT:
        return known.name(target.code, current().language)
    return target.code


def enter(store: Store, rows: Sequence[Sequence[str]]) -> int:
    """Store all targets as one step; those that are there already stay; return how many there are.

    Raises UserError for a row that cannot be.
    """
    wanted = [_target(store, row) for row in rows]
    known = {_key(one): one for one in store.all(MilestoneTarget)}
    keys = [_key(one) for one in wanted]
    if len(set(keys)) < len(keys):
        raise UserError(_("Two targets are of the same."), _("Delete one of the two rows."))
    with store.change(message("Set the targets")) as change:
        change.delete(MilestoneTarget, [one.id for key, one in known.items() if key not in keys])
        for key, one in zip(keys, wanted, strict=True):
            before = known.get(key)
            if before is None:
                change.insert(one)
            elif before.number != one.number:
                change.update(replace(before, number=one.number))
    return len(wanted)


def _key(one: MilestoneTarget) -> tuple[object, ...]:
    return one.milestone_id, one.grouped_by, fold(one.code), one.stage


def _target(store: Store, row: Sequence[str]) -> MilestoneTarget:
    name, group, code, stage, number = (*row, *[""] * COLUMNS)[:COLUMNS]
    milestone = next((one for one in store.all(Milestone) if fold(name) in _names(one)), None)
    if milestone is None:
        known = ", ".join(one.title(current().language) for one in store.all(Milestone))
        raise UserError(_("There is no milestone “{name}”.").format(name=name), known or _("Enter milestones first."))
    found = stage_of(stage)
    if found in (None, Stage.ENDED):
        raise UserError(_("“{value}” is no stage the program knows.").format(value=stage), _("Type such as Agreement."))
    if not number.strip().isdecimal():
        raise UserError(_("“{text}” is no number.").format(text=number), _("Type a whole number from 0 on."))
    by = _group(group)
    return MilestoneTarget(
        milestone_id=milestone.id, grouped_by=by, code=_code(store, by, code.strip()), stage=found or Stage.HELD,
        number=int(number),
    )  # fmt: skip


def _names(one: Milestone) -> set[str]:
    return {fold(name) for name in (one.name_en, one.name_fr, one.name_es, one.uid) if name}


def _group(text: str) -> TargetGroup:
    if not text.strip():
        return TargetGroup.ALL
    for group, label in TARGET_GROUP_LABELS.items():
        if words(text) in {group.value, *(words(translator(one)(label)) for one in LANGUAGES)}:
            return group
    raise UserError(
        _("“{text}” is not one of the choices.").format(text=text), ", ".join(group.label for group in TargetGroup)
    )


def _code(store: Store, by: TargetGroup, text: str) -> str:
    if by is TargetGroup.ALL:
        return ""
    if not text:
        raise UserError(_("The target says not of which."), _("Type the sector, the province or state, or the intent."))
    if by is TargetGroup.SECTOR:
        sectors = store.all(Sector)
        found = next((one for one in sectors if fold(text) in {fold(one.code), *_called(one)}), None)
        if found is None:
            raise UserError(_("There is no sector “{name}”.").format(name=text), ", ".join(one.code for one in sectors))
        return found.code
    if by is TargetGroup.INTENT:
        return code_called(store, text)
    return text


def _called(one: Sector) -> set[str]:
    return {fold(name) for name in (one.name_en, one.name_fr, one.name_es) if name}
