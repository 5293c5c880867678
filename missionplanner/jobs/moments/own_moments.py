"""Moments of the mission's own: added, changed, removed; each act one step."""

from dataclasses import replace

from missionplanner.domain.letter_papers import LetterPaper
from missionplanner.domain.letters import LetterTemplate, base_of
from missionplanner.domain.moments import READY, Moment, OwnMoment
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.moments.occasions import own_moments
from missionplanner.messages import message
from missionplanner.store.store import Store


def save(store: Store, wanted: OwnMoment) -> OwnMoment:
    """Store a moment, new or edited, as one step; return it.

    Raises UserError for one without a name, or with that of another.
    """
    made = replace(wanted, name=" ".join(wanted.name.split()))
    others = [one for one in own_moments(store) if one.id != made.id]
    if not made.name:
        raise UserError(_("The moment needs a name."), _("Type what it is about, such as “Site visit”."))
    if fold(made.name) in {fold(name) for name in (*(one.name for one in others), *(one.label for one in READY))}:
        raise UserError(_("There is a moment of this name."), _("Type another name."))
    if made.id:
        with store.change(message("Edit moment {name}", name=made.name)) as change:
            change.update(made)
        return made
    made = replace(made, position=max((one.position for one in others), default=-1) + 1)
    with store.change(message("Add moment {name}", name=made.name)) as change:
        key = change.insert(made)
    return store.get(OwnMoment, key)


def remove(store: Store, moment: OwnMoment) -> None:
    """Delete a moment with its wordings and papers, as one step; what was written stays in the journal."""
    with store.change(message("Delete moment {name}", name=moment.name)) as change:
        wordings = [one.id for one in store.all(LetterTemplate) if base_of(one.kind) == moment.kind]
        papers = [one.id for one in store.all(LetterPaper) if base_of(one.kind) == moment.kind]
        change.delete(LetterTemplate, wordings)
        change.delete(LetterPaper, papers)
        change.delete(OwnMoment, [moment.id])


def named(store: Store, name: str) -> tuple[Moment, str]:
    """Return a moment by its code, or one of the mission's own by its name, with its uid.

    Raises UserError where there is none.
    """
    if name in READY:
        return Moment(name), ""
    for one in own_moments(store):
        if fold(one.name) == fold(name):
            return Moment.OWN, one.uid
    raise UserError(_("There is no moment “{name}”.").format(name=name), _("letters without --moment lists them."))
