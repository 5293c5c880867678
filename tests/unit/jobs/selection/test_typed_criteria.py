"""Criteria typed on the command line: by name, weight, own field and place."""

from collections.abc import Iterator

import pytest

from missionplanner.domain.own_kinds import FieldKind
from missionplanner.errors import UserError
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.selection import decisions, typed_criteria
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission, undone_and_redone, whole

FOUR = ["Suitability for the market", "Business potential", "Fit with the mission", "Export readiness"]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_mission(tmp_path_factory.mktemp("criteria") / "m.mission", 1, 1) as store:
        definitions.enter(store, None, {"name_en": "Certified", "kind": FieldKind.YES_NO})
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    """The mission, as it was when the test is over."""
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def named(store: Store) -> list[str]:
    return [one.name_en for one in decisions.criteria(store)]


def test_a_criterion_is_added_at_its_place_with_all_it_has(store: Store) -> None:
    before = whole(store)
    texts = {
        "name": "Certified",
        "name_fr": "Certifié",
        "weight": "2,5",
        "field": "certified",
        "points": "yes = 5; no = 1",
    }
    made = typed_criteria.enter(store, None, {**texts, "place": "2"})
    assert (made.name_en, made.name_fr, made.weight, made.field_id, made.points, made.position) == (
        "Certified", "Certifié", 2.5, 1, "yes = 5\nno = 1", 1,
    )  # fmt: skip
    assert named(store) == [FOUR[0], "Certified", *FOUR[1:]]
    undone_and_redone(store, before)


def test_one_is_changed_and_keeps_its_place_and_marks(store: Store) -> None:
    second = decisions.criteria(store)[1]
    decisions.give_marks(store, key_of(store, "D1"), "ana", {second.id: 4})
    made = typed_criteria.enter(store, typed_criteria.called(store, "potentiel d'affaires"), {"weight": "3"})
    assert (made.id, made.weight, made.position, made.name_fr) == (second.id, 3.0, 1, "Potentiel d’affaires")
    assert decisions.all_scores(store)[key_of(store, "D1")].mean == 80
    typed_criteria.enter(store, made, {"place": "9"})
    assert named(store) == [FOUR[0], *FOUR[2:], FOUR[1]]
    typed_criteria.remove(store, typed_criteria.called(store, made.uid))
    assert (named(store), decisions.all_scores(store)) == ([FOUR[0], *FOUR[2:]], {})


def test_a_name_in_one_language_is_enough(store: Store) -> None:
    assert typed_criteria.enter(store, None, {"name_es": "Certificado"}).name_en == "Certificado"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"weight": "2"}, "A name is needed."),
        ({"name": "X", "weight": "much"}, "“much” is no weight: a number above 0."),
        ({"name": "X", "weight": "0"}, "“0” is no weight: a number above 0."),
        ({"name": "X", "place": "first"}, "“first” is no place in the list."),
        ({"name": "X", "field": "hotel"}, "There is no own field “hotel”."),
        ({"name": "X", "field": "certified", "points": "perhaps = 1"}, "“perhaps = 1” gives no mark of “Certified”."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(store: Store, texts: dict[str, str], said: str) -> None:
    with pytest.raises(UserError) as refused:
        typed_criteria.enter(store, None, texts)
    assert (refused.value.text, named(store)) == (said, FOUR)


def test_one_is_called_by_its_name_where_that_is_its_alone(store: Store) -> None:
    with pytest.raises(UserError, match="There is no criterion “green”") as refused:
        typed_criteria.called(store, "green")
    assert refused.value.hint == f"The criteria are: {', '.join(FOUR)}."
    made = typed_criteria.enter(store, None, {"name": FOUR[1].upper()})
    with pytest.raises(UserError, match=f"Several are called “{FOUR[1]}”") as several:
        typed_criteria.called(store, FOUR[1])
    assert made.uid in several.value.hint
