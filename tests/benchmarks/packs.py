"""Every delegate pack of the example against bare ReportLab: as many paragraphs and tables, with the same words.

The bare documents have no structure, no pictures, no bookmarks and no page heads; both are made in as many processes.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import translator
from missionplanner.jobs.imports import companies, requests
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, printing
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import meetings, planning
from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.meeting_pages import values_of
from missionplanner.pack.phrases import text_of
from missionplanner.pack.style import BODY, CELL, markup, register_fonts
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, FILES

SOURCES = new_mission.example_folder(EXAMPLE) / "registrations"


@dataclass(frozen=True)
class Bare:
    """The words of a pack: paragraphs, and tables as rows of cells."""

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]


def main() -> int:
    """Print both, their ratio, the most memory a process took, and how long a correction takes."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "packs.mission"
        planned(path).close()
        # A process of its own: of the memory and time of planning nothing is counted.
        return subprocess.run([sys.executable, "-m", "tests.benchmarks.packs", str(path)], check=False).returncode


def measure(path: Path) -> int:
    """Print the measures of a mission that was planned."""
    with Store.open(path) as store:
        material = drafts.read(store)
        found = list(drafts.of_companies(material, "en", drafts.takers(material.snapshot)))
        register_fonts()
        bare = [words_of(draft.shared, draft.own) for draft in found]
        paragraphs, tables = sum(len(one.paragraphs) for one in bare), sum(len(one.tables) for one in bare)
        print(
            f"{len(found)} packs, {paragraphs} paragraphs outside tables, {tables} tables, {os.cpu_count()} processors"
        )
        clock = Clock()
        result = run_now(printing.make(printing.PackOptions(path.parent / "out")), store)
        ours = clock.read()
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        clock = Clock()
        with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"), initializer=register_fonts) as pool:
            sizes = list(pool.map(draw, bare, chunksize=4))
        reference = clock.read()
        pages = sum(file.pages for file in result.files)
        print(f"ours {ours[0]:6.1f} s, {ours[1]:6.1f} s of processor ({pages} pages)")
        print(f"bare {reference[0]:6.1f} s, {reference[1]:6.1f} s of processor ({sum(sizes) >> 20} MB)")
        print(f"ratio {ours[0] / reference[0]:5.2f}   of processor {ours[1] / reference[1]:5.2f}")
        print(f"the largest process that drew packs took {most >> 10} MB")
        meetings.take_out(store, [store.all(Meeting)[0].id])
        clock = Clock()
        again = run_now(printing.make(printing.PackOptions(path.parent / "out", outdated=True)), store)
        print(f"after one meeting was changed {len(again.files)} packs were printed in {clock.read()[0]:.2f} s")
    return 0


class Clock:
    """Measures seconds, and seconds of processor of this process and of those that ended since."""

    def __init__(self) -> None:
        self._start = self._now()

    def read(self) -> tuple[float, float]:
        """Return both since it was made."""
        now = self._now()
        return now[0] - self._start[0], now[1] - self._start[1]

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), sum(os.times()[:4])


def planned(path: Path) -> Store:
    """The example with its files imported, everybody accepted and the timetable made."""
    store = new_mission.from_example(path, EXAMPLE)
    for name, side in FILES:
        options = ImportOptions(SOURCES / name, Side(side))
        companies.accept(store, run_now(companies.analyse(options), store))
    requests.accept(store, run_now(requests.analyse(SOURCES / "meeting_requests.csv"), store))
    decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
    planning.accept(store, run_now(planning.plan(4), store))
    return store


def words_of(shared: Shared, own: Own) -> Bare:
    """The paragraphs and tables of a pack, from its content."""
    t = translator(shared.language)
    texts = [markup(block.text) for section in shared.texts.values() for block in section.blocks]
    texts += [markup(f"{fellow.name}\n{fellow.company}") for fellow in own.fellows]
    texts += [markup(f"{venue.name}\n{venue.address}\n{venue.phone}") for venue in shared.venues]
    rows = [[entry.time, entry.title, entry.person, entry.table] for entry in own.meetings]
    days = [[[item.time, item.title, text_of(item.place)] for item in day.items] for day in own.programme]
    cards = [[[value.label, value.text] for value in values_of(entry, t)] for entry in own.meetings]
    tables = [table for table in (rows, *days, *cards) if table]
    return Bare(tuple(texts), tuple(tuple(tuple(map(markup, row)) for row in table) for table in tables))


def draw(bare: Bare) -> int:
    """A document with nothing but these paragraphs and tables; returns its size."""
    out = BytesIO()
    story: list[Any] = [Paragraph(text, BODY) for text in bare.paragraphs]
    story += [Table([[Paragraph(cell, CELL) for cell in row] for row in rows]) for rows in bare.tables]
    SimpleDocTemplate(out).build(story)
    return len(out.getvalue())


if __name__ == "__main__":
    sys.exit(measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main())
