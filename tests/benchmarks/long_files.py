"""Files much longer than any mission has: how long their analysis takes, and how much memory."""

import csv
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_ANALYSED = """
import json, sys, time
from pathlib import Path
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.domain.companies import Side
from missionplanner.jobs.imports import companies
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
def most_memory():  # not ru_maxrss, which a process takes over from the one that starts it
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
source, mission, example = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
with new_mission.from_example(mission, example) as store:
    started = time.process_time()
    plan = run_now(companies.analyse(ImportOptions(source, Side.DELEGATION)), store)
    spent = time.process_time() - started
    memory = most_memory()
    if source.suffix == ".xlsx":
        companies.accept(store, plan)
        memory = most_memory()
print(json.dumps([spent, memory, len(plan.rows)]))
"""
_SHORT, _LONG = 50_000, 200_000
_FIRST = [
    "Boreal",
    "Cascade",
    "Maple",
    "Summit",
    "Otter",
    "Lumen",
    "Vertex",
    "Granite",
    "Harbour",
    "Prairie",
    "Delta",
    "Nimbus",
    "Quartz",
    "Ridge",
    "Tundra",
]


def long_file(folder: Path, example: str) -> tuple[str, float, float, str]:
    """Analysing a csv of 200,000 rows beside one of a quarter of them; the memory of the whole process is printed."""
    spent = []
    for number in (_SHORT, _LONG):
        source = folder / f"rows{number}.csv"
        with source.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows(number))
        seconds, memory = analysed(source, folder / f"rows{number}.mission", example)
        print(f"{f'  memory, csv of {number} rows (at most 300 MB)':<44} {memory:9.1f} MB")
        spent.append(seconds)
    return "analyse a csv of 200,000 rows", spent[1], spent[0], "of 50,000 rows (linear is 4)"


def analysed(source: Path, mission: Path, example: str) -> tuple[float, float]:
    """Return the processor time of analysing a file, and the most megabytes its process had; a workbook is imported."""
    command = [sys.executable, "-c", _ANALYSED, str(source), str(mission), example]
    seconds, memory, _rows_read = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return seconds, memory


def _rows(number: int) -> Iterator[list[str]]:
    chance = random.Random(1)
    yield ["Company", "City", "First name", "Last name", "Email"]
    for n in range(number):
        name = f"{chance.choice(_FIRST)} {chance.choice(_FIRST)} {n} Inc."
        yield [name, chance.choice(("Toronto", "Lévis", "Calgary")), "Zoë", f"Côté{n}", f"z{n}@firm{n}.ca"]
