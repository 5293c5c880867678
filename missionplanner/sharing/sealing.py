"""Contents at a carrier: sealed where the mission has a password, so that it shows sizes and times only.

AES-GCM with a key that is made of the mission's password by scrypt (RFC 7914) and its uid. Without a password a digest
says whether a file is there as a whole: a folder may show one that is half synchronised.
"""

import hashlib
import os
from functools import lru_cache

_OPEN = b"TMPO1\n"
_SEALED = b"TMPS1\n"
_NONCE = 12
_DIGEST = 16


def sealed(content: bytes, name: str, password: str, mission_uid: str) -> bytes:
    """Return a content as it lies at a carrier.

    name: what it is; a sealed content is opened under the same name alone.
    """
    if not password:
        return _OPEN + hashlib.blake2s(name.encode() + content, digest_size=_DIGEST).digest() + content
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # slow import

    nonce = os.urandom(_NONCE)
    return _SEALED + nonce + AESGCM(_key(password, mission_uid)).encrypt(nonce, content, name.encode())


def opened(found: bytes, name: str, password: str, mission_uid: str) -> bytes:
    """Return a content that lay at a carrier.

    Raises ValueError where it is not there as a whole, was changed, or was sealed with another password.
    """
    from cryptography.exceptions import InvalidTag  # slow import
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # slow import

    mark, rest = found[: len(_OPEN)], found[len(_OPEN) :]
    if password and mark == _SEALED:
        try:
            return AESGCM(_key(password, mission_uid)).decrypt(rest[:_NONCE], rest[_NONCE:], name.encode())
        except (InvalidTag, ValueError) as error:  # cut short within the nonce
            raise ValueError("sealed with another password, or damaged") from error
    if not password and mark == _OPEN:
        digest, content = rest[:_DIGEST], rest[_DIGEST:]
        if hashlib.blake2s(name.encode() + content, digest_size=_DIGEST).digest() == digest:
            return content
    raise ValueError("damaged, or with another password")


@lru_cache(maxsize=4)
def _key(password: str, mission_uid: str) -> bytes:
    """Return the key of a mission: 0.1 s of work, once."""
    return hashlib.scrypt(
        password.encode(), salt=f"missionplanner/{mission_uid}".encode(), n=2**15, r=8, p=1, maxmem=2**26, dklen=32
    )
