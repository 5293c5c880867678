"""Texts of the briefing as they are entered, ordered, written and taken."""

from pathlib import Path

import pytest

from missionplanner.domain.briefings import Briefing, BriefingKind
from missionplanner.domain.mission import Sector, Stop
from missionplanner.errors import UserError
from missionplanner.jobs.market import briefings
from missionplanner.jobs.safety import history
from missionplanner.store.store import Store
from tests.builders import check_undo


def test_a_text_is_entered_edited_ordered_and_deleted(store: Store) -> None:
    sector, stop = store.all(Sector)[0], store.all(Stop)[0]
    texts = {"kind": "regulation", "sector": sector.code, "stop": stop.name_en, "body_en": "One\\nTwo"}
    check_undo(store, lambda s: briefings.enter_texts(s, None, texts), "Add to the market briefing")
    (made,) = briefings.known(store)
    assert (made.kind, made.body_en, made.sector_id, made.stop_id) == (
        BriefingKind.REGULATION, "One\nTwo", sector.id, stop.id,
    )  # fmt: skip
    assert briefings.of(store, made) == (sector.name_en, stop.name_en)
    about = history.values(store, store.steps.history()[0].id)[0].about
    assert about == f"Regulation, {sector.name_en}, {stop.name_en}"
    second = briefings.enter(store, None, {"body_es": "Dos"})
    assert briefings.of(store, second) == ("", "")
    check_undo(store, lambda s: briefings.put_in_order(s, [second.id, made.id]), "Order the market briefing")
    assert [one.id for one in briefings.known(store)] == [second.id, made.id]
    briefings.enter_texts(store, briefings.numbered(store, "1"), {"sector": ""})
    edited = briefings.enter_texts(store, briefings.numbered(store, "2"), {"kind": "references"})
    assert (edited.kind, store.steps.undo_label) == (BriefingKind.REFERENCES, "Edit the market briefing")
    check_undo(store, lambda s: briefings.remove(s, [made.id]), "Delete 1 text of the briefing")
    assert [one.id for one in briefings.known(store)] == [second.id]


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({"kind": "regulation"}, "The briefing needs a text."),
        ({"kind": "zz", "body_en": "x"}, "There is no “zz”."),
        ({"sector": "zz", "body_en": "x"}, "“zz” is not in the mission."),
        ({"stop": "zz", "body_en": "x"}, "“zz” is not in the mission."),
    ],
)
def test_what_a_text_cannot_be_is_refused(store: Store, texts: dict[str, str], problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        briefings.enter_texts(store, None, texts)
    assert store.all(Briefing) == []


def test_a_number_nothing_has_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="There is no text “1” in the briefing"):
        briefings.numbered(store, "1")
    briefings.enter(store, None, {"body_en": "x"})
    with pytest.raises(UserError, match="“two”") as caught:
        briefings.numbered(store, "two")
    assert caught.value.hint == "Type its number in the list, from 1 to 1."


@pytest.mark.parametrize("name", ["b.csv", "b.xlsx"])
def test_a_table_is_written_and_taken_again(store: Store, tmp_path: Path, name: str) -> None:
    code = store.all(Sector)[0].code
    briefings.enter_texts(store, None, {"sector": code, "body_en": "One\n\n- two", "body_fr": "Un"})
    briefings.enter_texts(store, None, {"kind": "references", "body_es": "Tres"})
    briefings.write(store, tmp_path / name)
    rows = briefings.rows(store)
    assert briefings.take(store, tmp_path / name).sentence == "0 new texts, 0 texts changed; 2 as they were."
    briefings.enter_texts(store, briefings.numbered(store, "1"), {"body_fr": "Autre"})
    briefings.remove(store, [briefings.numbered(store, "2").id])
    assert briefings.take(store, tmp_path / name).sentence == "1 new text, 1 text changed; 0 as they were."
    assert (briefings.rows(store), store.steps.undo_label) == (rows, "Import the market briefing")


def test_what_is_no_table_of_texts_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\nc,d\n")
    with pytest.raises(UserError, match=r"t\.csv is no table of a briefing") as caught:
        briefings.take(store, tmp_path / "t.csv")
    assert caught.value.hint == "Its columns are: kind, sector, stop, body_en, body_fr, body_es."
