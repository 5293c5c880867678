"""The formats of a mission file, as migrations, oldest first; one that was released is never edited.

A file is compared with what the migrations make, statement by statement (`file.soundness`).
"""

import re

from missionplanner.store import (
    eighteenth_format,
    eighth_format,
    eleventh_format,
    fifteenth_format,
    fifth_format,
    fourteenth_format,
    fourth_format,
    nineteenth_format,
    ninth_format,
    second_format,
    seventeenth_format,
    seventh_format,
    sixteenth_format,
    sixth_format,
    tenth_format,
    third_format,
    thirteenth_format,
    twelfth_format,
    twentieth_format,
    twenty_fifth_format,
    twenty_first_format,
    twenty_fourth_format,
    twenty_second_format,
    twenty_sixth_format,
    twenty_third_format,
)
from missionplanner.store.database import Database, Migrations
from missionplanner.store.first_format import companies, journals, mission, timetable
from missionplanner.store.rows import derived_uid

APPLICATION_ID = 0x544D504D
"""The mark of a mission file among files of SQLite: "TMPM"."""
FORMAT = 26
"""The number of the newest format; a file with a higher one is refused."""

migrations = Migrations("missionplanner")

_TABLE = re.compile(r"CREATE TABLE (\w+)")
_USUAL_CRITERIA = (
    ("Suitability for the market", "Convenance pour le marché", "Idoneidad para el mercado", 2),
    ("Business potential", "Potentiel d’affaires", "Potencial de negocio", 1),
    ("Fit with the mission", "Adéquation à la mission", "Afinidad con la misión", 1),
    ("Export readiness", "Préparation à l’exportation", "Preparación para exportar", 1),
)


@migrations()
def m001_first_format(db: Database) -> None:
    """The tables of a mission with their images for undo, the journals, and the usual criteria of reviews."""
    for sql in (mission.SQL, companies.SQL, timetable.SQL):
        _make_with_images(db, sql)
    _make(db, journals.SQL)
    sql = "INSERT INTO criteria (uid, name_en, name_fr, name_es, weight, position) VALUES (?, ?, ?, ?, ?, ?)"
    for place, (english, french, spanish, weight) in enumerate(_USUAL_CRITERIA):
        db.execute(sql, (derived_uid("criteria", english), english, french, spanish, weight, place))


@migrations()
def m002_copies_that_merge(db: Database) -> None:
    """Uids for everything, and who wrote what: copies that were edited apart can be merged."""
    second_format.bring_to(db)


@migrations()
def m003_fingerprints_of_the_erased(db: Database) -> None:
    """Fingerprints of who was erased, by which they are recognised where they come back."""
    third_format.bring_to(db)


@migrations()
def m004_people(db: Database) -> None:
    """People with roles, who may have no company or several, and kinds of organisations."""
    _make_with_images(db, fourth_format.SQL)
    fourth_format.bring_to(db)


@migrations()
def m005_courtesy_titles(db: Database) -> None:
    """A list of courtesy titles, and people who write their family name first."""
    _make_with_images(db, fifth_format.SQL)
    fifth_format.bring_to(db)


@migrations()
def m006_who_attends(db: Database) -> None:
    """Interpreters are people, and companies say who of theirs attends which meeting."""
    _make_with_images(db, sixth_format.SQL)
    sixth_format.bring_to(db)


@migrations()
def m007_two_ends_of_transfers(db: Database) -> None:
    """A transfer has two ends, and what is said of an event has three languages."""
    seventh_format.bring_to(db)


@migrations()
def m008_goals(db: Database) -> None:
    """The mission says what its timetables look after."""
    eighth_format.bring_to(db)


@migrations()
def m009_meetings_where_the_host_is(db: Database) -> None:
    """Meetings at the offices of hosts, which take no table, and the ways there."""
    _make_with_images(db, ninth_format.SQL)
    ninth_format.bring_to(db)


