"""Covers with the colour and logo of the mission."""

from pathlib import Path

import pikepdf

from missionplanner.domain.companies import Attachment, AttachmentKind
from missionplanner.jobs.packs import (
    settings as pack_settings,
)
from missionplanner.messages import message
from missionplanner.pack.cover import _lines
from missionplanner.pack.style import BOLD, register_fonts
from missionplanner.paths import resources
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import errors
from tests.unit.pack.making import parts, printed

PNG = (resources() / "flags" / "ca.png").read_bytes()


def test_logo_and_colour_are_on_the_cover_and_undone(eventful: Store, tmp_path: Path) -> None:
    plain = printed(eventful, "D1")
    pack_settings.set_logo(eventful, PNG)
    pack_settings.set_colour(eventful, "#ffee00")
    digest = eventful.contents.keep(PNG)
    with eventful.change(message("Logo")) as change:
        for name in ("D1", "C1"):
            key = key_of(eventful, name)
            change.insert(Attachment(company_id=key, kind=AttachmentKind.LOGO, name="l.png", digest=digest))
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(eventful, "D1"))
    assert errors(path) == []
    with pikepdf.open(path) as file:
        told = [str(one.Alt) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert {"Test mission", "D1", "Logo of C1", "Canada", "Mexico"} <= set(told)
    assert path.read_bytes() != plain
    eventful.undo()
    eventful.undo()
    eventful.undo()
    assert printed(eventful, "D1") == plain


def test_a_space_that_does_not_break_stays_and_breaks_no_line() -> None:
    register_fonts()
    lines = _lines("Mission 7\u00a0h\u00a030", BOLD, 20, 110, 2)
    assert lines == ["Mission", "7\u00a0h\u00a030"]


def test_where_one_has_to_be_first_begins_with_a_capital(store: Store) -> None:
    _shared, own = parts(store, "D1", "fr")
    assert own.first is not None
    assert own.first.when == "Lun. 16 févr., 09:00"
