"""Familiar forms of given names."""

import pytest

from missionplanner.matching.nicknames import formal


@pytest.mark.parametrize(
    ("familiar", "given"),
    [
        ("bob", {"robert"}),
        ("paco", {"francisco", "francisco javier"}),
        ("ted", {"edward", "theodore"}),
        ("mafer", {"maria fernanda"}),
        ("x", set()),
    ],
)
def test_a_familiar_form_is_short_for_given_names(familiar: str, given: set[str]) -> None:
    assert formal(familiar) == given
