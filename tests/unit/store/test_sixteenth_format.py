"""A mission of the fifteenth format has no letters of moments, and keeps them from then on."""

from pathlib import Path

from missionplanner.domain.moments import LetterMark, LetterNote, Moment, MomentLetter
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import moment, small_mission
from tests.unit.store.first_file import write_fifteenth_format


def test_an_older_mission_keeps_letters_of_moments_from_then_on(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    old = write_fifteenth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        assert (store.format, store.all(MomentLetter), store.all(LetterNote)) == (schema.FORMAT, [], [])
        letter = MomentLetter(company_id=1, moment=Moment.THANKS, language="en", written_at=moment(9))
        store.record(letter, LetterNote(letter="u", mark=LetterMark.OUT, noted_at=moment(9)))
        assert (len(store.all(MomentLetter)), len(store.all(LetterNote))) == (1, 1)