@migrations()
def m010_own_fields(db: Database) -> None:
    """Fields of a mission's own, with the values they have."""
    _make_with_images(db, tenth_format.SQL)


@migrations()
def m011_calendars_that_update(db: Database) -> None:
    """A journal of what calendars told."""
    _make(db, eleventh_format.SQL)


@migrations()
def m012_figures_with_sources(db: Database) -> None:
    """Figures are values of series, and say where they are from."""
    _make_with_images(db, twelfth_format.SQL)
    twelfth_format.bring_to(db)


@migrations()
def m013_portraits(db: Database) -> None:
    """A portrait beside the word of welcome, and where packs are evaluated."""
    thirteenth_format.bring_to(db)


@migrations()
def m014_second_forms(db: Database) -> None:
    """Own fields that are asked after acceptance."""
    fourteenth_format.bring_to(db)


@migrations()
def m015_milestones(db: Database) -> None:
    """Milestones, and tasks counted from them."""
    _make_with_images(db, fifteenth_format.SQL)


@migrations()
def m016_letters_of_moments(db: Database) -> None:
    """Journals of the letters of moments, and of what was noted at them."""
    _make(db, sixteenth_format.SQL)


@migrations()
def m017_meetings_by_video(db: Database) -> None:
    """Rooms of video calls with their links, and the time zone at home."""
    seventeenth_format.bring_to(db)


@migrations()
def m018_own_fields_everywhere(db: Database) -> None:
    """Own fields in packs, suggestions and criteria, and briefings of sectors and cities."""
    _make_with_images(db, eighteenth_format.SQL)
    eighteenth_format.bring_to(db)


@migrations()
def m019_translations_of_posts_and_offers(db: Database) -> None:
    """Posts and offers have translations."""
    nineteenth_format.bring_to(db)


@migrations()
def m020_door_to_door(db: Database) -> None:
    """Journeys, rooms, seats and sign-ins of people, and bilateral calls."""
    _make_with_images(db, twentieth_format.SQL)
    twentieth_format.bring_to(db)


@migrations()
def m021_papers_and_own_moments(db: Database) -> None:
    """Moments of one's own, the office's papers, and journals that name companies by uids."""
    _make_with_images(db, twenty_first_format.SQL)
    twenty_first_format.bring_to(db)


@migrations()
def m022_relationships(db: Database) -> None:
    """Intents of companies, and relationships with what is claimed of them and proved."""
    _make_with_images(db, twenty_second_format.SQL)
    twenty_second_format.bring_to(db)


@migrations()
def m023_agreements(db: Database) -> None:
    """Follow-ups of companies, agreements with their parties and signatories, and targets."""
    _make_with_images(db, twenty_third_format.SQL)


@migrations()
def m024_kind_of_erasing(db: Database) -> None:
    """Steps that erased somebody are of a kind of their own."""
    twenty_fourth_format.bring_to(db)


@migrations()
def m025_clocks_and_groups(db: Database) -> None:
    """Companies say the clocks they live by, and groups of own fields have three languages."""
    twenty_fifth_format.bring_to(db)


@migrations()
def m026_intents(db: Database) -> None:
    """A list of intents, exposure and objectives of companies, and filled evaluations."""
    _make_with_images(db, twenty_sixth_format.SQL)
    twenty_sixth_format.bring_to(db)


def keep_images(db: Database, table: str) -> None:
    """Make the table in which every change of a table leaves its images, with the same columns."""
    columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})").fetchall())
    db.execute(f"CREATE TABLE {table}_history (step INTEGER NOT NULL, phase TEXT NOT NULL, {columns})")
    db.execute(f"CREATE INDEX {table}_history_step ON {table}_history(step)")


def _make_with_images(db: Database, sql: str) -> None:
    _make(db, sql)
    for table in _TABLE.findall(sql):
        keep_images(db, table)


def _make(db: Database, sql: str) -> None:
    """Run statements one by one: `executescript` would commit what was made before."""
    for statement in sql.split(";\n"):
        if statement.strip():
            db.execute(statement)
