"""The exposure of all companies, and its measures as fields that criteria read."""

from missionplanner.domain.companies import BoughtInput, Company, Market, Side
from missionplanner.domain.exposed_companies import exposures, measure_called, measure_field, measures
from missionplanner.domain.exposure import ExposureMeasure, TariffStatus
from missionplanner.domain.own_kinds import FieldKind


def test_rows_belong_to_their_companies() -> None:
    companies = [Company(id=key, side=Side.DELEGATION, name=str(key)) for key in (1, 2)]
    found = exposures(
        companies,
        [Market(company_id=1, country="Japan", share="30 %")],
        [BoughtInput(company_id=2, what="Steel", country="China")],
    )
    assert (found[1].largest, found[2].largest, found[2].sources) == (30, None, ("China",))
    values = measures(found, "Canada", "Mexico")
    assert values[1] == {
        "company.exposure_tariff": "Unknown", "company.exposure_largest": "30", "company.exposure_markets": "1",
    }  # fmt: skip


def test_measures_are_fields_with_names_in_three_languages() -> None:
    field = measure_field(ExposureMeasure.TARIFF)
    assert (field.kind, list(field.options)) == (FieldKind.ONE, ["Unknown", "Compliant", "Not compliant"])
    assert [len(set(field.titles)), measure_field(ExposureMeasure.LARGEST).kind] == [3, FieldKind.NUMBER]
    assert len(TariffStatus) == len(field.options)


def test_measures_are_found_by_name_and_code() -> None:
    for text in ("largest", "share of the largest market (%)", *measure_field(ExposureMeasure.LARGEST).titles):
        assert measure_called(text) is ExposureMeasure.LARGEST
    assert measure_called("") is None
    assert measure_called("size") is None
