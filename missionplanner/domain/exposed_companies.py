"""The exposure of every company of a mission, and its measures as values that criteria read."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from missionplanner.domain.companies import BoughtInput, Company, Market
from missionplanner.domain.exposure import MEASURE_LABELS, MEASURES, TARIFF_LABELS, Exposure, ExposureMeasure, exposure
from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.own_values import Values
from missionplanner.domain.regions import country_in
from missionplanner.i18n import LANGUAGES, translator

Row = TypeVar("Row", Market, BoughtInput)


def exposures(
    companies: Iterable[Company], markets: Iterable[Market], inputs: Iterable[BoughtInput]
) -> dict[int, Exposure]:
    """Return the exposure of companies by their keys."""
    exports, bought = by_company(markets), by_company(inputs)
    return {
        company.id: exposure(exports.get(company.id, ()), company.tariff, bought.get(company.id, ()))
        for company in companies
    }


def by_company(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """Return markets or inputs by the keys of their companies, in their order."""
    found: dict[int, list[Row]] = {}
    for one in sorted(rows, key=lambda row: (row.position, row.uid)):
        found.setdefault(one.company_id, []).append(one)
    return found


def markets_written(markets: Iterable[Market], language: str) -> str:
    """Return export markets as they are typed, with countries in a language."""
    return "; ".join(
        f"{country_in(one.country, language)} = {one.share}" if one.share else country_in(one.country, language)
        for one in markets
    )


def inputs_written(inputs: Iterable[BoughtInput], language: str) -> str:
    """Return bought inputs as they are typed, with countries in a language."""
    cells = ((one.what, country_in(one.country, language), one.share) for one in inputs)
    return "; ".join(" | ".join(row).rstrip(" |") for row in cells)


def measures(found: Mapping[int, Exposure], home: str, host: str) -> dict[int, Values]:
    """Return the measures of companies as fields store values, by the names of `measure_field`."""
    return {
        key: {measure_field(one).name: text for one, text in each.measured(home, host).items() if text}
        for key, each in found.items()
    }


@cache
def measure_field(measure: ExposureMeasure) -> OwnField:
    """Return a measure as a field of companies, by which marks are read."""
    names = [translator(code)(MEASURE_LABELS[measure]) for code in ("en", "fr", "es")]
    is_list = measure is ExposureMeasure.TARIFF
    lines = [" | ".join(translator(code)(label) for code in LANGUAGES) for label in TARIFF_LABELS.values()]
    return OwnField(
        subject=Subject.COMPANY,
        code=f"exposure_{measure.value}",
        kind=FieldKind.ONE if is_list else FieldKind.NUMBER,
        choices="\n".join(lines) if is_list else "",
        name_en=names[0],
        name_fr=names[1],
        name_es=names[2],
    )


def measure_called(text: str) -> ExposureMeasure | None:
    """Return the measure that is called so in any language, or by its code; None for none."""
    plain = text.strip().casefold()
    for measure in MEASURES:
        if plain in {measure.value, *(name.casefold() for name in measure_field(measure).titles)}:
            return measure
    return None
