"""sqlite-utils is there without what it would load and nobody needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CODE = """
import sys, threading
from importlib.machinery import PathFinder

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name != "click":  # one of the modules sqlite_utils loads first
            return None
        spec = PathFinder.find_spec(name)
        load = spec.loader.exec_module

        def wait(module):  # not while it is looked for: no thread can import anything then
            inside.set()
            found.append(go_on.wait(30))
            load(module)

        spec.loader.exec_module = wait
        return spec

inside, go_on, found = threading.Event(), threading.Event(), []

def other():
    inside.wait(30)
    import numpy
    found.append(numpy.__name__)
    go_on.set()

sys.meta_path.insert(0, Slow())
thread = threading.Thread(target=other)
thread.start()
import missionplanner.store.store
thread.join()
print(found, "pandas" in sys.modules, len(sys.meta_path))
import pandas
print(pandas.Timestamp("2026-02-16").day, len(sys.meta_path))
"""


def run(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_pandas_and_numpy_are_loaded_when_they_are_needed_and_not_with_the_store() -> None:
    code = "import missionplanner.store.store, sys; print('pandas' in sys.modules, 'numpy' in sys.modules)"
    assert run(f"{code}; import pandas; print(pandas.Timestamp('2026-02-16').day)") == ["False False", "16"]


def test_another_thread_may_import_them_meanwhile() -> None:
    first, second = run(CODE)
    assert first.startswith("['numpy', True] False ")
    assert second == f"16 {first.rsplit(' ', 1)[1]}"
