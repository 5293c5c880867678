"""The time of a merge: two files that went on apart, beside reading all rows of both."""

import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLES
from missionplanner.store.upkeep import joining

STEPS = 500
"""The steps each of the two files made on its own."""


def merging(folder: Path, fill: Callable[[Path, int], None]) -> tuple[str, float, float, str]:
    """Bring one of two files of 500 companies to what both know."""
    mine, theirs = folder / "mine.mission", folder / "theirs.mission"
    fill(mine, 500)
    shutil.copy(mine, theirs)
    for number, path in enumerate((mine, theirs)):
        with Store.open(path) as store:
            _work(store, random.Random(number))
    with Store.open(mine) as one, Store.open(theirs, read_only=True) as other:
        started = time.perf_counter()
        joining.write(one, joining.join(one, other), message("Merge {name}", name=theirs.name))
        ours = time.perf_counter() - started
    started = time.perf_counter()
    for path in (mine, theirs):
        with closing(sqlite3.connect(path)) as db:
            for table in TABLES:
                db.execute(f"SELECT * FROM {table.name}").fetchall()
    reference = time.perf_counter() - started
    return f"merge: two files, {STEPS} steps each", ours, reference, "SELECT * of every table of both"


def _work(store: Store, chance: random.Random) -> None:
    keys = [company.id for company in store.all(Company)]
    for number in range(STEPS):
        with store.change(message("Edit")) as change:
            change.update(replace(store.get(Company, chance.choice(keys)), notes=f"note {number}"))
