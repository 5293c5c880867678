"""Texts that are kept packed: the meetings of a plan, which nobody reads but where two were made apart."""

import zlib

_MOST = 16_000_000
"""Bytes a packed text may hold."""


def packed(text: str) -> bytes:
    """Return a text packed."""
    return zlib.compress(text.encode("utf-8", "replace"), 9)


def unpacked(content: bytes) -> str:
    """Return a text that was packed. Raises ValueError where it is damaged or absurdly long."""
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(content, _MOST)
    except zlib.error as error:
        raise ValueError("damaged plan") from error
    if reader.unconsumed_tail:
        raise ValueError("plan too long")
    return text.decode("utf-8")
