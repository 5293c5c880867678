"""Own fields in suggestions: a part of the score where they were chosen, with the reason in words."""

from missionplanner.domain.mission import MatchWeight
from missionplanner.domain.own_fields import CompanyValue, OwnField, OwnFields, Suiting
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.requests import compared_fields, suggestions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of

LIST = {"kind": FieldKind.SEVERAL, "choices": "Sea | Mer\nAir"}
HAS = OwnField(id=1, code="has", name_en="Certified", suits=Suiting.EQUAL, suits_with="wants")
WANTS = OwnField(id=2, code="wants", name_en="Must be certified")
ROLE = OwnField(id=3, code="role", name_en="Role", suits=Suiting.OTHER, suits_with="gone")
OWN = OwnFields([HAS, WANTS, ROLE])


def test_reasons_name_the_values_that_suit() -> None:
    ours = {"company.has": "ISO; EU", "company.role": "Buyer"}
    theirs = {"company.wants": "EU", "company.role": "Seller"}
    assert compared_fields.reasons(OWN, ours, theirs) == ["Certified: EU", "Role: Buyer and Seller"]
    assert compared_fields.reasons(OWN, theirs, ours) == ["Certified: EU", "Role: Seller and Buyer"]
    assert compared_fields.reasons(OWN, ours, {"company.role": "Buyer"}) == []
    assert [one.other for one in compared_fields.rules(OWN)] == ["wants", "role"]


def test_a_compared_field_is_a_part_of_the_score(store: Store) -> None:
    pair, other = ((key_of(store, "D1"), key_of(store, name)) for name in ("C1", "C2"))
    port = definitions.enter(store, None, {"name_en": "Ports", "name_fr": "Havres", **LIST})
    with store.change(message("Values")) as change:
        for company, text in ((pair[0], "Sea; Air"), (pair[1], "Sea"), (other[1], "Train")):
            change.insert(CompanyValue(company_id=company, field_id=port.id, text=text))
    before = run_now(suggestions.suggest(), store)
    assert before
    assert before.score(pair) == before.score(other)
    assert (suggestions.parts(store)[-1], "Own fields" in {one.name for one in before.explain(pair)}) == ("wish", False)
    definitions.enter(store, port, {"suits": Suiting.EQUAL})
    found = run_now(suggestions.suggest(), store)
    assert found
    assert suggestions.parts(store)[-1] == "own"
    share = next(one for one in found.explain(pair) if one.name == "Own fields")
    assert (share.words, round(share.points)) == ("Ports: Sea", round(100 * 15 / 115))
    assert found.score(pair) > found.score(other)
    with store.change(message("Weigh")) as change:
        change.insert(MatchWeight(part="own", weight=0))
    again = run_now(suggestions.suggest(), store)
    assert again
    assert again.score(pair) == before.score(pair)
