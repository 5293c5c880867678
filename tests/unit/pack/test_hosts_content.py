"""The content of the hosts' edition that is shared."""

from missionplanner.domain.mission import MissionText
from missionplanner.messages import message
from missionplanner.pack import hosts_content, shared_content
from missionplanner.pack.delegate_content import PhoneLine
from missionplanner.store.store import Store


def test_hosts_are_told_no_more_than_concerns_them(store: Store) -> None:
    with store.change(message("Texts")) as change:
        for kind, body in (
            ("about", "What it is."), ("welcome", "Hello."), ("logistics", "Your hotel."),
            ("contacts", "- Hospital: 911\n- Duty phone: +52 55 1234 5678"),
        ):  # fmt: skip
            change.insert(MissionText(kind=kind, language="en", title=kind, body=body))
    shared = shared_content.shared(store.snapshot(), "en", only=hosts_content.PAGES)
    assert len(shared.phones) == 2
    found = hosts_content.of_hosts(shared)
    assert set(found.texts) == {"contacts"}
    assert [block.text for block in found.texts["contacts"].blocks] == ["Duty phone: +52 55 1234 5678"]
    assert found.phones == (PhoneLine("Duty phone", "+52 55 1234 5678"),)
    assert [venue.name for venue in found.venues] == ["Hall"]
    assert (found.stops, found.places, found.follows_plan) == ((), (), False)
