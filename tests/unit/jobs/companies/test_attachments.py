"""Files kept with a company: once, under safe names, and undone."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Attachment
from missionplanner.errors import UserError
from missionplanner.jobs.companies import attachments, duplicates
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


def test_a_file_that_is_too_large_is_refused(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 3_000_000)
    path = tmp_path / "film.mp4"
    path.write_bytes(b"x" * 3_000_000)
    attachments.attach(store, 1, path)
    path.write_bytes(b"x" * 3_000_001)
    with pytest.raises(UserError, match=r"film\.mp4 is too large \(3 MB\)") as refused:
        attachments.attach(store, 1, path)
    assert refused.value.hint == "Files of up to 3 MB are kept."
    assert store.count(Attachment) == 1


def test_files_are_listed_with_the_logo_first(store: Store, tmp_path: Path) -> None:
    for name in ("b.txt", "A.unknown"):
        (tmp_path / name).write_bytes(name.encode())
        attachments.attach(store, 1, tmp_path / name)
    attachments.set_logo(store, 1, b"png")
    attachments.set_logo(store, 1, b"other png")
    found = attachments.of(store, 1)
    assert [(one.name, one.media, one.size) for one in found] == [
        ("logo.png", "image/png", 9),
        ("A.unknown", "application/octet-stream", 9),
        ("b.txt", "text/plain", 5),
    ]
    assert attachments.logo(store, 2) == b""
    assert store.steps.undo_label == "Logo of D1"
    attachments.detach(store, [found[1].id, found[2].id])
    assert [one.name for one in attachments.of(store, 1)] == ["logo.png"]
    assert store.steps.undo_label == "Remove an attachment"


def test_of_two_logos_the_first_is_shown(store: Store) -> None:
    keys = key_of(store, "D1"), key_of(store, "D2")
    for key, picture in zip(keys, (b"one", b"two"), strict=True):
        attachments.set_logo(store, key, picture)
    duplicates.merge(store, *keys, ())
    assert attachments.logo(store, keys[0]) == b"one"


def test_a_kept_file_without_an_ending_has_none(store: Store, tmp_path: Path) -> None:
    (tmp_path / "README").write_bytes(b"read me")
    attachments.attach(store, 1, tmp_path / "README")
    (one,) = attachments.of(store, 1)
    target = attachments.save_as(store, one, tmp_path)
    assert (target.name, target.read_bytes()) == ("README 2", b"read me")
