"""The content of pocket cards."""

from dataclasses import replace

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs.drafts import PackDraft
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet


def card(store: Store) -> PackDraft:
    company = store.get(Company, key_of(store, "D1"))
    return next(drafts.of_companies(drafts.read(store), "en", [company], edition=Edition.CARD))


def test_a_profile_puts_no_card_out_of_date_but_a_meeting_does(store: Store) -> None:
    before = card(store)
    assert (before.own.meetings, before.content["profiles"]) == ((), {})
    assert len(before.content["meetings"]) == 2
    with store.change(message("Profile")) as change:
        change.update(replace(store.get(Company, key_of(store, "C1")), description="Makes things."))
    assert card(store).fingerprint == before.fingerprint
    meet(store, "D1", "C3", slot=3, table=0)
    assert card(store).fingerprint != before.fingerprint
