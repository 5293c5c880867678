"""Keys of one file as uids, and back."""

import json
from typing import Any

import pytest

from missionplanner.store.merging.layout import Link, TableLayout
from missionplanner.store.merging.links import Names, translated_text, with_keys, with_uids

COLUMNS = ("id", "uid", "owner", "owner_id", "stop_id", "content")
LINKS = (Link("owner_id", 3, "", True), Link("stop_id", 4, "stops", False))
LAYOUT = TableLayout("rows", COLUMNS, {}, LINKS, {5: {"stops": "stops"}}, (), False, 2, ())
STOPS = TableLayout("stops", ("id", "uid"), {}, (), {}, (), False, None, ())


def known() -> Names:
    """Return the names of two stops and a company that has the key of one of them."""
    names = Names()
    for table, uid, key in (("stops", "one", 1), ("stops", "two", 2), ("companies", "nova", 1)):
        names.add(table, uid, key)
    return names


def upper(_table: str, key: Any) -> Any:
    """Return a link in capitals; the one called lost leads nowhere."""
    return None if key == "lost" else key.upper()


def test_names_of_rows_go_both_ways() -> None:
    names = Names.of_rows({"stops": STOPS}, {"stops": {1: (1, "one"), 2: (2, "two")}})
    assert [names.uid("stops", key) for key in (1, 2, 3)] == ["one", "two", None]
    assert [names.key("stops", uid) for uid in ("one", "two", "three")] == [1, 2, None]
    assert (names.uid("venues", 1), names.key("venues", "one")) == (None, None)


def test_of_two_rows_of_one_uid_the_last_one_counts() -> None:
    names = Names.of_rows({"stops": STOPS}, {"stops": {1: (1, "one"), 2: (2, "one")}})
    assert (names.key("stops", "one"), names.uid("stops", 1), names.uid("stops", 2)) == (2, "one", "one")


def test_keys_become_uids_and_uids_keys_wherever_links_are() -> None:
    row = (7, "u", "company", 1, 2, '{"stops": [2, 1]}')
    there = (None, "u", "company", "nova", "two", '{"stops": ["two", "one"]}')
    assert with_uids(LAYOUT, row, known()) == there
    assert with_keys(LAYOUT, there, known()) == (None, *row[1:])


def test_links_to_what_is_not_known_are_emptied() -> None:
    row = (7, "u", "company", 9, 9, '{"stops": [9, 1]}')
    assert with_uids(LAYOUT, row, known()) == (None, "u", "company", None, None, '{"stops": ["one"]}')
    there = (None, "u", "company", "who", "who", '{"stops": ["who", "one"]}')
    assert with_keys(LAYOUT, there, known()) == (None, "u", "company", None, None, '{"stops": [1]}')


def test_links_that_are_no_keys_or_uids_are_emptied() -> None:
    assert with_uids(LAYOUT, (7, "u", "company", "one", "two", ""), known())[3:5] == (None, None)
    assert with_keys(LAYOUT, (7, "u", "company", 1, 2, ""), known())[3:5] == (None, None)


def test_empty_links_stay_empty() -> None:
    assert with_uids(LAYOUT, (7, "u", "company", None, None, ""), known()) == (None, "u", "company", None, None, "")


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ('{"stop": "a", "name": "a"}', {"stop": "A", "name": "a"}),
        ('[{"stop": ["a", "lost", "b"]}]', [{"stop": ["A", "B"]}]),
        ('[{"stop": ["a", ""]}]', [{"stop": ["A", ""]}]),
        ('{"stop": null}', {"stop": None}),
        ('{"stop": "lost"}', {"stop": None}),
        ('{"deep": {"stop": "é"}}', {"deep": {"stop": "É"}}),
        ("5", 5),
    ],
)
def test_links_inside_of_a_text_are_changed_by_their_name(text: str, changed: object) -> None:
    assert translated_text(text, {"stop": "stops"}, upper) == json.dumps(changed, ensure_ascii=False)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000], ids=["empty", "cut", "deep"])
def test_a_text_that_is_no_json_stays(text: str) -> None:
    assert translated_text(text, {"stop": "stops"}, upper) == text


@pytest.mark.parametrize(("levels", "is_changed"), [(12, True), (13, False)])
def test_links_are_followed_twelve_levels_deep(levels: int, is_changed: bool) -> None:
    text = "[" * levels + '{"stop": "a"}' + "]" * levels
    assert translated_text(text, {"stop": "stops"}, upper) == (text.replace('"a"', '"A"') if is_changed else text)
