"""The directory as a volume of its own."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Edition
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing, states
from missionplanner.jobs.packs.states import PrintState
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import errors
from tests.unit.pack.making import changes, draft, flowing_text, laid_out_text


def test_everybody_is_in_the_directory_with_their_whole_profile(store: Store, tmp_path: Path) -> None:
    with store.change(message("Words")) as change:
        other = store.get(Company, key_of(store, "C2"))
        change.update(replace(other, description="They make glue. " * 300, website="https://c2.example"))
    options = printing.PackOptions(tmp_path, edition=Edition.DIRECTORY)
    (file,) = run_now(printing.make(options), store).files
    assert file.path.name == "Directory and all profiles - en.pdf"
    words = flowing_text(file.path.read_bytes(), tmp_path)
    assert words.count("glue.") == 300
    assert all(words.count(f"Given {side}{n}") >= 1 for side in "DC" for n in (1, 2, 3))
    assert "Profiles of the counterparts" in words
    assert errors(file.path) == []


def test_the_directory_is_out_of_date_when_a_profile_changes_and_not_for_a_text(
    eventful: Store, tmp_path: Path
) -> None:
    run_now(printing.make(printing.PackOptions(tmp_path, edition=Edition.DIRECTORY)), eventful)

    def state() -> PrintState:
        return states.state_of(printing.drafts.read(eventful), draft(eventful, Edition.DIRECTORY))

    with eventful.change(message("Text")) as change:
        change.update(replace(eventful.mission, organiser="Somebody else"))
    eventful.undo()
    assert state() is PrintState.CURRENT
    with eventful.change(message("Web")) as change:
        change.update(replace(eventful.get(Company, key_of(eventful, "C1")), website="https://c1.example"))
    assert state() is PrintState.OUTDATED
    assert changes(eventful, Edition.DIRECTORY) == (
        "Changed: Directory of the counterparts",
        "Changed: Profiles and notes of meetings",
    )


def test_no_profile_is_parted_that_a_column_holds(store: Store, tmp_path: Path) -> None:
    with store.change(message("Many")) as change:
        for number in range(40):
            words = "begins " + "They make glue. " * (4 * number % 44) + "ends"
            key = change.insert(Company(side=Side.COUNTERPART, name=f"X{number}", description=words))
            change.insert(Application(company_id=key, status=Status.ACCEPTED))
    (file,) = run_now(printing.make(printing.PackOptions(tmp_path, edition=Edition.DIRECTORY)), store).files
    pages = laid_out_text(file.path.read_bytes(), tmp_path).split("\f")
    counts = [(page.count("begins"), page.count("ends")) for page in pages if "begins" in page or "ends" in page]
    assert len(counts) > 1
    assert [begin for begin, _end in counts] == [end for _begin, end in counts]
    assert errors(file.path) == []


def test_companies_stand_under_the_letters_of_every_script(store: Store, tmp_path: Path) -> None:
    names = ("北京 Tools", "ᐃᓄᒃᑎᑐᑦ Works", "Їжак", "Łódź", "서울 Tea")
    with store.change(message("Names")) as change:
        for company, name in zip(store.all(Company), names, strict=False):
            change.update(replace(company, name=name))
    options = printing.PackOptions(tmp_path, edition=Edition.DIRECTORY)
    (file,) = run_now(printing.make(options), store).files
    words = flowing_text(file.path.read_bytes(), tmp_path)
    assert [name in words for name in names] == [True] * 5
    # The letter of a Korean name is a syllable, which the font has, and no part of one.
    assert (words.count("서"), "\N{REPLACEMENT CHARACTER}" in words) == (words.count("서울") + 1, False)
    assert errors(file.path) == []
