"""The outcome of a synchronisation, in sentences."""

from missionplanner.i18n import _, count
from missionplanner.jobs.sharing.synchronising import Synchronised


def outcome(done: Synchronised) -> str:
    """Return what came of a synchronisation, in a few sentences."""
    said = []
    if done.changed:
        said.append(count("{n} record came in.", "{n} records came in.", done.changed))
    if done.sent:
        said.append(count("{n} change was sent.", "{n} changes were sent.", done.sent))
    if done.erased:
        text = count(
            "{n} person who was erased elsewhere was erased here too.",
            "{n} people who were erased elsewhere were erased here too.",
            done.erased,
        )
        said.append(text)
    said += warnings(done)
    return " ".join(said or [_("Everything is shared.")])


def warnings(done: Synchronised) -> list[str]:
    """Return what is not as it should be, each in a sentence."""
    said = []
    if done.waiting:
        text = count(
            "{n} part of what others did is not there as a whole yet; it is taken in when it is.",
            "{n} parts of what others did are not there as a whole yet; they are taken in when they are.",
            done.waiting,
        )
        said.append(text)
    if done.newer:
        text = _("A colleague has a newer version of this program: what they do comes in once this one is updated.")
        said.append(text)
    if done.not_obeyed:
        text = _("Somebody who was erased may still be on the computers of {names}, until these synchronise.")
        said.append(text.format(names=", ".join(done.not_obeyed)))
    return said
