"""Texts translated when they are read: written as codes with values, read in every language, hostile ones as they are."""

import json
import time
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner import i18n
from missionplanner.i18n import LANGUAGES, translator
from missionplanner.messages import InLanguages, Message, Named, Value, counted_message, message

LONGEST = 1_000


def in_languages(found: Message) -> list[str]:
    """The text in English, French and Spanish."""
    return [found.translated(translator(language)) for language in LANGUAGES]


def test_message_is_shown_in_the_language_of_the_reader() -> None:
    found = message("Edit {company}", company="Acme")
    assert in_languages(found) == ["Edit Acme", "Modifier Acme", "Editar Acme"]
    i18n.use("fr")
    assert str(found) == "Modifier Acme"


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (0, ["Delete 0 companies", "Supprimer 0 entreprise", "Eliminar 0 empresas"]),
        (1, ["Delete 1 company", "Supprimer 1 entreprise", "Eliminar 1 empresa"]),
        (1200, ["Delete 1,200 companies", "Supprimer 1\u00a0200 entreprises", "Eliminar 1,200 empresas"]),
    ],
)
def test_counted_message_takes_the_plural_and_the_number_of_the_reader(n: int, shown: list[str]) -> None:
    assert in_languages(counted_message("Delete {n} company", "Delete {n} companies", n)) == shown


def test_messages_in_messages_are_translated_too() -> None:
    new = counted_message("{n} new", "{n} new", 2)
    found = message("Undo: {step}", step=message("Make timetable ({summary})", summary=new))
    assert in_languages(found) == [
        "Undo: Make timetable (2 new)",
        "Annuler\u00a0: Établir l’horaire (2 nouvelles)",
        "Deshacer: Hacer agenda (2 nuevas)",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1234.5, ["1,234.5", "1\u00a0234,5", "1,234.5"]),
        (date(2026, 2, 16), ["Feb 16, 2026", "16 févr. 2026", "16 feb 2026"]),
        (datetime(2026, 2, 16, 9, 5), ["Feb 16, 2026 09:05", "16 févr. 2026 09:05", "16 feb 2026 09:05"]),
        (Named("companies", "u1", "Acme"), ["Acme"] * 3),
        (InLanguages({"en": "Dinner", "fr": "Souper", "es": ""}), ["Dinner", "Souper", "Dinner"]),
        (InLanguages({"fr": "Souper"}), ["", "Souper", ""]),
        ("{company}", ["{company}"] * 3),
    ],
)
def test_values_are_written_as_the_reader_expects_them(value: Value, shown: list[str]) -> None:
    assert in_languages(message("{x}", x=value)) == shown


def test_text_without_a_translation_is_english() -> None:
    assert in_languages(message("No text of the program {x}", x=1)) == ["No text of the program 1"] * 3


def test_names_without_a_value_stay() -> None:
    assert str(message("{a} {b} {a.b} {a[0]} {a!r} {a:9} {}", a=1)) == "1 {b} {a.b} {a[0]} {a!r} {a:9} {}"


WHOLE = message(
    "{a} {b} {c} {d} {e} {f} {g} {h}",
    a="“é” {b}",
    b=3,
    c=-1.5,
    d=date(2026, 2, 16),
    e=datetime(2026, 2, 16, 9, 5),
    f=Named("companies", "u1", "Acme"),
    g=counted_message("{n} {x}", "{n} {x}s", 2, x=message("Erased")),
    h=InLanguages({"en": "Dinner", "fr": "Souper"}),
)


def test_stored_message_is_read_back() -> None:
    assert Message.read(WHOLE.stored()) == WHOLE


def test_stored_message_is_compact() -> None:
    assert message("Add absence").stored() == '{"t":"Add absence"}'
    assert counted_message("Set {n} request", "Set {n} requests", 2).stored() == (
        '{"t":"Set {n} request","m":"Set {n} requests","n":2}'
    )
    named = Named("companies", "u1", "Émile")
    assert message("Edit {company}", company=named).stored() == (
        '{"t":"Edit {company}","v":{"company":{"r":["companies","u1","Émile"]}}}'
    )
    assert (
        message("{x}", x=InLanguages({"en": "Dinner", "fr": ""})).stored()
        == '{"t":"{x}","v":{"x":{"l":{"en":"Dinner"}}}}'
    )


@pytest.mark.parametrize("label", ["", "Edit D1", "Modifier {company}", "{}", '{"t"', "[1]", "null", '"x"', "\x00"])
def test_label_of_an_older_file_is_shown_as_it_is(label: str) -> None:
    found = Message.read(label)
    assert in_languages(found) == [label] * 3
    assert in_languages(Message.read(found.stored())) == [label] * 3


