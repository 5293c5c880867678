"""Whether printed packs are still right, and what changed since they were printed."""

import json
from collections.abc import Iterator
from enum import StrEnum

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition
from missionplanner.i18n import N_, Translator, _
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs.drafts import Material, PackDraft
from missionplanner.pack import changes as pack_changes


class PrintState(StrEnum):
    """Whether a printed pack is still right."""

    CURRENT = "current"
    OUTDATED = "outdated"
    NEVER = "never"

    @property
    def label(self) -> str:
        """The state in the language of the screen."""
        return _(PRINT_STATE_LABELS[self])


PRINT_STATE_LABELS = {
    PrintState.CURRENT: N_("Current"),
    PrintState.OUTDATED: N_("Out of date"),
    PrintState.NEVER: N_("Never printed"),
}


def state_of(material: Material, draft: PackDraft) -> PrintState:
    """Return the state of the newest print of a pack.

    The papers of the organiser edition may be printed apart: it is right when the newest print of each of them is.
    """
    newest = material.newest.get(draft.key)
    if newest is None:
        return PrintState.NEVER
    if draft.edition.is_of_companies or not newest.content:
        return PrintState.CURRENT if newest.fingerprint == draft.fingerprint else PrintState.OUTDATED
    known, parts = printed_parts(material, draft), draft.content["parts"]
    if any(known.get(key, mark) != mark for key, mark in parts.items()):
        return PrintState.OUTDATED
    if draft.edition is not Edition.ORGANISER:
        return PrintState.CURRENT if known == parts else PrintState.OUTDATED
    return PrintState.CURRENT if set(parts) <= set(known) else PrintState.NEVER


def printed_parts(material: Material, draft: PackDraft) -> dict[str, str]:
    """Return the newest digest of each printed section of the leader's pack, or paper of the organiser's."""
    found: dict[str, str] = {}
    for one in material.prints:
        if one.edition is draft.edition and one.language == draft.shared.language and one.content:
            parts = json.loads(one.content)["parts"]
            # The others are printed as a whole, the organiser's papers also one by one.
            found = found | parts if draft.edition is Edition.ORGANISER else parts
    return found


def each_state(
    material: Material,
    language: str,
    per_delegate: bool = False,
    side: Side = Side.DELEGATION,
    edition: Edition = Edition.DELEGATE,
) -> Iterator[tuple[PackDraft, PrintState]]:
    """Yield every pack of a side with the state of its newest print."""
    companies = drafts.takers(material.snapshot, side)
    for draft in drafts.of_companies(material, language, companies, per_delegate, edition):
        yield draft, state_of(material, draft)


def states(material: Material, language: str, side: Side = Side.DELEGATION) -> dict[int, PrintState]:
    """Return the states of the printed packs of a side, by company."""
    return {draft.own.company_id: state for draft, state in each_state(material, language, side=side)}


def changes(material: Material, draft: PackDraft, t: Translator) -> tuple[str, ...]:
    """Return the changes since the newest print of a pack, a sentence each."""
    newest = material.newest.get(draft.key)
    if newest is None or state_of(material, draft) is PrintState.CURRENT:
        return ()
    before = newest.content
    if draft.edition is Edition.ORGANISER and before:
        wanted = draft.content["parts"]
        known = {key: mark for key, mark in printed_parts(material, draft).items() if key in wanted}
        before = json.dumps({"parts": known})
    found = pack_changes.sentences(before, draft.content, t)
    # Nothing in its content changed: it is the program that lays it out otherwise now.
    return found or (t("It was printed by an older version of this program."),)
