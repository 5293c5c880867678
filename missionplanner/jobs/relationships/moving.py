"""Relationships moved from stage to stage by hand: each move is said by the organisers on its day, all as one step."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from missionplanner.domain.companies import Company
from missionplanner.domain.deals import as_on
from missionplanner.domain.relationships import ORDER, STAGE_LABELS, Claim, Relationship, Stage
from missionplanner.domain.results import stages
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.cell_edits import EditReport, RefusedEdit
from missionplanner.messages import Message, counted_message, message
from missionplanner.store.store import Store
from missionplanner.user import is_known, user_name

Move = tuple[Relationship, Stage]


def move(store: Store, moves: Iterable[Move], on: date, reason: str = "") -> EditReport:
    """Have relationships be at stages from a day on, as one step; those that cannot be are reported with the reason.

    What the organisers said of a stage alone on the same day gives way; nothing else does. Raises UserError where one
    ends without a reason.
    """
    wanted = list(moves)
    if any(stage is Stage.ENDED for _one, stage in wanted) and not reason.strip():
        raise UserError(_("The reason is missing."), _("Say why it ended."))
    said: list[Claim] = []
    refused: list[RefusedEdit] = []
    for relationship, stage in wanted:
        try:
            said += _claims(store, relationship, stage, on, reason.strip())
        except UserError as error:
            refused.append(RefusedEdit(_pair(store, relationship), "stage", stage.label, error.text))
    if said:
        with store.change(_label(store, said, {one.id: one for one, _stage in wanted})) as change:
            for claim in said:
                if claim.id:
                    change.update(claim)
                else:
                    change.insert(claim)
    return EditReport(len(said), tuple(refused))


def _label(store: Store, said: Sequence[Claim], known: dict[int, Relationship]) -> Message:
    if len(said) > 1:
        return counted_message("Move {n} relationship", "Move {n} relationships", len(said))
    one, other = (store.get(Company, key).named for key in known[said[0].relationship_id].pair)
    stage = said[0].stage
    return message("Move {one} – {other} to “{stage}”", one=one, other=other, stage=message(STAGE_LABELS[stage]))


def _pair(store: Store, relationship: Relationship) -> str:
    return " – ".join(store.get(Company, key).name for key in relationship.pair)


def _claims(store: Store, relationship: Relationship, stage: Stage, on: date, reason: str) -> list[Claim]:
    """Return what is said by a move; nothing where it is at that stage already."""
    known = as_on(store.where(Claim, "relationship_id", {relationship.id}), None)
    if stages([relationship], known).get(relationship.id) is stage:
        return []
    own = next((one for one in known if _is_move(one, on)), None)
    claim = Claim(
        relationship_id=relationship.id, told_on=on, stage=stage, since=on, said_by=user_name() if is_known() else "",
        reason=reason if stage is Stage.ENDED else "",
    )  # fmt: skip
    _check(store, [one for one in known if one is not own], claim)
    return [replace(claim, id=own.id, uid=own.uid) if own else claim]


def _is_move(claim: Claim, on: date) -> bool:
    """Whether a claim only says that the organisers moved it on this day."""
    bare = Claim(relationship_id=claim.relationship_id, told_on=on, stage=claim.stage, since=on)
    return replace(claim, id=0, uid="", reason="", said_by="") == bare


def _check(store: Store, others: Sequence[Claim], claim: Claim) -> None:
    """Raise UserError where others say something else that counts more than a claim."""
    ahead = [one for one in others if (one.told_on, ORDER[one.stage]) > (claim.told_on, ORDER[claim.stage])]
    if not ahead:
        return
    newest = max(ahead, key=lambda one: (one.told_on, ORDER[one.stage]))
    teller = store.get(Company, newest.teller_id).name if newest.teller_id else _("the organisers")
    text = _("On {day} more was said of it: {stage} ({who}). Withdraw that on its page, or move it on a later day.")
    raise UserError(text.format(day=current().date(newest.told_on), stage=newest.stage.label, who=teller))
