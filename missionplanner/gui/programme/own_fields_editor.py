"""The page of own fields in the settings: their list, and the group of fees at once."""

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.programme.ordered_editor import OrderedEditor
from missionplanner.gui.programme.own_fields import OwnFieldsKind
from missionplanner.gui.widgets.alerts import attempt
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.i18n import N_, _
from missionplanner.jobs.fields import currencies, fees
from missionplanner.store.store import Store


class OwnFieldsEditor(OrderedEditor):
    """The own fields of a mission in their order."""

    def __init__(self, store: Store) -> None:
        own = OwnFieldsKind(store)
        super().__init__(own.kind, store, "settings.own_fields", own.put_in_order)
        self._fee_store = store
        self.add_button(command_button(self.add_fees, store, takes_keys=False))

    @command(N_("Add the fees…"), needs=Needs.WRITING)
    def add_fees(self) -> None:
        """Ask for a currency and add the fields of fees that are not there."""
        hint = _("Of amounts that name none: CAD, MXN.")
        shown = {"currency": currencies.usual(self._fee_store)}
        wanted = ask(_("Add the fees"), [FormField("currency", _("Currency"), hint=hint)], shown, self)
        if wanted is not None:
            attempt(self, lambda: fees.add(self._fee_store, wanted["currency"]))
            self.show_kind(OwnFieldsKind(self._fee_store).kind)
