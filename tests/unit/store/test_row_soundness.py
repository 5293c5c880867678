"""Drafts and entries of journals are sound when they are stored."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import FormDraft, PackPrint
from missionplanner.errors import UserError
from missionplanner.store.store import Store
from tests.builders import moment


def test_drafts_and_journals_are_judged_too(store: Store) -> None:
    with pytest.raises(UserError, match="Draft of a form"):
        store.drafts.keep(FormDraft(company_id=0, side="delegation", content="[]", saved_at=moment(9)))
    with pytest.raises(UserError, match="Printed pack"):
        store.record(PackPrint(company_id=1, pages=-1, printed_at=moment(9)))
    assert (store.count(FormDraft), store.count(PackPrint)) == (0, 0)


def test_a_code_may_be_a_member_of_its_enum(store: Store) -> None:
    store.drafts.keep(FormDraft(company_id=0, side=Side.DELEGATION, content="{}", saved_at=moment(9)))
    assert store.count(FormDraft) == 1
