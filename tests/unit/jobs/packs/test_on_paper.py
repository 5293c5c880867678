"""Packs for the printer on the desk."""

from io import BytesIO

import pikepdf

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, on_paper, states
from missionplanner.jobs.packs.states import PrintState
from missionplanner.store.store import Store
from tests.builders import key_of


def test_what_is_on_paper_is_printed_and_up_to_date(store: Store) -> None:
    material = drafts.read(store)
    companies = [material.snapshot.company[key_of(store, name)] for name in ("C1", "C2")]
    pages = run_now(
        on_paper.make(material, lambda found: list(drafts.of_companies(found, "en", companies, edition=Edition.HOSTS))),
        store,
    )
    with pikepdf.open(BytesIO(pages.content)) as file:
        assert (len(file.pages), pages.sides) == (8, 8)
    assert store.all(PackPrint) == []
    pages.note(store)
    found = states.each_state(drafts.read(store), "en", side=Edition.HOSTS.side, edition=Edition.HOSTS)
    assert {one.own.company: state for one, state in found} == {
        "C1": PrintState.CURRENT, "C2": PrintState.CURRENT, "C3": PrintState.NEVER,
    }  # fmt: skip
