"""Texts that are kept packed."""

import zlib

import pytest

from missionplanner.store.merging import packing


def test_a_packed_text_comes_back() -> None:
    assert packing.unpacked(packing.packed('[{"a": "é"}]')) == '[{"a": "é"}]'


def test_a_damaged_text_is_refused() -> None:
    with pytest.raises(ValueError, match="damaged"):
        packing.unpacked(b"no plan")


def test_an_absurdly_long_text_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        packing.unpacked(zlib.compress(b"x" * 16_000_001))
