"""Files of the organiser that go along with letters."""

from pathlib import Path

import pytest

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.moments import Moment
from missionplanner.errors import UserError
from missionplanner.jobs.moments import composing, enclosures
from missionplanner.jobs.moments.enclosures import Enclosures
from missionplanner.jobs.moments.occasions import Occasion
from missionplanner.store.store import Store
from tests.builders import key_of, moment


def test_files_and_the_pack_of_each_go_along(store: Store, tmp_path: Path) -> None:
    for name in ("guide.pdf", "D1.pdf", "D1 new.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    key = key_of(store, "D1")
    made = {"company_id": key, "fingerprint": "x", "pages": 1}
    store.record(
        PackPrint(file_name="D1.pdf", printed_at=moment(9), **made),
        PackPrint(file_name="../D1 new.pdf", printed_at=moment(10), **made),
        PackPrint(file_name="card.pdf", printed_at=moment(11), edition=Edition.CARD, **made),
    )
    found = enclosures.read(store, Enclosures((tmp_path / "guide.pdf",), tmp_path))
    letters = {one.company: one for one in composing.compose(store, Occasion(Moment.THANKS))}
    parts = list(found.parts(letters["D1"]))
    assert [(part.name, part.content, part.media) for part in parts] == [
        ("guide.pdf", b"guide.pdf", "application/pdf"), ("D1 new.pdf", b"D1 new.pdf", "application/pdf"),
    ]  # fmt: skip
    assert [part.name for part in found.parts(letters["D2"])] == ["guide.pdf"]
    assert list(enclosures.read(store, Enclosures()).parts(letters["D1"])) == []


def test_mails_that_would_be_too_large_are_told_before(store: Store, tmp_path: Path) -> None:
    (tmp_path / "large.bin").write_bytes(b"x" * 800_000)
    letters = composing.compose(store, Occasion(Moment.THANKS))
    enclosures.read(store, Enclosures((tmp_path / "large.bin",), most_mb=2)).weigh(letters)
    with pytest.raises(UserError, match=r"6 mails would be too large \(more than 1 MB\): C1, C2, C3, D1, D2 …\."):
        enclosures.read(store, Enclosures((tmp_path / "large.bin",), most_mb=1)).weigh(letters)
    gone = enclosures.read(store, Enclosures((tmp_path / "gone.bin",)))
    for act in (lambda: gone.weigh(letters), lambda: list(gone.parts(letters[0]))):
        with pytest.raises(UserError, match=r"gone\.bin cannot be read"):
            act()
