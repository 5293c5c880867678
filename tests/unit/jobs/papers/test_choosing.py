"""The office's papers are chosen, kept in the mission, written out, removed."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from missionplanner.domain.letter_papers import LETTERHEAD, LetterPaper
from missionplanner.errors import UserError
from missionplanner.jobs.papers import choosing
from missionplanner.store.store import Store
from tests.builders import check_undo
from tests.unit.exchange.documents import document, with_parts


def write(path: Path, *lines: str) -> Path:
    path.write_bytes(document(*lines))
    return path


def picture(path: Path) -> Path:
    out = BytesIO()
    Image.new("RGB", (8, 4), "blue").save(out, "JPEG")
    path.write_bytes(out.getvalue())
    return path


def test_a_paper_is_kept_replaced_written_out_and_removed(store: Store, tmp_path: Path) -> None:
    first = choosing.choose(store, "", "", write(tmp_path / "a.docx", "Dear {company}"))
    again = choosing.choose(store, "", "", write(tmp_path / "b.docx", "To {company}: {items}"))
    french = choosing.choose(store, "moment_thanks", "fr", write(tmp_path / "c.docx", "{text}"))
    assert (first.id, again.name, choosing.all_papers(store)) == (again.id, "b.docx", [again, french])
    assert [choosing.described(one) for one in choosing.all_papers(store)] == ["All letters", "Thanks – Français"]
    choosing.save_as(store, again, tmp_path / "out.docx")
    assert (tmp_path / "out.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    choosing.save_starter(tmp_path / "new.docx")
    assert choosing.choose(store, "accepted", "", tmp_path / "new.docx").kind == "accepted"
    check_undo(store, lambda one: choosing.remove(one, again), "Remove the paper b.docx")
    assert again.kind not in [one.kind for one in store.all(LetterPaper)]


def test_names_that_are_no_fields_are_told_with_their_places(store: Store, tmp_path: Path) -> None:
    bad = write(tmp_path / "a.docx", "Dear {compny},", "see {items}", "{x1}", "{x2}", "{x3}", "{x4}")
    with pytest.raises(UserError, match="no fields") as told:
        choosing.choose(store, "accepted", "", bad)
    lines = told.value.hint.splitlines()
    assert lines[0] == "{compny}: Text: “Dear {compny},”. Is {company} meant?"
    assert (lines[1].startswith("{items}: "), len(lines), lines[-1]) == (True, 6, "…")
    assert store.all(LetterPaper) == []


def test_what_is_no_paper_is_refused(store: Store, tmp_path: Path) -> None:
    hostile = tmp_path / "m.docx"
    hostile.write_bytes(with_parts(document("x"), {"word/vbaProject.bin": b"x"}))
    large = tmp_path / "l.docx"
    large.write_bytes(b"x" * 10_000_001)
    for path, problem in ((hostile, "runs or is fetched"), (large, "too large"), (tmp_path / "none", "cannot be read")):
        with pytest.raises(UserError, match=problem):
            choosing.choose(store, "", "", path)
    with pytest.raises(UserError, match="no picture"):
        choosing.choose(store, LETTERHEAD, "", hostile)
