"""Expected errors have a sentence and a hint; of others the log has the places, not the words."""

from missionplanner.errors import Cancelled, DamagedFile, UserError, trace


def test_an_error_is_its_sentence_and_its_hint() -> None:
    assert str(UserError("It did not work.", "Try again.")) == "It did not work. Try again."
    assert str(UserError("It did not work.")) == "It did not work."
    error = DamagedFile("Damaged.", "Restore it.")
    assert (error.text, error.hint, error.args) == ("Damaged.", "Restore it.", ("Damaged.",))


def _fail() -> None:
    raise ValueError("Ana Ruiz")


def _fail_differently() -> None:
    try:
        _fail()
    except ValueError as error:
        raise UserError("of Ana Ruiz") from error


def test_a_trace_names_every_cause_and_place_without_words() -> None:
    try:
        _fail_differently()
    except UserError as error:
        lines = trace(error).splitlines()
    kinds = [line for line in lines if not line.startswith(" ")]
    places = [line.rpartition(" ")[2] for line in lines if line.startswith("  ")]
    assert kinds == ["UserError", "ValueError"]
    assert places == [
        "test_a_trace_names_every_cause_and_place_without_words",
        "_fail_differently",
        "_fail_differently",
        "_fail",
    ]
    assert all(f"{__file__}:" in line for line in lines if line.startswith("  "))
    assert "Ana" not in "\n".join(lines)


def test_a_trace_follows_what_was_handled_meanwhile() -> None:
    try:
        try:
            _fail()
        except ValueError:
            raise Cancelled  # noqa: B904
    except Cancelled as error:
        lines = trace(error).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["Cancelled", "ValueError"]
