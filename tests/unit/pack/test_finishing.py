"""The last pass over a file: what two checkers say of it, its dates, its size."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.jobs.packs import settings as pack_settings
from missionplanner.messages import message
from missionplanner.pack import finishing
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import printed
from tests.unit.pack.test_fonts import SCRIPTS


def transparent() -> bytes:
    """A logo that lets the page shine through."""
    out = BytesIO()
    Image.new("RGBA", (40, 20), (200, 30, 30, 90)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(("whose", "language"), [("D1", "en"), (Edition.LEADER, "fr"), (Edition.ORGANISER, "es")])
def test_every_edition_is_accessible_and_can_be_archived(
    structured: Store, tmp_path: Path, whose: str | Edition, language: str
) -> None:
    pack_settings.set_logo(structured, transparent())
    with structured.change(message("x")) as change:
        company = structured.get(Company, key_of(structured, "C1"))
        change.update(replace(company, name=f"C1 {SCRIPTS}", description=SCRIPTS))
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(structured, whose, language))
    assert errors(path) + archive_errors(path) == []


def test_one_file_for_the_print_shop_can_be_archived(store: Store, tmp_path: Path) -> None:
    run_now(printing.make(printing.PackOptions(tmp_path, single="all.pdf")), store)
    assert archive_errors(tmp_path / "all.pdf") == []


def test_the_checker_does_find_errors(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(store, "D1"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root["/OutputIntents"]
        pdf.save(path)
    assert archive_errors(path)


def test_pages_with_a_transparent_logo_say_so(store: Store) -> None:
    pack_settings.set_logo(store, transparent())
    with pikepdf.open(BytesIO(printed(store, "D1"))) as pdf:
        assert ["/Group" in one.obj for one in pdf.pages][:2] == [True, False]


def test_two_prints_of_a_version_are_equal_and_dated(store: Store, tmp_path: Path) -> None:
    files = []
    for _print in range(2):
        run_now(printing.make(printing.PackOptions(tmp_path)), store)
        files.append((tmp_path / "D1 - en.pdf").read_bytes())
    assert files[0] == files[1]
    with pikepdf.open(BytesIO(files[0])) as pdf:
        assert not str(pdf.docinfo["/CreationDate"]).startswith("D:2000")
        with pdf.open_metadata() as xmp:
            assert xmp["xmpMM:VersionID"] == "1"


def test_objects_are_compressed(store: Store) -> None:
    content = printed(store, "D1")
    with pikepdf.open(BytesIO(content)) as pdf:
        loose = BytesIO()
        pdf.save(loose, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert len(content) < 0.8 * len(loose.getvalue())


def test_no_stream_ends_in_half_an_end_of_line() -> None:
    modes = pikepdf.ObjectStreamMode.generate
    ambiguous = 0
    for number in range(2000):
        with pikepdf.new() as pdf:
            pdf.Root.Number = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.String("a" * number)))
            before, after = BytesIO(), BytesIO()
            pdf.save(before, object_stream_mode=modes, deterministic_id=True, min_version="1.7")
            if b"\r\nendstream" in before.getvalue():
                finishing.save(pdf, after)
                assert b"\r\nendstream" not in after.getvalue()
                ambiguous += 1
        if ambiguous == 2:
            break
    assert ambiguous == 2


def test_a_stream_that_is_compressed_already_is_ended_otherwise() -> None:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.Root.Odd = pdf.make_stream(b"")
        pdf.Root.Odd.write(b"41>\r", filter=pikepdf.Name.ASCIIHexDecode)
        finishing.save(pdf, out)
    assert b"\r\nendstream" not in out.getvalue()
