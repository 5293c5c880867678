"""The evidence of a claim as it is shown: who saw it, when and how, and the file where it is kept."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.domain.companies import Attachment
from missionplanner.domain.relationships import Proof
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.written_files import show_file
from missionplanner.i18n import _, current
from missionplanner.jobs.companies import attachments
from missionplanner.store.store import Store
from missionplanner.user import shown_name


def show_proof(parent: QWidget, store: Store, proof: Proof) -> None:
    """Show a proof, and offer to save its file where one is kept."""
    seen = current().date(proof.verified_on, "medium")
    lines = (proof.reference, ", ".join(filter(None, (seen, shown_name(proof.verified_by), proof.how))), proof.parties)
    kept = next((one for one in store.all(Attachment) if one.id == proof.attachment_id), None)
    acts = [(_("Save the file…"), lambda: _save(parent, store, kept))] if kept else []
    value = f"{current().number(proof.value)} {proof.currency}".strip()
    alerts.tell(parent, value, "\n".join((*filter(None, lines), "")), acts)


def _save(parent: QWidget, store: Store, kept: Attachment) -> None:
    folder = QFileDialog.getExistingDirectory(parent, _("Save into"))
    if folder:
        show_file(parent, store, attachments.save_as(store, kept, Path(folder)))
