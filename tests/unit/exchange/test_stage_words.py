"""Stages are recognised as people call them in three languages."""

import pytest

from missionplanner.domain.relationships import Stage
from missionplanner.exchange.stage_words import stage_of

SAID = {
    Stage.INTRODUCED: "introduced; presentados; mis en relation; first contact; mise en contact",
    Stage.HELD: "meeting held; reunión celebrada; rencontre tenue; met; HELD",
    Stage.FOLLOW_UP: "follow-up; seguimiento; suivi; en seguimiento; follow_up",
    Stage.QUOTATION: "samples or quotation; muestras o cotización; échantillons ou devis; quote sent; oferta enviada",
    Stage.NEGOTIATION: "negotiation; negociación; en négociation; negotiating",
    Stage.AGREEMENT: "agreement; acuerdo; entente; signed; contrato firmado; contrat signé",
    Stage.DELIVERY: "first delivery; primera entrega; première livraison; shipped",
    Stage.TRADING: "trading; comercio regular; affaires courantes; regular trade",
    Stage.ENDED: "ended; terminada; terminée; cancelled; abandonné; cerrada",
}


@pytest.mark.parametrize(("stage", "said"), [(stage, one) for stage, text in SAID.items() for one in text.split("; ")])
def test_a_stage_is_recognised(stage: Stage, said: str) -> None:
    assert stage_of(said) is stage


@pytest.mark.parametrize("text", ["", "dancing", "x" * 80 + " signed"])
def test_what_calls_no_stage_is_none(text: str) -> None:
    assert stage_of(text) is None
