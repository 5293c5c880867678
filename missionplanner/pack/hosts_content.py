"""The content of the hosts' edition that its packs of a language share: no more than what hosts are told."""

from dataclasses import replace

from missionplanner.domain.packs import PackPage
from missionplanner.pack.delegate_content import Block, Shared, TextSection

PAGES = (PackPage.LOGISTICS, PackPage.CONTACTS)
"""The pages of the mission that parts of it stand on."""


def of_hosts(shared: Shared) -> Shared:
    """Return the part of it hosts are told: where the venues are, and whom to call on the day."""
    phone, contacts = shared.duty_phone, shared.texts.get(PackPage.CONTACTS)
    texts: dict[str, TextSection] = {}
    if phone and contacts:
        line = Block("paragraph", f"{phone.label}: {phone.number}")
        texts[PackPage.CONTACTS] = TextSection(contacts.title, (line,), contacts.language)
    return replace(
        shared,
        texts=texts,
        phones=(phone,) if phone else (),
        days=(),
        stops=(),
        clocks=(),
        places=(),
        follows_plan=False,
    )
