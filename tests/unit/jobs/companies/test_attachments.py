"""Files kept with a company: once, under safe names, and undone."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Attachment
from missionplanner.errors import UserError
from missionplanner.jobs.companies import attachments
from missionplanner.store.store import Store
from tests.builders import key_of, undone_and_redone, whole


def test_kept_files_keep_their_ending_and_take_no_ones_place(store: Store, tmp_path: Path) -> None:
    (tmp_path / "brochure.pdf").write_bytes(b"one")
    attachments.attach(store, 1, tmp_path / "brochure.pdf")
    (one,) = attachments.of(store, 1)
    assert attachments.save_as(store, one, tmp_path).name == "brochure 2.pdf"


def test_files_are_kept_once_and_come_back(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "Profil été.pdf"
    source.write_bytes(b"%PDF content")
    before = whole(store)
    attachments.attach(store, key_of(store, "D1"), source)
    undone_and_redone(store, before)
    attachments.attach(store, key_of(store, "D2"), source)
    one, two = store.all(Attachment)
    assert one.digest == two.digest
    assert attachments.save_as(store, one, tmp_path / ".").read_bytes() == b"%PDF content"
    attachments.set_logo(store, key_of(store, "D1"), b"png bytes")
    assert attachments.logo(store, key_of(store, "D1")) == b"png bytes"
    attachments.set_logo(store, key_of(store, "D1"), b"")
    assert attachments.logo(store, key_of(store, "D1")) == b""
    with pytest.raises(UserError, match="cannot be read"):
        attachments.attach(store, key_of(store, "D1"), tmp_path / "gone.pdf")
