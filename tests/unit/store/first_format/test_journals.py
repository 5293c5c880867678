"""What happened in the world stays written when its company is gone."""

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import FormDraft, PackPrint
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from tests.builders import moment


def test_journals_and_drafts_outlive_their_company(store: Store) -> None:
    store.record(PackPrint(company_id=1, printed_at=moment(9)))
    store.drafts.keep(FormDraft(company_id=1, side="delegation", content="{}", saved_at=moment(9)))
    with store.change(message("Delete")) as change:
        change.delete(Company, [1])
    assert (store.count(PackPrint), store.count(FormDraft)) == (1, 1)


def test_the_search_text_goes_with_its_company(store: Store) -> None:
    with store.change(message("Delete")) as change:
        change.delete(Company, [1])
    assert database_of(store).execute("SELECT min(company_id), count(*) FROM search").fetchone() == (2, 5)
