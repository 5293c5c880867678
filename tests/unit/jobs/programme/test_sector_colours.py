"""New sectors get colours of their own."""

from missionplanner.domain.mission import Sector
from missionplanner.jobs.programme.sector_colours import COLOURS, next_colour
from missionplanner.messages import message
from missionplanner.store.store import Store


def test_each_new_sector_has_another_colour_as_long_as_there_are_some(store: Store) -> None:
    taken = [sector.colour for sector in store.all(Sector) if sector.parent_id is None and sector.colour in COLOURS]
    for number in range(len(COLOURS) - len(taken)):
        colour = next_colour(store)
        assert colour not in taken
        taken.append(colour)
        with store.change(message("Add")) as change:
            change.insert(Sector(code=f"N{number}", name_en="New", colour=colour.upper()))
    assert next_colour(store) == COLOURS[0]
