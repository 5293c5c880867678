"""The cities of the mission as records an organiser sets up: country and time zone follow from the city."""

from dataclasses import replace
from typing import Any

from missionplanner.domain.cities import City
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Stop
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import spellings_field
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, in_mission, needed, number_problem
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import LANGUAGES, _, country_name, current
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme import gazetteer, programme
from missionplanner.store.store import Store


def _stop_fields(store: Store) -> list[FormField]:
    countries = entry.country_choices()
    days = store.mission.starts, store.mission.ends
    return bounded(
        Stop,
        in_mission(
            store.mission,
            [
                FormField("name_en", _("Name in English"), check=needed),
                FormField("name_fr", _("Name in French")),
                FormField("name_es", _("Name in Spanish")),
                spellings_field(),
                FormField("country", _("Country"), choices=countries),
                FormField("time_zone", _("Time zone"), "zone", check=needed, days=days),
                FormField("starts", _("From"), "date"),
                FormField("ends", _("To"), "date"),
                FormField(
                    "meets_at",
                    _("Where meetings are held"),
                    "choice",
                    [(place, place.label) for place in MeetsAt],
                    hint=_("Where neither a request nor a company says otherwise; a table where nobody says so."),
                ),
                FormField(
                    "visit_margin",
                    _("Minutes before and after a visit"),
                    "number",
                    check=number_problem,
                    hint=_("Kept free at the office of a host besides the way there."),
                ),
            ],
        ),
    )


def stop_kind(store: Store) -> RecordKind:
    """The cities of the mission."""

    def save(record: Stop | None, values: dict[str, Any]) -> None:
        if values["ends"] < values["starts"]:
            raise UserError(_("The stop ends before it starts."), _("Correct one of the two dates."))
        values["country"] = entry.english_country(values["country"])
        values["visit_margin"] = int(values["visit_margin"] or 0)
        programme.save_stop(store, replace(record, **values) if record else Stop(**values))

    def values(record: Stop | None) -> dict[str, Any]:
        if record is None:
            mission = store.mission
            days = {"starts": mission.starts, "ends": mission.ends}
            return {
                **days,
                "country": entry.shown_country(mission.host_country),
                "meets_at": MeetsAt.UNSAID,
                "visit_margin": 10,
            }
        found = {name: getattr(record, name) for name in _STOP}
        return {**found, "country": entry.shown_country(record.country)}

    columns = [
        Column(_("Stop"), lambda s: s.name(current().language), width=180, grows=True),
        Column(_("Dates"), lambda s: current().day_range(s.starts, s.ends), width=220),
        Column(_("Time zone"), lambda s: s.time_zone, width=180),
        Column(_("Other spellings"), lambda s: s.spellings, width=200),
    ]
    return RecordKind(
        _("Stops"),
        columns,
        lambda: store.all(Stop),
        lambda: _stop_fields(store),
        values,
        save,
        lambda keys: programme.remove_stops(store, keys),
        _("Stops that share days run in parallel."),
        lambda form: form.left.connect(lambda name: _on_left(form, name, store)),
    )


def _on_left(form: Form, name: str, store: Store) -> None:
    """Fill in what follows from the city, once its name is known."""
    if name != "name_en" or not (text := form.text("name_en")) or form.text("time_zone"):
        return
    visited = {stop.country for stop in store.all(Stop)} | {form.text("country"), store.mission.host_country}
    found = gazetteer.find(text, {gazetteer.code_of(country) for country in visited})
    if len(found) > 1:
        several = "; ".join(city.described for city in found)
        asked = _("Which one is meant: {cities}? Type its country behind a comma.")
        form.note("name_en", asked.format(cities=several), bad=False)
    elif found:
        form.note("name_en", "")
        form.fill(_of_city(found[0]))


def _of_city(city: City) -> dict[str, Any]:
    names = {f"name_{language}": city.name(language) for language in LANGUAGES}
    return {**names, "country": country_name(city.country, current().language), "time_zone": city.zone}


_STOP = ("name_en", "name_fr", "name_es", "spellings", "country", "time_zone", "starts", "ends", "meets_at",
         "visit_margin")  # fmt: skip
