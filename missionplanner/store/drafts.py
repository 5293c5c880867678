"""Drafts of forms: what is typed and not yet saved, kept outside undo."""

from missionplanner.domain.journals import FormDraft
from missionplanner.store.change import Change
from missionplanner.store.database import Database
from missionplanner.store.file.handle import MissionFile
from missionplanner.store.records import Records
from missionplanner.store.row_soundness import need_sound_entry


class Drafts:
    """The drafts of an open mission file: one for each company, and one of a new company for each side."""

    def __init__(self, file: MissionFile) -> None:
        self._file = file
        self._records = Records(file)

    def keep(self, draft: FormDraft) -> None:
        """Keep what is typed in a form until it is saved, in place of an earlier draft of the same form."""
        with self._file.writing() as db:
            _delete(db, draft.company_id, draft.side)
            need_sound_entry(db, draft)
            Change(db, self._file.watch).insert(draft)

    def drop(self, company_id: int, side: str) -> None:
        """Forget the draft of a form, if there is one."""
        if self.find(company_id, side):
            with self._file.writing() as db:
                _delete(db, company_id, side)

    def find(self, company_id: int, side: str) -> FormDraft | None:
        """Return what was typed into a form and not saved, if anything."""
        found = self._records.where(FormDraft, "company_id", [company_id])
        return next((draft for draft in reversed(found) if company_id or draft.side == side), None)


def _delete(db: Database, company_id: int, side: str) -> None:
    """Delete the draft of a form; the side counts for new companies only, which have no key yet."""
    sql = "DELETE FROM form_drafts WHERE company_id = ? AND (? > 0 OR side = ?)"
    db.execute(sql, (company_id, company_id, side))
