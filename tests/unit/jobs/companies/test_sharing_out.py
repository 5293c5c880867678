"""How companies share their meetings out, in words and set for several at once."""

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import AttendeesBy, Company, shared_out
from missionplanner.errors import UserError
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import cells, sharing_out
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of


@pytest.mark.parametrize(
    ("rule", "most", "words"),
    [
        (AttendeesBy.ALL, None, ""),
        (AttendeesBy.ALL, 3, "Everybody, 3"),
        (AttendeesBy.LANGUAGE, None, "By language"),
        (AttendeesBy.TURN, 2, "In turn, 2"),
    ],
)
def test_what_is_put_in_words_is_read_again(rule: AttendeesBy, most: int | None, words: str) -> None:
    assert shared_out(rule, most) == words
    assert sharing_out.read(words) == (rule, most)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("turn 2", (AttendeesBy.TURN, 2)), ("À TOUR DE RÔLE ; 1", (AttendeesBy.TURN, 1)), ("3", (AttendeesBy.ALL, 3)),
     ("por sector", (AttendeesBy.SECTOR, None)), ("everybody", (AttendeesBy.ALL, None))],
)  # fmt: skip
def test_a_rule_is_read_in_any_language(text: str, wanted: tuple[AttendeesBy, int | None]) -> None:
    assert sharing_out.read(text) == wanted


def test_another_word_is_refused_with_those_there_are() -> None:
    i18n.use("en")
    with pytest.raises(UserError) as caught:
        sharing_out.read("by age, 2")
    assert caught.value.text == "“by age, 2” does not say who attends."
    assert caught.value.hint.endswith("Everybody, By language, By sector, In turn.")


def test_several_companies_share_out_in_one_step(store: Store) -> None:
    keys = [key_of(store, name) for name in ("D1", "D2")]
    act = "Share out the meetings of 2 companies"
    check_undo(store, lambda s: sharing_out.set_rule(s, keys, AttendeesBy.TURN, 2), act)
    assert [(c.attendees_by, c.attendees_most) for c in store.where(Company, "id", keys)] == [(AttendeesBy.TURN, 2)] * 2
    assert sharing_out.set_rule(store, keys[:1], AttendeesBy.TURN, 2) == 0


def test_nobody_at_a_meeting_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        sharing_out.set_rule(store, [key_of(store, "D1")], AttendeesBy.TURN, 0)


def test_a_cell_of_the_table_says_it(store: Store) -> None:
    key = key_of(store, "D1")
    assert cells.edit(store, [Edit(key, "attendees", "by sector, 2")], message("x")).changed == 1
    assert (store.get(Company, key).attendees_by, store.get(Company, key).attendees_most) == (AttendeesBy.SECTOR, 2)
    (refused,) = cells.edit(store, [Edit(key, "attendees", "by sector, 0")], message("x")).refused
    assert refused.reason == "This is no number from 1 to 1,000."
