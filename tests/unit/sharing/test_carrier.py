"""Every carrier can do all that is asked of one, and names of parcels stand in the order they were written."""

from inspect import getmembers, signature

import pytest

from missionplanner.sharing.carrier import BaseName, Carrier, ParcelName
from missionplanner.sharing.folder import FolderCarrier


@pytest.mark.parametrize("kind", [FolderCarrier])
def test_a_carrier_has_every_method_as_it_is_asked_for(kind: type) -> None:
    wanted = {name: signature(found) for name, found in getmembers(Carrier, callable) if not name.startswith("_")}
    assert {name: signature(getattr(kind, name)) for name in wanted} == wanted


@pytest.mark.parametrize("kind", [ParcelName, BaseName])
def test_names_stand_by_writer_and_number(kind: type) -> None:
    assert sorted([kind("b", 1), kind("a", 10), kind("a", 9)]) == [kind("a", 9), kind("a", 10), kind("b", 1)]
