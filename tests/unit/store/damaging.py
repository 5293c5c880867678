"""Ways in which files are damaged or are something else."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path


def spoil_text(path: Path) -> None:
    path.write_text("Company;City\nA;B\n")


def spoil_empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE companies (id INTEGER)")
    other.close()


def spoil_newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()


def spoil_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 12] = b"\xff" * 4096 * 10
    path.write_bytes(content)


def broken(path: Path, target: Path, how: Callable[[bytearray, random.Random], None], seed: int) -> Path:
    content = bytearray(path.read_bytes())
    how(content, random.Random(seed))
    target.write_bytes(content)
    return target


def flip_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 60)):
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)


def wipe_page(content: bytearray, chance: random.Random) -> None:
    page = chance.randrange(1, len(content) // 4096)
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(200, len(content)) :]


def claim_pages(content: bytearray, _chance: random.Random) -> None:
    content[28:32] = (2_600_000).to_bytes(4, "big")  # 10 GB


HOWS = (flip_bits, wipe_page, cut, claim_pages)
