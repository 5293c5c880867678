"""Evidence is shown with who saw it, and its file is saved where one is kept."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Proof, Stage
from missionplanner.gui.widgets import alerts, evidence
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests.builders import key_of

DAY = date(2026, 3, 20)


def proof_of(store: Store, file: Path | None) -> Proof:
    made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in ("D1", "C1")), DAY)
    claim = entering.say(store, Claim(relationship_id=made.id, told_on=DAY, stage=Stage.TRADING))
    proof = Proof(
        claim_id=claim, value=1200.0, currency="CAD", verified_on=DAY, verified_by="Eva", how="Seen", reference="N 12"
    )
    entering.verify(store, [proof], {claim: file} if file else {})
    return store.all(Proof)[-1]


@pytest.mark.parametrize("is_kept", [False, True])
def test_evidence_is_shown_and_its_file_saved(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_kept: bool
) -> None:
    file = tmp_path / "deal.txt"
    file.write_text("CAD 1200", "utf-8")
    target = tmp_path / "out"
    target.mkdir()
    shown: list[tuple[str, str, int]] = []

    def tell(_parent: object, text: str, details: str = "", acts=()) -> None:  # type: ignore[no-untyped-def]
        shown.append((text, details, len(acts)))
        for _name, act in acts:
            act()

    monkeypatch.setattr(alerts, "tell", tell)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(target))
    monkeypatch.setattr(evidence, "show_file", lambda *_words: None)
    parent = QWidget()
    qtbot.addWidget(parent)
    evidence.show_proof(parent, store, proof_of(store, file if is_kept else None))
    assert shown[0] == ("1,200 CAD", "N 12\nMar 20, 2026, Eva, Seen\n", int(is_kept))
    assert [one.name for one in target.iterdir()] == (["deal.txt"] if is_kept else [])
