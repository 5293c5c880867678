"""Suggested pairs: explained, fair, and none that was refused."""

from collections.abc import Callable

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import MatchWeight, Synonyms
from missionplanner.domain.snapshot import Snapshot
from missionplanner.jobs.job import run_now
from missionplanner.jobs.requests import suggestions
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet


def suggested(store: Store) -> None:
    found = run_now(suggestions.suggest(), store)
    assert found is not None
    suggestions.accept(store, found, [(key_of(store, "D3"), key_of(store, "C2"))], Side.DELEGATION)


ACTS: dict[str, Callable[[Store], object]] = {
    "Accept 1 suggestion": suggested,
    "Weigh the suggestions": lambda s: suggestions.save_weights(s, {"offers": 90}),
    "Edit the synonyms": lambda s: suggestions.save_synonyms(s, [Synonyms(words="a; b"), Synonyms(words="alone")]),
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def test_suggestions_explain_themselves_and_are_fair(example: Store) -> None:
    found = run_now(suggestions.suggest(), example)
    assert found is not None
    assert all(0 <= score <= 100 for score, _pair in found.open)
    score, pair = found.open[0]
    shares = found.explain(pair)
    assert round(sum(share.points for share in shares)) == score
    assert sum(share.most for share in shares) == pytest.approx(100)
    assert "offers “" in found.why(pair)
    asked = {request.pair for request in example.all(type(found.snapshot.requests[0]))}
    assert not asked & {pair for _score, pair in found.open}
    chosen = found.give_everyone(6)
    counts: dict[int, int] = {}
    for one in {*chosen, *found.snapshot.wishes}:
        for key in one:
            counts[key] = counts.get(key, 0) + 1
    able = [key for key in counts if len(found.of_company(key)) >= 6]
    assert min(counts[key] for key in able) >= 6
    assert suggestions.accept(example, found, chosen, Side.DELEGATION) == len(chosen)
    assert suggestions.accept(example, found, chosen, Side.DELEGATION) == 0


def test_other_weights_give_other_scores_and_vetoes_are_not_suggested(example: Store) -> None:
    usual = run_now(suggestions.suggest(), example)
    suggestions.save_weights(example, {part: 100 if part == "language" else 0 for part in suggestions.PARTS})
    other = run_now(suggestions.suggest(), example)
    assert usual is not None
    assert other is not None
    pair = usual.open[0][1]
    assert other.score(pair) in (0, 50, 100)
    assert {row.part for row in example.all(MatchWeight)} == set(suggestions.PARTS)


def test_synonyms_make_texts_of_three_languages_meet(store: Store) -> None:
    from missionplanner.domain.companies import Offering, OfferingKind
    from missionplanner.matching.concepts import Thesaurus, stems

    assert set(stems("Solutions de filtration membranaire")) & set(stems("membrane filtration"))
    thesaurus = Thesaurus([(None, ("water", "eau", "agua")), (7, ("frozen berries", "petits fruits surgelés"))])
    assert thesaurus.concepts("Traitement de l’eau", ()) & thesaurus.concepts("tratamiento de agua", ())
    assert thesaurus.concepts("frozen berries", (7,)) == thesaurus.concepts("petits fruits surgelés", (7,))
    assert thesaurus.concepts("frozen berries", (8,)) != thesaurus.concepts("petits fruits surgelés", (8,))
    with store.change("Offer") as change:
        change.insert(Offering(company_id=key_of(store, "D1"), kind=OfferingKind.OFFERS, text="Traitement de l’eau"))
        change.insert(Offering(company_id=key_of(store, "C2"), kind=OfferingKind.SEEKS, text="agua limpia"))
    suggestions.save_synonyms(store, [Synonyms(words="water; eau; agua")])
    found = run_now(suggestions.suggest(), store)
    assert found is not None
    scores = {pair: found.score(pair) for pair in ((1, 5), (1, 4))}
    assert scores[1, 5] > scores[1, 4]
    assert isinstance(found.snapshot, Snapshot)


def test_who_works_together_already_is_suggested_less(store: Store) -> None:
    from missionplanner.domain.companies import Partner

    before = run_now(suggestions.suggest(), store)
    with store.change("Partner") as change:
        change.insert(Partner(company_id=key_of(store, "D1"), name="c1"))
    after = run_now(suggestions.suggest(), store)
    assert before is not None
    assert after is not None
    pair = (key_of(store, "D1"), key_of(store, "C1"))
    assert after.score(pair) < before.score(pair)
    assert "they work together already" in [share.words for share in after.explain(pair)]
