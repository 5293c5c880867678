"""The pocket card."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText, Stop
from missionplanner.jobs.packs import drafts, printing, versions
from missionplanner.messages import message
from missionplanner.pack.card_pages import Panel, place_of
from missionplanner.pack.typesetting import TEXT, Lined
from missionplanner.store.store import Store
from tests.builders import key_of, moment
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import flowing_text


def card(store: Store, language: str = "en") -> bytes:
    material = drafts.read(store)
    company = store.get(Company, key_of(store, "D1"))
    draft = next(drafts.of_companies(material, language, [company], edition=Edition.CARD))
    return printing.preview(versions.Printing(material).stamped(draft))[0]


def test_the_panels_lie_so_that_the_folded_sheet_opens_page_by_page() -> None:
    places = [place_of(number) for number in range(8)]
    assert [column for column, is_turned in places if not is_turned] == [1, 2, 3, 0]
    assert [column for column, is_turned in places if is_turned] == [3, 2, 1, 0]
    # Two pages that face one another lie side by side, or share the fold between the rows at either end.
    for left, right in ((1, 2), (5, 6), (7, 0)):
        assert (abs(places[left][0] - places[right][0]), places[left][1]) == (1, places[right][1])
    assert (places[2][0], places[3][0]) == (3, 3)


def test_a_transfer_is_told_with_both_ends_and_where_people_meet(eventful: Store, tmp_path: Path) -> None:
    ends = "19:30 Ciudad de México → 22:30 Monterrey · Aeropuerto de la Ciudad de México → Aeropuerto de Monterrey"
    place = f"{ends} · punto de encuentro: salidas, punto B, 90 minutos antes"
    with eventful.change(message("Transfer")) as change:
        change.insert(Event(stop_id=1, name_en="Bus", starts=moment(18), ends=moment(19), place=place))
    assert place in flowing_text(card(eventful), tmp_path)


def test_days_are_named_in_short_where_one_of_them_needs_two_lines(eventful: Store, tmp_path: Path) -> None:
    assert "Mon, Feb 16 · Mexico City" in flowing_text(card(eventful), tmp_path)
    with eventful.change(message("Stop")) as change:
        change.update(replace(eventful.all(Stop)[0], name_en="Lima"))
    assert "Monday, February 16 · Lima" in flowing_text(card(eventful), tmp_path)


@pytest.mark.parametrize(("days", "sheets"), [(1, 1), (6, 1), (14, 1), (55, 2)])
def test_every_day_is_on_it(eventful: Store, tmp_path: Path, days: int, sheets: int) -> None:
    with eventful.change(message("Days")) as change:
        stop = eventful.all(Stop)[0]
        change.update(replace(stop, ends=stop.ends + timedelta(days)))
        for number in range(1, days):
            starts = moment(18) + timedelta(number)
            change.insert(
                Event(stop_id=1, name_en=f"Event {number}", starts=starts, ends=starts + timedelta(hours=1), place="T")
            )
        body = "- Hospital: 911\n- Duty phone: +52 55 1234 5678"
        change.insert(MissionText(kind="contacts", language="en", title="Emergency", body=body))
    path = tmp_path / "c.pdf"
    path.write_bytes(card(eventful))
    if days in (1, 55):
        assert errors(path) == []
        assert archive_errors(path) == []
    words = flowing_text(path.read_bytes(), tmp_path)
    for number in range(1, days):
        assert f"Event {number} " in f"{words} "
    for text in ("Test mission", "D1", "C1", "09:00–09:20", "table 2", "+52 55 1234 5678", "version 1", "Hall"):
        assert text in words
    with pikepdf.open(path) as file:
        assert len(file.pages) == sheets
        assert all(float(page.mediabox[2]) > float(page.mediabox[3]) for page in file.pages)


def test_the_first_piece_of_every_panel_stands_at_its_top() -> None:
    panel = Panel(100, 300)
    panel.add(Lined("First", TEXT, before=4), Lined("Second", TEXT, before=4))
    assert [bottom for _piece, bottom in panel.pieces] == [286, 268]
