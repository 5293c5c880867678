"""The types of fields are known, and whether they may be empty."""

from dataclasses import dataclass
from datetime import date

from missionplanner.domain.companies import Side
from missionplanner.domain.field_types import optional_fields, types_of


@dataclass(frozen=True)
class Sample:
    name: str
    side: Side
    share: float | None
    on: date | None = None


def test_types_are_known_without_their_none() -> None:
    assert types_of(Sample) == {"name": str, "side": Side, "share": float, "on": date}
    assert optional_fields(Sample) == {"share", "on"}
