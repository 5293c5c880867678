"""The same company spelled otherwise is recognised; others are not."""

import pytest

from missionplanner.matching.names import NameIndex, key

SAME = [
    ("Laurentian Data", "LAURENTIAN DATA"), ("Superior Water Ltd.", "Superior Water Ltd "), ("Ironwood Automation", "Ironwood  Automation"),
    ("Juniper Saguenay Foods Corp.", "Juniper\u00a0Saguenay Foods Corp."), ("Northline Inc.", "NORTHLINE INCORPORATED"),
    ("Servicios Tapatía S. de R.L. de C.V.", "Servicios Tapatia S de RL de CV"), ("Peña & Hijos SA de CV", "Pena and Hijos S.A. de C.V."),
    ("Groupe Élan ltée", "GROUPE ELAN LTEE"), ("Boreal Solar", "Boreal Solar Inc."), ("Foo Co. Ltd.", "Foo Limited"),
    ("The Otter Company", "Otter"), ("D'Amours Bois inc.", "D’Amours Bois Inc"), ("Alfa SAPI de CV", "Alfa S.A.P.I. de C.V."),
]  # fmt: skip
OTHER = [
    ("Boreal Robotics", "Cedar Boreal Robotics Inc."), ("Groupe Prairie Solar ltée", "Prairie Solar Ltd."),
    ("Boreal Solar Inc.", "Boreal Solar Ltd."), ("Maple Data", "Maple Data Systems"), ("Alfa SA de CV", "Alfa SAPI de CV"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SAME)
def test_same_company(one: str, two: str) -> None:
    assert key(one).same(key(two))
    assert NameIndex({7: [one]}).same(two) == [7]


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_other_company(one: str, two: str) -> None:
    assert not key(one).same(key(two))
    assert NameIndex({7: [one]}).same(two) == []


def test_exact_legal_form_goes_before_a_missing_one() -> None:
    assert NameIndex({1: ["Boreal"], 2: ["Boreal Inc."]}).same("BOREAL INCORPORATED") == [2]
    assert NameIndex({1: ["Boreal Ltd."], 2: ["Boreal Inc."]}).same("Boreal") == [1, 2]


def test_slips_of_the_keys_are_told() -> None:
    index = NameIndex({1: ["Stackpole Powertrain International"]})
    found = index.like("STACKPOLE POWERTAIN INTERNATIONAL")
    assert found is not None
    assert found[0] == 1
    assert found[1] > 92
    assert index.like("Something Else") is None
