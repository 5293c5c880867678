"""A mission that several organisers work on at once: shared through a folder, joined, and left.

Whoever shares it puts the whole mission there once (the *base*); from then on everybody puts parcels of what the others
lack, and takes theirs in (`synchronising`). Nothing is lost where a computer or the folder is away for days: what is
missing is sent with the next synchronisation, whoever made it.
"""

from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.sharing import database_passwords, invitations, links, present, synchronising
from missionplanner.jobs.sharing.invitations import Invitation
from missionplanner.jobs.sharing.links import CarrierMemory, SharedPlace
from missionplanner.jobs.sharing.present import Colleague
from missionplanner.jobs.sharing.synchronising import carrier_of, link_of, need_link
from missionplanner.sharing.carrier import Carrier
from missionplanner.sharing.postgres import ADDRESS, PostgresCarrier, with_login
from missionplanner.store.store import Store
from missionplanner.writing import discard, make_folder


def share(store: Store, folder: Path) -> Path:
    """Share a mission through a folder, and return the invitation for others.

    Raises UserError where it is shared already, there or elsewhere, or the folder cannot be written.
    """
    _need_unshared(store)
    make_folder(folder)
    folder = folder.resolve()
    _share_through(store, SharedPlace(store.mission.uid, str(folder)))
    return invitations.write(folder, store.mission.uid, store.mission.name, str(folder))


def share_by_database(store: Store, address: str, members: Mapping[str, str], folder: Path) -> list[Path]:
    """Share a mission through a database, and return the invitations, one a member, which are put into a folder.

    members: what other logins of the database may ("read", "write", "own"). Tables that are missing are made. Raises
    UserError where it is shared already, or the database refuses.
    """
    _need_unshared(store)
    link = SharedPlace(store.mission.uid, address)
    with closing(PostgresCarrier(address, link.mission, database_passwords.known(address))) as carrier:
        carrier.set_up()
    _share_through(store, link)
    return [invite(store, login, may, folder) for login, may in members.items()]


def invite(store: Store, login: str, may: str, folder: Path) -> Path:
    """Have a login of the database share the mission, and return the invitation, which holds no password.

    may: "read", "write" or "own". Raises UserError where the mission is not shared through a database, or it refuses.
    """
    link = need_link(store)
    if not link.place.startswith(ADDRESS):
        raise UserError(_("This mission is shared through a folder."), _("Whoever reaches the folder joins by it."))
    with closing(PostgresCarrier(link.place, link.mission, database_passwords.known(link.place))) as carrier:
        carrier.set_member(login, may)
    make_folder(folder)
    name = f"{store.mission.name} {login}"
    return invitations.write(folder, link.mission, name, with_login(link.place, login))


def _share_through(store: Store, link: SharedPlace) -> None:
    memory = CarrierMemory()
    with closing(carrier_of(link)) as carrier:
        if carrier.bases():
            text = _("This mission is shared in {name} already.").format(name=link.place)
            raise UserError(text, _("Join it there, by the invitation in that folder."))
        synchronising.put_base(store, carrier, memory, store.steps.own_replica())
    links.remember(store.path, link, memory)
    synchronising.synchronise(store)


def join(invitation: Path, target: Path, password: str = "") -> Invitation:
    """Get a mission one is invited to as a file of one's own, or have a copy of it that is there share it.

    Raises UserError where the invitation leads nowhere, the password is another, or the file is of another mission.
    """
    found = invitations.read(invitation)
    link = SharedPlace(found.mission, found.place)
    is_new = not target.exists()
    try:
        if is_new:
            with closing(carrier_of(link)) as carrier:
                fetch(carrier, target)
        with Store.open(target, password=password) as store:
            if store.mission.uid != found.mission:
                text = _("{name} is another mission.").format(name=target.name)
                raise UserError(text, _("Choose a new name for the file."))
            _need_unshared(store)
            links.remember(store.path, link)
            synchronising.synchronise(store)
    except UserError:
        links.forget(target)
        if is_new:
            discard(target)  # half synchronised or of another password: the next attempt gets it anew
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
        text = _("This mission is shared in {name} already.").format(name=known.place)
        raise UserError(text, _("Leave that folder first."))


def leave(store: Store) -> SharedPlace:
    """Have the file be a mission of its own again, whole; what was not sent stays in it.

    Returns where it was shared. Raises UserError where it is not.
    """
    link = need_link(store)
    with suppress(UserError):  # a folder that is away keeps nobody
        synchronising.synchronise(store)
        with closing(carrier_of(link)) as carrier:
            carrier.leave(store.steps.own_replica())
    links.forget(store.path)
    if link.place.startswith(ADDRESS):
        database_passwords.forget(link.place)
    return link


def colleagues(store: Store) -> list[Colleague]:
    """Return the others who share the mission. Raises UserError where it is not shared, or the carrier is away."""
    with closing(carrier_of(need_link(store))) as carrier:
        return present.colleagues(carrier, present.sharer(store))
