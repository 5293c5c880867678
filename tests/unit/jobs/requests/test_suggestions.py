"""Suggested pairs: explained, fair, and none that was refused."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Alias, Company, CompanySector, Offering, OfferingKind, Partner, Side
from missionplanner.domain.mission import MATCH_PART_LABELS, MatchWeight, Sector, Synonyms
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.jobs.job import run_now
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.requests.suggestions import Suggestions
from missionplanner.matching import partners
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, check_undo, key_of, meet, small_mission, snapshot_of


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
    with store.change(message("Offer")) as change:
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
    with store.change(message("Partner")) as change:
        change.insert(Partner(company_id=key_of(store, "D1"), name="c1"))
    after = run_now(suggestions.suggest(), store)
    assert before is not None
    assert after is not None
    pair = (key_of(store, "D1"), key_of(store, "C1"))
    assert after.score(pair) < before.score(pair)
    assert "they work together already" in [share.words for share in after.explain(pair)]


def suggested_for(store: Store) -> Suggestions:
    found = run_now(suggestions.suggest(), store)
    assert found is not None
    return found


def trade(store: Store, one: str, offers: str, two: str, seeks: str) -> None:
    """Have one company offer what another seeks."""
    with store.change(message("Trade")) as change:
        change.insert(Offering(company_id=key_of(store, one), kind=OfferingKind.OFFERS, text=offers))
        change.insert(Offering(company_id=key_of(store, two), kind=OfferingKind.SEEKS, text=seeks))


def pair(store: Store, one: str, two: str) -> tuple[int, int]:
    return key_of(store, one), key_of(store, two)


def test_a_score_is_explained_part_by_part(store: Store) -> None:
    trade(store, "D1", "membrane filtration", "C1", "membrane filtration")
    one = pair(store, "D1", "C1")
    found = suggested_for(store)
    parts = {part.name: part for part in found.explain(one)}
    assert [part.points for part in found.explain(one)] == sorted((p.points for p in parts.values()), reverse=True)
    assert set(parts) == set(MATCH_PART_LABELS.values()) - {"Own fields"}
    offers = parts["Offers and what is sought"]
    assert offers.words == "D1 offers “membrane filtration”, C1 seeks “membrane filtration”"
    assert parts["Common stop"].words == "Mexico City"
    assert (parts["No partners yet"].words, parts["Wish of either side"].words) == ("", "")
    assert found.score(one) == round(sum(part.points for part in parts.values()))
    assert found.why(one).startswith("D1 offers “membrane filtration”")
    assert "; " in found.why(one)


def test_what_the_counterpart_offers_counts_too(store: Store) -> None:
    trade(store, "C2", "frozen berries", "D2", "frozen berries")
    found = suggested_for(store)
    assert "C2 offers “frozen berries”, D2 seeks “frozen berries”" in found.why(pair(store, "D2", "C2"))


def test_sectors_sizes_languages_and_wishes_are_reasons(store: Store) -> None:
    sector = store.all(Sector)[0].id
    keys = pair(store, "D1", "C1")
    with store.change(message("Alike")) as change:
        sub = change.insert(Sector(code="AM1", name_en="Robots", name_fr="Robots et cie", parent_id=sector))
        for key, own in zip(keys, (sub, sub), strict=True):
            change.insert(CompanySector(company_id=key, sector_id=own))
            change.update(replace(store.get(Company, key), employees=60, wishes=""))
            change.update(replace(store.where(Person, "company_id", [key])[0], languages="en"))
        change.update(replace(store.get(Company, keys[0]), employees=60, wishes="C1\nNobody"))
    words = {part.name: part.words for part in suggested_for(store).explain(keys)}
    assert words["Sector and subsector"] == "Robots"
    assert words["Size"] == "of the same size"
    assert words["Common language"] == "a common language"
    assert words["Wish of either side"] == "one asked for the other"
    i18n.use("fr")
    assert "Robots et cie" in [part.words for part in suggested_for(store).explain(keys)]


def test_a_common_main_sector_is_a_reason_where_no_subsector_is(store: Store) -> None:
    sector = store.all(Sector)[0].id
    with store.change(message("Alike")) as change:
        sub = change.insert(Sector(code="AM1", name_en="Robots", parent_id=sector))
        change.insert(CompanySector(company_id=key_of(store, "D1"), sector_id=sub))
        change.insert(CompanySector(company_id=key_of(store, "C1"), sector_id=sector))
    words = {part.name: part.words for part in suggested_for(store).explain(pair(store, "D1", "C1"))}
    assert words["Sector and subsector"] == "Advanced manufacturing"


def test_what_was_asked_for_is_not_suggested_again(store: Store) -> None:
    trade(store, "D1", "membrane filtration", "C1", "membrane filtration")
    one = pair(store, "D1", "C1")
    before = suggested_for(store)
    assert one in [found for _score, found in before.open]
    assert before.of_company(one[0])[0] == (before.score(one), one)
    assert [score for score, _pair in before.open] == sorted((s for s, _p in before.open), reverse=True)
    assert all(score >= suggestions.WORTH for score, _pair in before.open)
    ask(store, ("D1", "C1", Priority.NO_THANKS))
    after = suggested_for(store)
    assert one not in [found for _score, found in after.open]
    assert one not in [found for _score, found in after.of_company(one[0])]


def test_a_pair_that_does_not_take_part_has_no_score(store: Store) -> None:
    with store.change(message("Declined")) as change:
        application = store.where(Application, "company_id", [key_of(store, "D3")])[0]
        change.update(replace(application, status=Status.DECLINED))
    found = suggested_for(store)
    assert found.score(pair(store, "D3", "C1")) == 0
    assert found.score((key_of(store, "D1"), 999)) == 0
    assert found.of_company(999) == []


def test_without_counterparts_there_is_nothing_to_suggest(tmp_path: Path) -> None:
    with small_mission(tmp_path / "one.mission", 2, 0) as store:
        assert run_now(suggestions.suggest(), store) is None


def test_accepted_suggestions_are_requests_with_their_score(store: Store) -> None:
    found = suggested_for(store)
    one, two = pair(store, "D1", "C1"), pair(store, "D2", "C2")
    ask(store, ("D2", "C2", Priority.NO_THANKS))
    assert suggestions.accept(store, found, [one, two], Side.COUNTERPART) == 1
    request = store.where(Request, "delegation_id", [one[0]])[0]
    assert (request.counterpart_id, request.asked_by, request.priority) == (one[1], Side.COUNTERPART, Priority.MEET)
    assert request.comment == f"Suggested, {found.score(one)} of 100"


def test_weights_are_the_missions_or_the_usual_ones(store: Store) -> None:
    assert suggestions.weights(store) == suggestions.USUAL
    suggestions.save_weights(store, {"offers": 90})
    assert suggestions.weights(store) == {**suggestions.USUAL, "offers": 90}
    suggestions.save_weights(store, {"size": 1})
    assert suggestions.weights(store) == {**suggestions.USUAL, "size": 1}


def test_synonyms_are_the_missions_or_those_of_its_sectors(store: Store) -> None:
    usual = suggestions.synonyms(store)
    assert usual
    sector = store.all(Sector)[0].id
    assert {one.sector_id for one in usual} <= {None, sector}
    assert all(len(one.words.split("; ")) > 1 for one in usual)
    suggestions.save_synonyms(store, [Synonyms(words="a; b"), Synonyms(words="alone; "), Synonyms(words="c; d")])
    assert [one.words for one in store.all(Synonyms)] == ["a; b", "c; d"]
    suggestions.save_synonyms(store, [Synonyms(sector_id=sector, words="e; f")])
    assert [(one.sector_id, one.words) for one in suggestions.synonyms(store)] == [(sector, "e; f")]


def test_those_with_the_fewest_requests_are_served_first(store: Store) -> None:
    for number in (1, 2, 3):
        for other in (1, 2, 3):
            trade(store, f"D{number}", f"membrane filtration {number}{other}", f"C{other}", "membrane filtration")
    found = suggested_for(store)
    assert len(found.open) == 9
    chosen = found.give_everyone(1)
    assert sorted(key for one in chosen for key in one) == sorted(range(1, 7))
    assert found.give_everyone(0) == []
    assert len(found.give_everyone(9)) == 9
    scores = [found.score(one) for one in found.give_everyone(2)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("employees", "words"),
    [
        ((9, 9), "of the same size"),
        ((9, 10), "of similar size"),
        ((9, 250), ""),
        ((None, 9), ""),
        ((49, 50), "of similar size"),
        ((50, 249), "of the same size"),
        ((249, 250), "of similar size"),
    ],
)
def test_sizes_are_compared_by_class(store: Store, employees: tuple[int | None, int], words: str) -> None:
    keys = pair(store, "D1", "C1")
    with store.change(message("Sizes")) as change:
        for key, number in zip(keys, employees, strict=True):
            change.update(replace(store.get(Company, key), employees=number))
    found = {part.name: part.words for part in suggested_for(store).explain(keys)}
    assert found["Size"] == words


def test_a_wish_of_the_counterpart_counts(store: Store) -> None:
    with store.change(message("Wish")) as change:
        change.insert(
            Request(delegation_id=key_of(store, "D1"), counterpart_id=key_of(store, "C1"), asked_by=Side.COUNTERPART)
        )
    found = suggested_for(store)
    words = {part.name: part.words for part in found.explain(pair(store, "D1", "C1"))}
    assert words["Wish of either side"] == "one asked for the other"
    other = {part.name: part.words for part in found.explain(pair(store, "D1", "C2"))}
    assert other["Wish of either side"] == ""


def test_partners_are_known_by_other_spellings_too(store: Store) -> None:
    with store.change(message("Partner")) as change:
        change.insert(Alias(company_id=key_of(store, "C1"), name="Casa Uno"))
        change.insert(Partner(company_id=key_of(store, "D1"), name="CASA UNO"))
        change.insert(Partner(company_id=key_of(store, "D2"), name="D1"))
    found = suggested_for(store)
    words = {one: {p.name: p.words for p in found.explain(pair(store, one, "C1"))} for one in ("D1", "D2")}
    assert words["D1"]["No partners yet"] == "they work together already"
    assert words["D2"]["No partners yet"] == ""


def scored(snapshot: Snapshot, totals: list[list[int]]) -> Suggestions:
    """The suggestions of a mission with these scores, a row for each company of the delegation."""
    basis = suggestions.SuggestionBasis(snapshot, [], [], [], dict(suggestions.USUAL))
    found = suggestions.profiles(basis)
    scores = partners.score(found[Side.DELEGATION], found[Side.COUNTERPART], basis.weights)
    return Suggestions(basis, replace(scores, total=np.array(totals)))


def test_suggestions_begin_at_a_score_and_of_equal_ones_the_first_pair_comes_first() -> None:
    assert scored(snapshot_of(), [[24, 25], [60, 25]]).open == [(60, (2, 3)), (25, (1, 4)), (25, (2, 4))]


@pytest.mark.parametrize(("score", "chosen"), [(53, [(1, 4)]), (52, [(1, 3), (1, 4)])])
def test_a_request_of_a_partner_weighs_eight_points(score: int, chosen: list[tuple[int, int]]) -> None:
    asked = [Request(id=1, delegation_id=2, counterpart_id=3)]
    assert scored(snapshot_of(requests=asked), [[60, score], [50, 40]]).give_everyone(1) == chosen


def test_what_adds_nothing_to_a_score_is_no_reason(store: Store) -> None:
    suggestions.save_weights(store, {part: int(part == "stop") for part in suggestions.PARTS})
    assert suggested_for(store).why(pair(store, "D1", "C1")) == "Mexico City"
    suggestions.save_weights(store, dict.fromkeys(suggestions.PARTS, 0))
    assert {part.points for part in suggested_for(store).explain(pair(store, "D1", "C1"))} == {0.0}


@pytest.mark.parametrize(("score", "chosen"), [(53, (2, 4)), (52, (1, 4))])
def test_a_counterpart_chooses_by_the_requests_of_its_partners_too(
    store: Store, score: int, chosen: tuple[int, int]
) -> None:
    ask(store, ("D1", "C2", Priority.MEET), ("D1", "C3", Priority.MEET), ("D2", "C2", Priority.MEET))
    assert scored(store.snapshot(), [[60, 0, 0], [score, 0, 0], [0, 0, 0]]).give_everyone(1) == [chosen]


def test_how_much_a_company_is_wished_for_is_by_priority() -> None:
    wishes = {(1, 3): Priority.MUST_MEET, (1, 4): Priority.NO_THANKS, (2, 3): Priority.MEET}
    asked = [
        Request(id=n, delegation_id=one, counterpart_id=other, priority=priority, asked_by=side)
        for n, ((one, other), priority) in enumerate(wishes.items(), start=1)
        for side in (Side.DELEGATION if other == 3 else Side.COUNTERPART,)
    ]
    basis = suggestions.SuggestionBasis(snapshot_of(requests=asked), [], [], [], {})
    found = suggestions.profiles(basis)
    assert {one.key: one.wishes for side in Side for one in found[side]} == {
        1: {3: 1.0},
        2: {3: 0.7},
        3: {},
        4: {1: 0.0},
    }


def test_a_pair_is_given_once_and_counts_once(store: Store) -> None:
    found = scored(store.snapshot(), [[60, 0, 60], [0, 0, 40], [40, 50, 60]])
    assert found.give_everyone(2) == [(1, 4), (1, 6), (3, 5), (2, 6), (3, 4)]


def test_requests_count_and_vetoes_do_not_when_everyone_is_served(store: Store) -> None:
    for number in (1, 2):
        for other in (1, 2, 3):
            trade(store, f"D{number}", f"membrane filtration {number}{other}", f"C{other}", "membrane filtration")
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.NO_THANKS))
    chosen = suggested_for(store).give_everyone(1)
    asked = {key for one in chosen for key in one}
    assert key_of(store, "D2") in asked
    assert key_of(store, "C2") in asked
    assert pair(store, "D1", "C1") not in chosen