NO_MESSAGES = [
    {}, {"t": 1}, {"t": None}, {"t": ""}, {"t": ["Erased"]}, {"m": "x", "n": 1}, {"t": "x", "v": []},
    {"t": "x", "v": {"a": None}}, {"t": "x", "v": {"a": True}}, {"t": "x", "v": {"a": [1]}}, {"t": "x", "v": {"a": {}}},
    {"t": "x", "v": {"a": {"d": "yesterday"}}}, {"t": "x", "v": {"a": {"d": 5}}}, {"t": "x", "v": {"a": {"d": "T"}}},
    {"t": "x", "v": {"a": {"r": []}}}, {"t": "x", "v": {"a": {"r": ["t", "u", 1]}}}, {"t": "x", "v": {"a": {"t": 1}}},
    {"t": "x", "v": {"a": {"l": ["en"]}}}, {"t": "x", "v": {"a": {"l": {"en": "a", "fr": 1}}}},
    {"t": "x", "v": {"a": float("nan")}}, {"t": "x", "v": {"a": float("inf")}}, {"t": "x", "v": {"a": -(10**400)}},
    {"t": "x", "m": "xs", "n": 10**16}, {"t": "x", "m": "xs", "n": True},
]  # fmt: skip
"""What is no message, although it begins like one."""


@pytest.mark.parametrize("found", NO_MESSAGES, ids=json.dumps)
def test_what_is_no_message_is_shown_as_it_is(found: object) -> None:
    stored = json.dumps(found)
    assert in_languages(Message.read(stored)) == [stored] * 3


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ('{"t":"{company.__class__} {0} {company!r}","v":{"company":"x"}}', "{company.__class__} {0} {company!r}"),
        ('{"t":"Edit {company}"}', "Edit {company}"),
        ('{"t":"Edit {company}","v":{"company":"{t}","t":"no"}}', "Edit {t}"),
        ('{"t":"%s %(x)s","v":{"x":1}}', "%s %(x)s"),
        ('{"t":"\\ud800","v":{}}', "?"),
        ('{"t":"{x}","v":{"x":"\\udfff"}}', "?"),
        ('{"t":"{x}","later":1,"v":{"x":1}}', "1"),
        ('{"t":"{n}","m":"","n":2}', "{n}"),
        ('{"t":"{n}","m":"{n}s","n":-2,"v":{"n":7}}', "-2s"),
    ],
)
def test_hostile_message_is_plain_text(stored: str, shown: str) -> None:
    assert str(Message.read(stored)) == shown


def test_deep_nesting_is_shown_as_it_is() -> None:
    nested: dict[str, object] = {"t": "end"}
    for _ in range(7):
        nested = {"t": "{x}", "v": {"x": nested}}
    assert str(Message.read(json.dumps(nested))) == "end"
    deeper = json.dumps({"t": "{x}", "v": {"x": nested}})
    assert str(Message.read(deeper)) == deeper
    brackets = '{"t":' + "[" * 90_000
    assert str(Message.read(brackets)) == brackets[: LONGEST - 1] + "…"


def test_huge_label_is_cut() -> None:
    for stored in ("x" * 10_000_000, '{"t":"' + "x" * 10_000_000 + '"}', '{"t":"x","v":{"x":' + "1" * 9_999 + "}}"):
        assert str(Message.read(stored)) == stored[: LONGEST - 1] + "…"
    assert str(message("{x}", x="x" * LONGEST)) == "x" * LONGEST
    assert len(str(message("{x}", x="x" * 2_000))) == LONGEST
    assert len(str(message("{x}", x=Named("companies", "u", "x" * 2_000)))) == LONGEST
    assert len(message("{x}", x="x" * 2_000).stored()) < LONGEST + 30


def test_bounds_are_where_they_are_said_to_be() -> None:
    head, tail = '{"t":"{x}","v":{"x":"', '"}}'
    longest = head + "x" * (100_000 - len(head) - len(tail)) + tail
    assert str(Message.read(longest)) == "x" * (LONGEST - 1) + "…"
    longer = longest.replace(tail, "x" + tail)
    assert str(Message.read(longer)) == longer[: LONGEST - 1] + "…"
    assert str(Message.read('{"t":"{x}","v":{"x":1000000000000000}}')) == "1,000,000,000,000,000"
    too_large = '{"t":"{x}","v":{"x":1000000000000001}}'
    assert str(Message.read(too_large)) == too_large
    plural = json.dumps({"t": "x", "m": "x" * (LONGEST + 1), "n": 2})
    assert str(Message.read(plural)) == plural[: LONGEST - 1] + "…"


def test_text_that_multiplies_is_bounded() -> None:
    nested: dict[str, object] = {"t": "x" * LONGEST}
    for _ in range(7):
        nested = {"t": "{a}" * 333, "v": {"a": nested}}
    started = time.perf_counter()
    assert str(Message.read(json.dumps(nested))) == "x" * (LONGEST - 1) + "…"
    assert time.perf_counter() - started < 5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["t", "m", "n", "v", "d", "r", "l", "x"]), inner)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["t", "m", "n", "v", "d", "r", "l"]), JSON) | st.text())
def test_any_label_is_shown_and_stored_again(found: object) -> None:
    label = Message.read(found if isinstance(found, str) else json.dumps(found))
    again = Message.read(label.stored())
    assert in_languages(again) == in_languages(label)
