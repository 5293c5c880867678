"""A mission that several organisers work on at once: shared through a folder, joined, and left.

Whoever shares it puts the whole mission there once (the *base*); from then on everybody puts parcels of what the others
lack, and takes theirs in (`synchronising`). Nothing is lost where a computer or the folder is away for days: what is
missing is sent with the next synchronisation, whoever made it.
"""

from contextlib import suppress
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.sharing import invitations, links, present, synchronising
from missionplanner.jobs.sharing.invitations import Invitation
from missionplanner.jobs.sharing.links import CarrierMemory, SharedPlace
from missionplanner.jobs.sharing.present import Colleague
from missionplanner.jobs.sharing.synchronising import carrier_of, link_of, need_link
from missionplanner.sharing.carrier import Carrier
from missionplanner.sharing.folder import FolderCarrier
from missionplanner.store.store import Store
from missionplanner.writing import make_folder


def share(store: Store, folder: Path) -> Path:
    """Share a mission through a folder, and return the invitation for others.

    Raises UserError where it is shared already, there or elsewhere, or the folder cannot be written.
    """
    _need_unshared(store)
    make_folder(folder)
    carrier = FolderCarrier(folder, store.mission.uid)
    if carrier.bases():
        text = _("This mission is shared in {name} already.").format(name=folder)
        raise UserError(text, _("Join it there, by the invitation in that folder."))
    memory = CarrierMemory()
    synchronising.put_base(store, carrier, memory, store.steps.own_replica())
    links.remember(store.path, SharedPlace(store.mission.uid, folder.resolve()), memory)
    made = invitations.write(folder, store.mission.uid, store.mission.name)
    synchronising.synchronise(store)
    return made


def join(invitation: Path, target: Path, password: str = "") -> Invitation:
    """Get a mission one is invited to as a file of one's own, or have a copy of it that is there share it.

    Raises UserError where the invitation leads nowhere, the password is another, or the file is of another mission.
    """
    found = invitations.read(invitation)
    carrier = FolderCarrier(found.folder, found.mission)
    if not target.exists():
        fetch(carrier, target)
    try:
        with Store.open(target, password=password) as store:
            if store.mission.uid != found.mission:
                text = _("{name} is another mission.").format(name=target.name)
                raise UserError(text, _("Choose a new name for the file."))
            _need_unshared(store)
            links.remember(store.path, SharedPlace(found.mission, found.folder.resolve()))
            synchronising.synchronise(store)
    except UserError:
        links.forget(target)
        raise
    return found


def fetch(carrier: Carrier, target: Path) -> None:
    """Make a new file of the whole mission that lies at a carrier. Raises UserError where there is none."""
    bases = carrier.bases()
    if not bases:
        text = _("There is no mission in {name} yet, or it is not there as a whole.").format(name=carrier.place)
        raise UserError(text, _("Wait until the folder is synchronised, and try it again."))
    make_folder(target.parent)
    carrier.fetch_base(max(bases, key=lambda one: one.number), target)


def _need_unshared(store: Store) -> None:
    if known := link_of(store):
        text = _("This mission is shared in {name} already.").format(name=known.folder)
        raise UserError(text, _("Leave that folder first."))


def leave(store: Store) -> SharedPlace:
    """Have the file be a mission of its own again, whole; what was not sent stays in it.

    Returns where it was shared. Raises UserError where it is not.
    """
    link = need_link(store)
    with suppress(UserError):  # a folder that is away keeps nobody
        synchronising.synchronise(store)
        carrier_of(link).leave(store.steps.own_replica())
    links.forget(store.path)
    return link


def colleagues(store: Store) -> list[Colleague]:
    """Return the others who share the mission. Raises UserError where it is not shared, or the carrier is away."""
    return present.colleagues(store, carrier_of(need_link(store)), store.steps.own_replica())
