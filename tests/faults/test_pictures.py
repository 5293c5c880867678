"""Hostile pictures through both doors: chosen in the window, and already in a mission file whose packs are printed."""

import hashlib
import io
import os
import sqlite3
import struct
import zlib
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from missionplanner.errors import UserError
from missionplanner.gui.widgets.pictures import as_logo
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.store.store import Store
from tests.builders import Figures, key_of, small_mission


def saved(kind: str, size: tuple[int, int] = (40, 20), **more: object) -> bytes:
    """A sound picture of a kind."""
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **more)
    return out.getvalue()


def png_of(width: int, height: int, rows: bytes) -> bytes:
    """A PNG that claims a size and holds packed rows."""

    def part(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n(x) print\nshowpage\n%%EOF\n"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()' width='9' height='9'><script>x()</script></svg>"
HOSTILE = {
    "nothing": b"", "words": b"hello", "svg with a script": SVG, "svg declared": b"<?xml version='1.0'?>" + SVG,
    "postscript": EPS, "pdf": b"%PDF-1.4\n1 0 obj", "program": b"\x7fELF" + bytes(200), "page": b"<html><script>x()",
    "bomb of a claim": png_of(2**31 - 1, 2**31 - 1, b""),
    "wide": png_of(2_000_000_000, 1, b"x"), "no size": png_of(0, 0, b""), "cut": saved("PNG")[:-30],
    "wrong rows": png_of(300, 300, b"\xff" * 50), "cut jpeg": saved("JPEG")[:200], "header alone": b"\x89PNG\r\n\x1a\n",
}  # fmt: skip
LATE = {"bomb of rows": lambda: png_of(12_000, 12_000, bytes(12_000 * 36_001))}
"""What takes a second to make: made where it is tried, not whenever the tests are read."""
POLYGLOTS = {
    "png and script": saved("PNG") + b"<script>x()</script>", "png and zip": saved("PNG") + b"PK\x03\x04secret",
    "png and php": saved("PNG") + b"<?php system('x') ?>",
}  # fmt: skip


@cache
def picture_of(name: str) -> bytes:
    """The content of a picture by its name here."""
    return LATE[name]() if name in LATE else {**HOSTILE, **POLYGLOTS}[name]


@pytest.mark.parametrize("name", sorted({*HOSTILE, *LATE} - {"cut jpeg"}))  # what there is of it is a picture
def test_a_hostile_picture_is_refused_by_the_window(qapp: QApplication, name: str, figures: Figures) -> None:
    with pytest.raises(UserError) as caught:
        as_logo(picture_of(name))
    assert caught.value.hint
    figures("a hostile picture was refused by the window")


@pytest.mark.parametrize("name", POLYGLOTS)
def test_only_pixels_are_kept_of_a_picture_that_is_also_something_else(qapp: QApplication, name: str) -> None:
    kept = as_logo(picture_of(name))
    assert Image.open(io.BytesIO(kept), formats=["PNG"]).size == (40, 20)
    assert not any(word in kept for word in (b"script", b"secret", b"php"))


@pytest.mark.parametrize("name", [*HOSTILE, *LATE, *POLYGLOTS])
@pytest.mark.parametrize("place", ["mission", "company"])
def test_a_hostile_picture_in_a_file_starts_nothing_and_stops_no_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str, figures: Figures
) -> None:
    started = tmp_path / "started"
    for program in ("gs", "gswin32c", "convert", "magick", "rsvg-convert"):
        fake = tmp_path / "bin" / program
        fake.parent.mkdir(exist_ok=True)
        fake.write_text(f"#!/bin/sh\ntouch '{started}'\n")
        fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        company = key_of(store, "D1")
    picture = picture_of(name)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        digest = hashlib.sha256(picture).hexdigest()
        raw.execute("INSERT INTO contents (digest, content) VALUES (?, ?)", (digest, picture))
        if place == "mission":
            raw.execute("UPDATE missions SET logo = ?", (digest,))
        else:
            raw.execute(
                "INSERT INTO attachments (uid, company_id, kind, name, media, size, digest)"
                " VALUES ('u', ?, 'logo', 'logo.png', 'image/png', 1, ?)",
                (company, digest),
            )
    with Store.open(path) as store:
        result = run_now(printing.make(printing.PackOptions(tmp_path / "packs", companies=frozenset([company]))), store)
    assert [file.company for file in result.files] == ["D1"]
    assert not started.exists()
    printed = result.files[0].path.read_bytes()
    assert not any(word in printed for word in (b"<script", b"PK\x03\x04secret", b"php"))
    figures(f"a hostile picture of a {place} started nothing and stopped no pack")
