"""What the start page shows of the gallery is quick to read."""

import subprocess
import sys

from missionplanner.jobs.starts import offered


def test_starts_have_names_titles_and_words_of_their_own() -> None:
    assert offered.NAMES == ("small-chamber", "inward-buyers", "ministerial", "virtual")
    assert len({start.title for start in offered.STARTS} | {start.about for start in offered.STARTS}) == 8


def test_the_start_page_loads_nothing_that_imports_plans_or_prints() -> None:
    code = (
        "import sys; from missionplanner.gui.window import session;"
        "print(*sorted({'numpy', 'pandas', 'numba', 'reportlab', 'phonenumbers', 'docx', 'psycopg', 'cryptography'}"
        " & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
