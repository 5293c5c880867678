"""Rows of a mission file without those who are erased: records, images, journals, labels, and what is made anew."""

from collections.abc import Callable, Collection, Sequence

from missionplanner.domain.mentions import GAP, Mentions
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import KEPT, anonymous
from missionplanner.store.database import Database
from missionplanner.store.merging import blanking
from missionplanner.store.merging.blanking import Place
from missionplanner.store.personal_texts import CLASSES, GOING, LINKS, Naming, TextClass, Whose, texts
from missionplanner.store.rows import names, values
from missionplanner.store.upkeep import passages
from missionplanner.store.upkeep.known_people import Meant

_WHOSE_COMPANY = ("company_id", "delegation_id", "counterpart_id")
"""Columns that say whose a record is."""


def blank_present(db: Database, whom: Meant) -> None:
    """Make the people who are there anonymous."""
    columns = names(Person)
    blank = values(Person, [anonymous(Person())])[0]
    wanted = {name: value for name, value in zip(columns, blank, strict=True) if name not in KEPT}
    own = [name for name, kind in texts(db)["people"].items() if kind.whose is Whose.PERSON]
    wanted = {**dict.fromkeys(own, ""), **wanted}
    settings = ", ".join(f'"{name}" = ?' for name in wanted)
    differs = " OR ".join(f'"{name}" IS NOT ?' for name in wanted)
    sql = f"UPDATE people SET {settings} WHERE id = ? AND ({differs})"
    db.conn.executemany(sql, [(*wanted.values(), key, *wanted.values()) for key in sorted(whom.keys)])


def blank_history(db: Database, whom: Meant) -> None:
    """Make the images of people anonymous, so that old steps can still be undone and done again."""
    row = dict(zip(names(Person), values(Person, [Person()])[0], strict=True))
    own = [name for name, kind in texts(db)["people_history"].items() if kind.whose is Whose.PERSON]
    wanted = {**dict.fromkeys(own, ""), **{name: value for name, value in row.items() if name not in KEPT}}
    settings = ", ".join(f'"{name}" = ?' for name in wanted)
    sql = f"UPDATE people_history SET {settings} WHERE id = ? AND uid IS NOT NULL"  # the others are keys alone
    db.conn.executemany(sql, [(*wanted.values(), key) for key in sorted(whom.keys)])


def blank_texts(db: Database, mentions: Mentions, kept: Collection[Place], wanted: Callable[[str], bool]) -> None:
    """Take people out of every text that names them, but for those that are kept."""
    found = passages.find(db, mentions, lambda table: wanted(table) and table != "steps")
    for one in list(found):
        if one.place not in kept:
            passages.blank(db, one)


def blank_linked(db: Database, whom: Meant) -> None:
    """Empty what was made for these people alone."""
    for table, columns in passages.linked(db):
        settings = ", ".join(f"\"{name}\" = ''" for name in columns)
        link = next(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] in LINKS)
        for key in whom.keys:
            # What was written apart of it, and what undo would put back.
            theirs = f"uid IN (SELECT uid FROM {table} WHERE {link} = ?)"
            db.execute(f"DELETE FROM dots WHERE beside IS NOT NULL AND {theirs}", (key,))
            db.execute(f"DELETE FROM replaced WHERE {theirs}", (key,))
            db.execute(f"UPDATE {table} SET {settings} WHERE {link} = ?", (key,))


def drop_drafts(db: Database, whom: Meant, mentions: Mentions) -> None:
    """Delete what was typed into forms and not saved, of these people's companies and where it names them."""
    for key, company, content in db.execute("SELECT id, company_id, content FROM form_drafts").fetchall():
        if company in whom.companies or mentions.find(content) or mentions.without_inside(content) != content:
            db.execute("DELETE FROM form_drafts WHERE id = ?", (key,))


def blank_labels(db: Database, whom: Meant, mentions: Mentions, companies: Collection[int]) -> None:
    """Take people and companies out of the labels of steps, and people out of who made them."""
    sql = "SELECT uid FROM companies_history WHERE uid IS NOT NULL AND id = ?"
    uids = {*whom.uids, *(uid for key in companies for (uid,) in db.execute(sql, (key,)))}
    user = CLASSES["steps"]["user"]
    for key, label, name in db.execute("SELECT id, label, user FROM steps").fetchall():
        new = blanking.without_names(label, mentions, uids), blanking.without(name, user, mentions)
        if new != (label, name):
            db.execute("UPDATE steps SET label = ?, user = ? WHERE id = ?", (*new, key))


def blank_companies(db: Database, keys: Collection[int]) -> set[str]:
    """Empty what the history keeps of deleted companies and what belonged to them; returns their uids."""
    uids: set[str] = set()
    for key in keys:
        # In an older copy it may still be there.
        db.execute("DELETE FROM companies WHERE id = ?", (key,))
        uids |= {u for (u,) in db.execute("SELECT uid FROM companies_history WHERE uid IS NOT NULL AND id = ?", (key,))}
        for table, columns in texts(db).items():
            there = {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')}
            links = ["id"] if table == "companies_history" else [name for name in _WHOSE_COMPANY if name in there]
            own = [name for name, kind in columns.items() if _is_of_company(kind)]
            if links and own:
                _empty_rows(db, table, own, f"({' OR '.join(f'{name} = {int(key)}' for name in links)})")
    return uids


def _is_of_company(kind: TextClass) -> bool:
    return kind.whose in (Whose.ANYBODY, Whose.LINKED) and kind.form is not Naming.DERIVED


def _empty_rows(db: Database, table: str, columns: Sequence[str], where: str) -> None:
    """Empty columns of rows; what is shown by its name keeps a sign for it."""
    settings = ", ".join(f'"{name}" = iif("{name}" IS NULL, NULL, ?)' for name in columns)
    blanks = [GAP if name == "name" else "{}" if name == "content" else "" for name in columns]
    db.execute(f'UPDATE "{table}" SET {settings} WHERE {where}', blanks)


def empty_everything(db: Database, kept: Collection[Place]) -> None:
    """Empty the texts that may name somebody, whatever they say, but for those that are kept."""
    for table, columns in texts(db).items():
        going = [name for name, kind in columns.items() if kind.goes]
        if not going or table.endswith("_history") or table in (*GOING, "steps", "dots", "replaced"):
            continue
        for name in going:
            if (table, name) in _PSEUDONYMS:
                db.execute(_PSEUDONYMS[table, name])
                continue
            stay = [uid for of, uid, column in kept if (of, column) == (table, name)]
            where = f"uid NOT IN ({', '.join('?' * len(stay))})" if stay else "1"
            db.execute(f"UPDATE {table} SET {name} = '' WHERE {where}", stay)


_PSEUDONYMS = {
    # Each stays apart from the others, as means and medians are counted by them.
    ("reviews", "reviewer"): "UPDATE reviews SET reviewer = known.new FROM (SELECT id AS key, 'Reviewer '"
    " || min(id) OVER (PARTITION BY reviewer) AS new FROM reviews WHERE reviewer <> '') AS known"
    " WHERE known.key = reviews.id",
}
"""SQL that gives those a number whom records are told apart by."""
