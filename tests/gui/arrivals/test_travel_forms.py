"""The forms of journeys, stays, hotels and vehicles: a record comes out as it went in."""

from dataclasses import asdict
from typing import Any

import pytest

from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.gui.arrivals import travel_forms
from missionplanner.gui.widgets.form import Form
from missionplanner.store.store import Store


@pytest.mark.parametrize("kind", [JourneyLeg, Stay, Hotel, Vehicle])
def test_a_record_goes_through_its_form_unchanged(store: Store, kind: Any) -> None:
    snapshot, record = store.snapshot(), store.all(kind)[0]
    form = Form(travel_forms.fields_of(kind, snapshot))
    form.set_values(travel_forms.values_of(kind, record, snapshot))
    found = travel_forms.typed(form.values(), snapshot.mission)
    before = {
        name: value.replace(tzinfo=None) if name == "arrives" else value for name, value in asdict(record).items()
    }
    assert found == {name: before[name] for name in found}
    assert form.problems == []
