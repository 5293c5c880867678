"""Prints every measure beside its bare reference: `python -m tests.benchmarks`."""

import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import xlsxwriter
from PySide6.QtWidgets import QApplication
from python_calamine import CalamineWorkbook
from reportlab.platypus import Paragraph, SimpleDocTemplate

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.pack import gathering, render, shared_content
from missionplanner.pack.style import BODY, register_fonts
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.benchmarks.long_files import analysed, long_file
from tests.benchmarks.merging import merging
from tests.benchmarks.starting import file_list, first_window, start_page
from tests.builders import EXAMPLE, FILES

SOURCES = new_mission.example_folder(EXAMPLE) / "registrations"


def main() -> int:
    """Run every benchmark and print a line for each."""
    print(f"{platform.python_version()}, {os.cpu_count()} processors, medians; ratio = ours / reference")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        for benchmark in (first_window, start_page, file_list, opening, importing, long, filtering, packs, merge):
            name, ours, reference, words = benchmark(folder)
            print(
                f"{name:<44} {ours * 1000:9.1f} ms   {words:<44} {reference * 1000:9.1f} ms   ratio {ours / reference:6.2f}"
            )
    return 0


def timed(act: Callable[[], object], times: int = 5) -> float:
    """The median of so many runs, in seconds."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        spent.append(time.perf_counter() - started)
    return median(spent)


def merge(folder: Path) -> tuple[str, float, float, str]:
    """Merging a copy."""
    return merging(folder, fill)


def opening(folder: Path) -> tuple[str, float, float, str]:
    """Opening a file of 500 companies and listing them."""
    path = folder / "open.mission"
    fill(path, 500)

    def ours() -> None:
        with Store.open(path, read_only=True) as store:
            store.companies.lines(store.companies.ids(CompanyFilter()))

    def reference() -> None:
        db = sqlite3.connect(path)
        db.execute("SELECT * FROM companies ORDER BY name").fetchall()
        db.close()

    return "open a file of 500 companies, list them", timed(ours, 9), timed(reference, 9), "sqlite3 open + SELECT *"


def importing(folder: Path) -> tuple[str, float, float, str]:
    """Importing a workbook of 10,000 rows, from the file to the stored step, a backup first."""
    source = folder / "large.xlsx"
    make_workbook(source, 10_000)
    paths = iter(folder / f"import{n}.mission" for n in range(10))
    spent = []
    for _ in range(3):
        with new_mission.from_example(next(paths), EXAMPLE) as store:
            started = time.perf_counter()
            options = ImportOptions(source, Side.DELEGATION)
            companies.accept(store, run_now(companies.analyse(options), store))
            spent.append(time.perf_counter() - started)
            assert store.count(Company) > 9_000

    def reference() -> None:
        rows = CalamineWorkbook.from_path(source).get_sheet_by_name("Responses").to_python()
        db = sqlite3.connect(folder / "bare.db")
        db.execute("DROP TABLE IF EXISTS t")
        db.execute(f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(len(rows[0])))})")
        db.executemany(
            f"INSERT INTO t VALUES ({', '.join('?' * len(rows[0]))})", [[str(c) for c in row] for row in rows]
        )
        db.commit()
        db.close()

    memory = analysed(source, folder / "memory.mission", EXAMPLE)[1]
    print(f"{'  memory, import of 10,000 rows':<44} {memory:9.1f} MB")
    return "import a workbook of 10,000 rows", median(spent), timed(reference), "calamine read + executemany"


def long(folder: Path) -> tuple[str, float, float, str]:
    """A file much longer than any mission has."""
    return long_file(folder, EXAMPLE)


def make_workbook(target: Path, number: int) -> None:
    """A workbook of so many registrations: the example's rows again and again, each with a name and addresses of its own."""
    book = CalamineWorkbook.from_path(SOURCES / "registrations_en.xlsx").get_sheet_by_name("Responses").to_python()
    headings, *rows = book[2:203]
    place = headings.index("Legal name of company")
    out = xlsxwriter.Workbook(str(target))
    sheet = out.add_worksheet("Responses")
    sheet.write_row(0, 0, [str(heading) for heading in headings])
    for n in range(number):
        row = [str(cell).replace("@", f"{n}@") for cell in rows[n % len(rows)]]
        row[place] = f"{row[place].strip() or 'Anonymous'} {n}"
        sheet.write_row(n + 1, 0, row)
    out.close()


