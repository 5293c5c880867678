"""Where people are named in texts, and what is left of these without them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.mentions import GAP, Called, Mentions, around

ZOE = {
    "given_name": "Zoé", "family_name": "Ünal", "email": "zoe@ünal.example", "mobile": "+15145550199", "passport": "XK123",
}  # fmt: skip
FINDER = Mentions(Called.of([ZOE]))


def found(text: str, finder: Mentions = FINDER) -> list[str]:
    return [text[start:end] for start, end in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ask ZOE UNAL.", ["ZOE", "ZOE UNAL", "UNAL"]),
        ("Ünal, Zoé", ["Ünal", "Ünal, Zoé", "Zoé"]),
        ("an unal tree", []),
        ("Zoétrope", []),
        ("Zoe_Unal.pdf", ["Zoe", "Zoe_Unal", "Unal"]),
        ("mail ZOE@ünal.example", ["ZOE", "ZOE@ünal", "ZOE@ünal.example"]),
        ("(514) 555-0199, 555 0100", ["514) 555-0199"]),
        ("tel. +1 514 555-0199", ["+1 514 555-0199"]),
        ("XK123, XK1234", ["XK123"]),
        ("Zoé said: Ünal", ["Zoé", "Ünal"]),
        ("", []),
    ],
)
def test_names_are_found_as_people_write_them(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_a_single_name_that_is_the_companys_does_not_mean_the_person() -> None:
    finder = Mentions(Called.of([ZOE], ["Ünal & Co."]))
    assert found("Ünal & Co. by Zoé Ünal", finder) == ["Zoé", "Zoé Ünal"]
    assert found("Ünal & Co.", finder) == []


def test_names_of_signs_or_without_capitals_are_found_as_they_stand() -> None:
    finder = Mentions(Called.of([{"given_name": "伟", "family_name": "王", "badge_name": "😀"}]))
    assert found("请联系 王 伟 😀", finder) == ["王", "王 伟", "伟", "😀"]


def test_only_full_names_addresses_and_numbers_are_certain() -> None:
    assert found("Zoé, Zoé Ünal, +1 514 555-0199", FINDER.certain) == ["Zoé Ünal", "+1 514 555-0199"]
    assert FINDER.certain is FINDER.certain


def test_short_single_names_are_not_looked_for_in_files() -> None:
    assert found("Zoé Ünal", FINDER.in_files) == ["Zoé Ünal", "Ünal"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask Zoé.", ""),
        ("All is well. Ask Zoé about it! Then go.", "All is well. Then go."),
        ("One\nZoé\nTwo", "One\nTwo"),
        ("Zoé\nÜnal\nstays", "stays"),
        ("Nobody.\n\nHere.", "Nobody.\n\nHere."),
        ("write to zoe@ünal.example now. Bye", "Bye"),
    ],
)
def test_sentences_and_lines_that_name_somebody_go(text: str, left: str) -> None:
    assert FINDER.without(text) == left


def test_of_the_name_of_a_thing_only_the_words_go() -> None:
    assert FINDER.without_words("Dinner with Zoé Ünal, Rome") == f"Dinner with {GAP}, Rome"
    assert FINDER.without_words("Dinner") == "Dinner"


def test_people_in_json_go_and_others_stay() -> None:
    other = {"given_name": "Zoé", "family_name": "Roy", "biography": "Works with Zoé Ünal. Likes tea."}
    said = {"delegates": [{"given_name": "Zoé", "family_name": "Ünal"}, other], "notes": "Ask Zoé.", "n": 3}
    left = json.loads(FINDER.without_inside(json.dumps(said)))
    assert left == {"delegates": [{**other, "biography": "Likes tea."}], "notes": "", "n": 3}


def test_json_within_json_is_followed_and_what_is_none_is_a_text() -> None:
    assert json.loads(FINDER.without_inside(json.dumps([json.dumps({"a": "Zoé"})]))) == ['{"a": ""}']
    assert FINDER.without_inside("{Zoé}. Stays.") == "Stays."
    same = '{"a":"b"}'
    assert FINDER.without_inside(same) is same
    assert FINDER.without_inside("[" * 100_000) == "[" * 100_000


def test_somebody_known_by_one_name_or_the_address_is_meant_too() -> None:
    said = [{"given_name": "Zoé"}, {"email": "ZOE@ünal.example"}, {"given_name": "Ana"}]
    assert json.loads(FINDER.without_inside(json.dumps(said))) == [{"given_name": "Ana"}]


def test_a_person_alone_in_json_leaves_nothing() -> None:
    assert FINDER.without_inside('{"given_name": "Zoé", "x": 1}') == "{}"


def test_many_names_are_found_as_quickly_spelled() -> None:
    people = [{"given_name": f"Given{n}", "family_name": f"Family{n}"} for n in range(100)]
    assert found("Family7 of Family777", Mentions(Called.of(people))) == ["Family7"]


def test_nobody_is_found_where_nobody_is_meant() -> None:
    assert not Mentions(Called())
    assert Mentions(Called.of([{"given_name": "", "phone": "12"}])).find("12 Zoé") == []


def test_the_words_around_a_name_are_shown_on_one_line() -> None:
    text = "x" * 100 + "\nask Zoé\n" + "y" * 100
    assert around(text, FINDER.find(text)) == f"{GAP}{'x' * 55} ask Zoé {'y' * 59}{GAP}"
    assert around("short", ()) == "short"


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=12)


@given(NAMES, NAMES, st.sampled_from(["{0} {1} came", "({1})", "see {1}, {0}!", "{0}", '"{1}"']))
def test_nothing_is_left_of_any_name(given_name: str, family_name: str, pattern: str) -> None:
    """Whatever people are called: their sentence is not left as it was."""
    given_name, family_name = given_name.strip(), family_name.strip()
    if not (given_name and family_name):
        return
    finder = Mentions(Called.of([{"given_name": given_name, "family_name": family_name}]))
    text = pattern.format(given_name, family_name)
    assert finder.without(text) != text
