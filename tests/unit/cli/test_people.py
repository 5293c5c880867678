"""The command people: listed, entered, changed and deleted; each act one step."""

from pathlib import Path

import pytest

from missionplanner import app
from missionplanner.domain.people import Person
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run

ROSA = ("add", "--given-name", "Rosa", "--family-name", "Pérez", "--email", "rosa@x.mx")


@pytest.fixture
def rosa(capsys: pytest.CaptureFixture[str], mission: Path) -> Path:
    """The mission with Rosa, who represents D1 and C1."""
    run(capsys, "people", mission, *ROSA, "--organisation", "D1", "--organisation", "c1", "--role", "ministra")
    return mission


def steps(mission: Path) -> str:
    with Store.open(mission, read_only=True) as store:
        return store.steps.undo_label


def test_everybody_is_listed(capsys: pytest.CaptureFixture[str], rosa: Path) -> None:
    code, out, _error = run(capsys, "people", rosa)
    assert (code, out.splitlines()[0].split(), out.splitlines()[-1]) == (
        0,
        ["Name", "Role", "Organisations", "Position", "Side", "E-mail", "Phone", "Status"],
        "7 people",
    )
    assert out.splitlines()[-2].split() == [
        "Rosa", "Pérez", "Minister", "D1;", "C1", "Delegation", "rosa@x.mx", "Accepted,", "Comes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--role", "minister"), ["Pérez"]),
        (("--side", "counterpart"), ["C1", "C2", "C3"]),
        (("--search", "d1"), ["D1", "Pérez"]),
        (("--search", "d1", "--role", "minister", "--side", "counterpart"), []),
    ],
)
def test_people_are_narrowed(
    capsys: pytest.CaptureFixture[str], rosa: Path, options: tuple[str, ...], names: list[str]
) -> None:
    assert [row["family_name"] for row in document(capsys, "people", rosa, *options)] == names


def test_csv_is_english_and_sensitive_only_when_asked_for(capsys: pytest.CaptureFixture[str], rosa: Path) -> None:
    _code, out, _error = run(capsys, "people", rosa, "--csv", "--role", "minister")
    headings, row = out.splitlines()
    assert headings.startswith("title,given_name,family_name,second_family_name,role,organisations,position,side,")
    assert row.startswith(',Rosa,Pérez,,Minister,"D1; C1",,delegation,')
    assert "passport" not in headings
    _code, out, _error = run(capsys, "people", rosa, "--csv", "--sensitive")
    assert out.splitlines()[0].endswith(",passport,dietary,access_needs,emergency_contact")


def test_a_person_is_entered_as_one_step(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, out, _error = run(capsys, "people", mission, *ROSA, "--phone", "514 555 0199", "--organisation", "D2")
    assert (code, out) == (0, "Rosa Pérez – D2 was entered.\n")
    assert steps(mission) == "Enter Rosa Pérez"
    (row,) = document(capsys, "people", mission, "--search", "rosa")
    assert (row["phone"], row["organisations"]) == ("+15145550199", ["D2"])


def test_somebody_without_an_organisation_is_entered(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    row = document(capsys, "people", mission, *ROSA, "--side", "counterpart")
    assert (row["side"], row["represents"], row["given_name"]) == ("counterpart", [], "Rosa")


def test_a_person_is_changed_as_one_step(capsys: pytest.CaptureFixture[str], rosa: Path) -> None:
    code, out, _error = run(
        capsys, "people", rosa, "set", "rosa perez", "languages=español, inglés", "role=", "title=Mme", "meets=no"
    )
    assert (code, out) == (0, "Rosa Pérez – D1, C1 was changed.\n")
    assert steps(rosa) == "Edit Rosa Pérez"
    row = document(capsys, "people", rosa, "set", "rosa@x.mx", "organisations=C1")
    assert (row["languages"], row["role"], row["title"], row["meets"], row["organisations"]) == (
        "es,en", "", "Mme", False, ["C1"],
    )  # fmt: skip


def test_a_person_is_deleted_as_one_step(capsys: pytest.CaptureFixture[str], rosa: Path) -> None:
    code, out, _error = run(capsys, "people", rosa, "remove", "Rosa Pérez")
    assert (code, out) == (0, "Rosa Pérez – D1, C1 was deleted.\n")
    assert steps(rosa) == "Delete 1 person"
    with Store.open(rosa, read_only=True) as store:
        assert store.count(Person) == 6


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add",), "The person needs a name."),
        (("add", "--given-name", "Ana", "--organisation", "XX"), "Organisations: No company is called “XX”."),
        (("add", "--given-name", "Ana", "--email", "no"), "E-mail: This is no e-mail address."),
        (("set", "Nobody", "email=a@b.ca"), "Nobody is called “Nobody”."),
        (("set", "Rosa Pérez", "shoes=9"), "“shoes=9” names no field with a value."),
        (("set", "Rosa Pérez", "email"), "“email” names no field with a value."),
        (("set", "Rosa Pérez", "title=Mme", "phone=no"), "Phone: This is no telephone number."),
        (("set", "Rosa Pérez", "given_name=", "family_name=", "email="), "The person needs a name."),
        (("remove", "Nobody"), "Nobody is called “Nobody”."),
        (("--role", "king"), "No role is called “king”."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], rosa: Path, words: tuple[str, ...], sentence: str
) -> None:
    before = rosa.read_bytes()
    code, out, error = run(capsys, "people", rosa, *words)
    assert (code, out) == (3, "")
    assert error.startswith(sentence)
    assert rosa.read_bytes() == before


@pytest.mark.parametrize("words", [("fly",), ("set", "Rosa"), ("remove",), ("add", "--shoes", "9")])
def test_wrong_usage_exits_with_2(mission: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        app.run(["people", str(mission), *words])


@pytest.mark.parametrize("words", [("--json", "remove", "rosa@x.mx"), ("remove", "rosa@x.mx", "--json")])
def test_json_stands_before_the_verb_or_after(
    capsys: pytest.CaptureFixture[str], rosa: Path, words: tuple[str, ...]
) -> None:
    _code, out, _error = run(capsys, "people", rosa, *words)
    assert out.startswith("{")
