"""The mission's own fields as records an organiser sets up: a name and a kind are enough."""

from collections.abc import Sequence
from typing import Any

from missionplanner.domain.companies import SIDE_LABELS
from missionplanner.domain.own_fields import PLACE_LABELS, SUBJECT_LABELS, SUITING_LABELS, OwnField, Subject, Suiting
from missionplanner.domain.own_kinds import KIND_LABELS, LISTS, FieldKind
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import ChoiceEdit, FormField
from missionplanner.gui.widgets.field_checks import bounded, number_problem
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import LANGUAGES, _, current
from missionplanner.jobs.fields import currencies, definitions, groups
from missionplanner.jobs.fields.definitions import ANSWERS, NAMES, TEXTS
from missionplanner.jobs.fields.groups import GROUP
from missionplanner.jobs.fields.values import fields
from missionplanner.store.store import Store


class OwnFieldsKind:
    """The own fields of a mission for the record editor."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._edited: OwnField | None = None

    @property
    def kind(self) -> RecordKind:
        """The kind of record."""
        hint = _("Fields this mission adds to its forms. Drag them into their order.")
        return RecordKind(
            _("Own fields"), self._columns(), self.rows, self.form_fields, self.values, self.save, self.remove, hint,
            self.prepare,
        )  # fmt: skip

    def rows(self) -> list[OwnField]:
        """Return the fields in the order of the form."""
        return list(fields(self._store))

    def values(self, record: OwnField | None) -> dict[str, Any]:
        """Return the values of the form for a field, or for a new one without it."""
        self._edited = record
        shown = record or OwnField(currency=currencies.usual(self._store))
        known = self.rows()
        place = next((n for n, one in enumerate(known, 1) if record and one.id == record.id), len(known) + 1)
        names = ("kind", "subject", "side", *TEXTS, *ANSWERS, "suits", "suits_with")
        packs = tuple(filter(None, shown.packs.split(",")))
        return {**{name: getattr(shown, name) for name in names}, "printed_in": packs, "place": str(place)}

    def save(self, record: OwnField | None, typed: dict[str, Any]) -> None:
        """Store a field; raises UserError for what it cannot be."""
        place = int(typed["place"]) if typed["place"].isdecimal() else None
        values = {name: value for name, value in typed.items() if name not in ("place", "printed_in")}
        values["packs"] = ",".join(typed["printed_in"])
        if record is not None:
            values["subject"] = record.subject
        elif typed["kind"] is not FieldKind.MONEY:
            values["currency"] = ""  # it was offered, and is not shown
        definitions.enter(self._store, record, values, place)

    def remove(self, keys: list[int]) -> None:
        """Delete fields with their values."""
        definitions.remove(self._store, keys)

    def put_in_order(self, keys: Sequence[int]) -> None:
        """Store the order the fields were dragged into."""
        definitions.put_in_order(self._store, keys)

    def prepare(self, form: Form) -> None:
        """Show the list only where one is chosen from, and say before it is stored what would not fit another kind."""
        kind = form.editors["kind"]
        assert isinstance(kind, ChoiceEdit)
        form.editors["subject"].setEnabled(self._edited is None)

        before = [form.value(self._group_here)]

        def follow() -> None:
            self._take_group(form, before)
            form.show_fields(["choices"], kind.value in LISTS)
            form.show_fields(["currency"], kind.value is FieldKind.MONEY)
            form.show_fields(["suits"], form.value("subject") is Subject.COMPANY)
            form.show_fields(["suits_with"], form.value("suits") is not Suiting.NOT)
            form.note("kind", self._unfit(form), bad=False)

        form.edited.connect(follow)
        follow()

    def form_fields(self) -> list[FormField]:
        """Return the fields of the form: the name in the language of the screen first."""
        mine = f"name_{current().language}"
        labels = {
            "name_en": _("Name in English"), "name_fr": _("Name in French"), "name_es": _("Name in Spanish"),
            "help_en": _("Help in English"), "help_fr": _("Help in French"), "help_es": _("Help in Spanish"),
        }  # fmt: skip
        answers = [(False, _("No")), (True, _("Yes"))]
        hint = _("One a line; a line may have three languages: Bus | Autobus | Autobús.")
        found = [
            FormField(mine, _("Name")),
            FormField("kind", _("Kind"), "choice", [(kind, kind.label) for kind in KIND_LABELS]),
            FormField("choices", _("The list"), "text", hint=hint),
            FormField("currency", _("Currency"), hint=_("Of sums that name none: CAD, MXN.")),
            FormField("subject", _("Field of"), "choice", [(one, one.label) for one in SUBJECT_LABELS]),
            FormField("side", _("Side"), "choice", [("", _("Both")), *((side, side.label) for side in SIDE_LABELS)]),
            *(FormField(name, labels[name]) for name in NAMES if name != mine),
            *self._group_fields(),
            *(FormField(f"help_{language}", labels[f"help_{language}"]) for language in LANGUAGES),
            FormField("required", _("Required"), "choice", answers),
            FormField(
                "sensitive",
                _("Sensitive"),
                "choice",
                answers,
                hint=_("It leaves the program only where you choose so."),
            ),
            FormField(
                "second_form",
                _("Asked in the second form"),
                "choice",
                answers,
                hint=_("Of companies that were accepted, and not when they register."),
            ),
            *self._uses(),
            FormField("place", _("Place in the list"), "number", check=number_problem),
        ]
        return bounded(OwnField, found)

    def _unfit(self, form: Form) -> str:
        if self._edited is None:
            return ""
        wanted = {name: form.value(name) for name in ("kind", "choices", "currency")}
        return definitions.unfit(self._store, self._edited, wanted).sentence

    def _uses(self) -> list[FormField]:
        """Return what else it is used for: packs and suggestions."""
        return [
            FormField(
                "printed_in",
                _("Printed in"),
                "checks",
                [(place.value, place.label) for place in PLACE_LABELS],
                hint=_("Sensitive ones, too, once you tick it."),
            ),
            FormField(
                "suits",
                _("Suggestions"),
                "choice",
                [(one, one.label) for one in SUITING_LABELS],
                hint=_("Whether companies with such values suit one another: a part of the score of suggestions."),
            ),
            FormField("suits_with", _("Compared with"), "choice", [("", _("The same field")), *self._of_companies()]),
        ]

    def _of_companies(self) -> list[tuple[str, str]]:
        edited = self._edited.id if self._edited else 0
        return [(one.code, one.label) for one in self.rows() if one.subject is Subject.COMPANY and one.id != edited]

    def _group_fields(self) -> list[FormField]:
        """Return the names of its group, that in the language of the screen first, with those in use to choose from."""
        labels = {
            "section": _("Group in English"), "section_fr": _("Group in French"), "section_es": _("Group in Spanish"),
        }  # fmt: skip
        mine = self._group_here
        place = GROUP.index(mine)
        names = dict.fromkeys(one[place] for one in groups.in_use(self.rows()) if one[place])
        hint = _("The heading it stands under; its names are those of all fields of the group.")
        return [
            FormField(mine, _("Group in the form"), choices=[(0, name) for name in names], hint=hint),
            *(FormField(name, labels[name]) for name in GROUP if name != mine),
        ]

    @property
    def _group_here(self) -> str:
        """The name of a group in the language of the screen."""
        return GROUP[LANGUAGES.index(current().language)]

    def _take_group(self, form: Form, before: list[str]) -> None:
        """Take the names of a group in use along once it is chosen; those of the group before do not stay."""
        mine = self._group_here
        typed = form.value(mine)
        if typed != before[0]:
            known = groups.called(self.rows(), mine, typed)
            left = groups.called(self.rows(), mine, before[0])
            before[0] = typed
            if known or left:
                names = dict(zip(GROUP, known or [""] * len(GROUP), strict=True))
                form.fill({name: text for name, text in names.items() if name != mine})

    def _columns(self) -> list[Column]:
        filled = definitions.filled(self._store)
        return [
            Column(_("Name"), lambda one: one.label, width=200, grows=True),
            Column(_("Kind"), lambda one: one.kind.label, width=150),
            Column(_("Field of"), lambda one: one.subject.label, width=100),
            Column(_("Group in the form"), lambda one: one.group(current().language), width=140),
            Column(_("Required"), lambda one: _("yes") if one.required else "", width=90),
            Column(_("Sensitive"), lambda one: _("yes") if one.sensitive else "", width=90),
            Column(_("Values"), lambda one: str(filled.get(one.id, 0)), width=80, right=True),
        ]
