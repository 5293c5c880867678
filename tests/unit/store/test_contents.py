"""The contents of attachments are kept once each."""

import hashlib

import pytest

from missionplanner.errors import UserError
from missionplanner.store.store import Store, database_of


def test_a_content_is_kept_once_and_read_by_its_digest(store: Store) -> None:
    digest = store.contents.keep(b"logo")
    assert digest == store.contents.keep(b"logo") == hashlib.sha256(b"logo").hexdigest()
    assert store.contents.read(digest) == b"logo"
    assert database_of(store).execute("SELECT count(*) FROM contents").fetchone()[0] == 1
    assert store.steps.undo_label == ""


def test_a_content_that_is_not_there_is_reported(store: Store) -> None:
    assert store.contents.keep(b"logo") in store.contents
    assert "nothing" not in store.contents
    with pytest.raises(UserError, match="no longer kept") as caught:
        store.contents.read("nothing")
    assert caught.value.hint