def filtering(folder: Path) -> tuple[str, float, float, str]:
    """A keystroke in the search box of the companies' screen over 10,000 companies, to the repainted table."""
    application = QApplication.instance() or QApplication([])
    path = folder / "filter.mission"
    fill(path, 10_000)
    workspace = Workspace()
    workspace.open(path)
    screen = CompaniesScreen(workspace, Runner(workspace))
    screen.resize(1240, 760)
    screen.show()
    screen.refresh()
    application.processEvents()
    words = iter(["b", "bo", "bor", "bore", "borea", "boreal", "boreal 1", "boreal 12", "x", ""] * 3)

    def ours() -> None:
        screen.filter_bar.text.setText(next(words))
        application.processEvents()
        screen.table.viewport().repaint()

    same = iter(["b", "bo", "bor", "bore", "borea", "boreal", "boreal 1", "boreal 12", "x", ""] * 3)

    def reference() -> None:
        sql = "SELECT company_id FROM search WHERE instr(text, ?) > 0 ORDER BY name"
        bare.execute(sql, (next(same),)).fetchall()

    with closing(sqlite3.connect(path)) as bare:
        result = timed(ours, 30), timed(reference, 30)
    screen.close()
    workspace.close()
    limit = 2 * result[1] + 1 / 60
    print(f"{'  allowed: twice the bare SQL and one frame':<44} {limit * 1000:9.1f} ms")
    return "filter keystroke, 10,000 companies", *result, "the bare SQL"


def packs(folder: Path) -> tuple[str, float, float, str]:
    """A pack of the example mission, whole."""
    path = folder / "packs.mission"
    with new_mission.from_example(path, EXAMPLE) as store:
        for name, side in FILES:
            options = ImportOptions(SOURCES / name, Side(side))
            companies.accept(store, run_now(companies.analyse(options), store))
        decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
        snapshot = store.snapshot()
    shared = shared_content.shared(snapshot, "en")
    own = gathering.own(snapshot, snapshot.participants(Side.DELEGATION)[3], "en")
    pages = render.render(shared, own)[1].pages
    register_fonts()
    text = "Trade between the two countries has grown a great deal since the agreement. " * 6

    def reference() -> None:
        story = [Paragraph(text, BODY) for _ in range(pages * 7)]
        document = SimpleDocTemplate(BytesIO())
        document.build(story)
        assert abs(document.page - pages) <= pages * 0.25, (document.page, pages)

    ours = timed(lambda: render.render(shared, own))
    print(f"{'packs per second, one process':<44} {1 / ours:9.1f}      ({pages} pages each)")
    return f"a pack of {pages} pages", ours, timed(reference), "bare ReportLab paragraphs, as many pages"


def fill(path: Path, number: int) -> None:
    """A mission of so many companies."""
    with new_mission.from_example(path, EXAMPLE) as store, store.change(message("Fill")) as change:
        for n in range(number):
            word = ("Boreal", "Cascade", "Maple", "Summit", "Otter")[n % 5]
            company = Company(
                side=Side.DELEGATION,
                name=f"{word} {n} Inc.",
                city="Lévis",
                region="Quebec",
                country="Canada",
                description="Supplies precision castings and vision systems to industrial buyers.",
            )
            key = change.insert(company)
            change.insert(Application(company_id=key))
            change.insert(Person(company_id=key, given_name="Zoë", family_name=f"Côté{n}", email=f"zoe@{n}.example"))


if __name__ == "__main__":
    sys.exit(main())
