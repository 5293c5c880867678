"""What is sensitive in a file is read by nobody else, and no other firm is taken for the company: for any headings.

For any mixture of the headings in tests/data/headings: not in public fields, not in what packs of any edition hold or
print, not in exports.
"""

import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition
from missionplanner.domain.people import Person
from missionplanner.jobs.imports.column_reports import refusal
from missionplanner.jobs.imports.companies import accept
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export, rows
from missionplanner.jobs.packs import drafts, printing
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.exchange import labelled_sheets
from tests.unit.exchange.labelled_sheets import LabelledHeading
from tests.unit.jobs.imports.bringing import look, write

_TRACES = ("xqzsecret", "5557391")
_SECRETS = {"email": "xqzsecret@home.example.ca", "phone": "+1 416 555 7391", "diet": "Xqzsecret allergy"}
_PRIVATE = ("dietary", "access_needs", "emergency_contact")
_WRONG = "Wrongly Taken Holdings Inc."
_COMPANY_WORDS = ("compan", "entreprise", "empresa", "organi", "société", "firm", "employer")


@lru_cache
def _headings() -> tuple[LabelledHeading, ...]:
    """Every heading of the lists and of whole forms."""
    return (*labelled_sheets.headings(), *(one for form in labelled_sheets.forms().values() for one in form))


def _is_personal(heading: LabelledHeading) -> bool:
    return not heading.sensitive and heading.field.partition("#")[0] in labelled_sheets.PERSONAL


SENSITIVE = sorted({one.text: one for one in _headings() if one.sensitive}.values(), key=lambda one: one.text)
PLAIN = sorted(
    {one.text: one for one in _headings() if not one.sensitive and one.field and not _is_personal(one)}.values(),
    key=lambda one: one.text,
)
FIRMS = sorted(
    {
        one.text: one
        for one in _headings()
        if not one.field and not one.sensitive and any(word in one.text.casefold() for word in _COMPANY_WORDS)
    }.values(),
    key=lambda one: one.text,
)
NAMES = sorted({one.text for one in labelled_sheets.headings() if one.field == "name"})
OWN = {"Company name": "Maple Foods Inc.", "First name": "Jane", "Last name": "Doe", "E-mail": "jane@maple.example.ca"}
_Sheet = list[list[str]]


@st.composite
def sheets_with_secrets(draw: st.DrawFn) -> _Sheet:
    """A registration among sensitive and other columns, each sensitive cell with a secret, in any order."""
    sensitive = draw(st.lists(st.sampled_from(SENSITIVE), min_size=1, max_size=14, unique=True))
    others = draw(st.lists(st.sampled_from(PLAIN), max_size=8, unique=True))
    columns = list(OWN.items())
    columns += [(one.text, _SECRETS.get(one.cells, "Xqzsecret")) for one in sensitive]
    columns += [(one.text, f"ordinary {n}") for n, one in enumerate(others) if one.field != "name"]
    order = draw(st.permutations(columns))
    return [[heading for heading, _cell in order], [cell for _heading, cell in order]]


@st.composite
def sheets_of_firms(draw: st.DrawFn) -> _Sheet:
    """Registrations whose company has a heading of the lists, among columns about other firms."""
    name = draw(st.sampled_from(NAMES))
    others = draw(st.lists(st.sampled_from(FIRMS), min_size=1, max_size=5, unique=True))
    order = draw(st.permutations([name, "City", *(one.text for one in others)]))
    right = {name: ("Maple Foods Inc.", "Bois ltée", "Pine Corp."), "City": ("Toronto", "Laval", "Ottawa")}
    return [list(order), *[[right.get(heading, (_WRONG,) * 3)[n] for heading in order] for n in range(3)]]


@contextmanager
def imported(sheet: _Sheet) -> Iterator[Store | None]:
    """A mission with the companies of a sheet, all accepted; None where the import has to be asked about."""
    with tempfile.TemporaryDirectory() as folder, small_mission(Path(folder, "m.mission")) as store:
        plan = look(store, write(Path(folder, "form.csv"), *sheet))
        if refusal(plan.table) is not None:
            yield None
            return
        accept(store, plan)
        with store.change(message("Accept all")) as change:
            for one in store.all(Application):
                change.update(replace(one, status=Status.ACCEPTED))
        yield store


def packs(store: Store) -> str:
    """What the packs of all editions hold, in lower case."""
    material = drafts.read(store)
    found = [*drafts.of_companies(material, "en", drafts.takers(material.snapshot))]
    found += [*drafts.of_companies(material, "fr", drafts.takers(material.snapshot), per_delegate=True)]
    found += [drafts.special(material, "es", edition) for edition in (Edition.LEADER, Edition.ORGANISER)]
    return repr(found).casefold()


def exports(store: Store, folder: Path) -> str:
    """What the exports hold, in lower case: the workbook of everything, and every list as csv."""
    run_now(export.export(folder / "all.xlsx"), store)
    with zipfile.ZipFile(folder / "all.xlsx") as book:
        found = b"".join(book.read(name) for name in book.namelist()).decode("utf-8", "replace")
    for what in rows.LISTS:
        found += Path(run_now(export.export(folder / f"{what}.csv", what), store)).read_text(encoding="utf-8-sig")
    return found.casefold()


def assert_secret(text: str) -> None:
    assert [trace for trace in _TRACES if trace in text] == []


_SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@_SLOW
@given(sheets_with_secrets())
def test_nothing_sensitive_reaches_a_public_field_a_pack_or_an_export(sheet: _Sheet) -> None:
    with imported(sheet) as store, tempfile.TemporaryDirectory() as folder:
        assert store is not None
        snapshot = store.snapshot()
        company = next(one for one in snapshot.companies if one.name == OWN["Company name"])
        public: list[object] = [company, [one for one in snapshot.offerings if one.company_id == company.id]]
        for person in store.where(Person, "company_id", [company.id]):
            public.append({n: getattr(person, n) for n in person.__dataclass_fields__ if n not in _PRIVATE})
        assert_secret(repr(public).casefold())
        assert OWN["Company name"].casefold() in packs(store)
        assert_secret(packs(store))
        assert_secret(exports(store, Path(folder)))


@_SLOW
@given(sheets_of_firms())
def test_no_other_firm_is_taken_for_the_company(sheet: _Sheet) -> None:
    with imported(sheet) as store:
        if store is None:
            return
        names = {one.name for one in store.all(Company)}
        assert {"Maple Foods Inc.", "Bois ltée", "Pine Corp."} <= names
        assert _WRONG not in names
        assert f"company={_WRONG!r}".casefold() not in packs(store)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_what_is_printed_holds_nothing_sensitive(tmp_path: Path, language: str) -> None:
    # The headings of one language that ask for most, in one file.
    sensitive = [one for one in SENSITIVE if one.language == language][::3]
    sheet = [[*OWN, *(one.text for one in sensitive)], [*OWN.values(), *("Xqzsecret" for _one in sensitive)]]
    with imported(sheet) as store:
        assert store is not None
        printed = ""
        for edition in Edition:
            options = printing.PackOptions(folder=tmp_path / edition.value, language=language, edition=edition)
            made = run_now(printing.make(options), store)
            for file in made.files:
                printed += subprocess.run(
                    ["pdftotext", file.path, "-"], capture_output=True, text=True, check=True
                ).stdout.casefold()
    assert "maple foods" in printed
    assert_secret(printed)
