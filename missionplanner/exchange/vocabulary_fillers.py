"""Words of questions that say nothing about what is asked for, in three languages, and names of places."""

import re

from missionplanner.exchange.places import place_words

_ENGLISH = (
    "printed trip how who whom whose why when many much more most less least than approximately approximate approx "
    "roughly about around total overall top key few several various one ones another any anything anyone someone them "
    "they those such specific specifically particular certain following above below behalf through throughout via per "
    "within under over between during after before upon into onto out up off so yes if else also only just even still "
    "yet always usually normally currently presently actually already make makes made making let lets get gets "
    "getting got take takes taking taken bring brings bringing know knows known want wants wanted wish wishes hope "
    "hopes hoping planning intend intends intending intended expect looking look like love prefer help helps helpful "
    "need should must shall might may being been be was were am does doing done had having come comes coming go goes "
    "going find finding reach reached contacted identify identifies outline outlines elaborate summarise summarize "
    "summarised attach add mention state shared sharing understood understand understands collected collecting "
    "collection processing processed policy notice terms conditions statement laws law act compliance declare "
    "declares form forms survey questionnaire online registration section part parts page publication publish "
    "published publishing print printing join joins joining joined attend attends attending attended visit visits "
    "visiting participate participates participating apply applies applying represent represents representing "
    "represented headquartered headquarter offered promoting promote promoted equivalent original response responses "
    "responded last latest gmt utc est edt pst cst eastern pacific nickname misc miscellaneous sentence sentences "
    "paragraph paragraphs line bullet bullets point points item items roman ii iii iv vi vii viii ix operation "
    "operations operational operate operates operating based focus focused sized small medium micro large big smes "
    "yourself themselves itself dr mx prof applicable nil na tba tbc marketplace collaboration cooperation "
    "partnership open ended end free-text ideally preferred best possible relevant important different same similar "
    "equal respective individual official authorised authorized duly preferably necessary useful organiser organizer "
    "organisers organizers host hosts candidate candidates proposed delegation delegations underline capital capitals "
    "block letters caps single multiple legal registered identification associated everyone entire whole"
)
_FRENCH = (
    "intervenez intervient intervenir joignable place vis basee bases basees base situe avez etes serez avons sommes "
    "ont ayant ete etre avoir fait faire faites font va vont aller doit doivent devez devons devrions faut peut "
    "peuvent pouvez pouvons tenir tient compte cas echeant matiere matieres lie lies liee liees concernant relatif "
    "relative relatifs relatives propos quant combien quand comment pourquoi lequel laquelle lesquels lesquelles "
    "auquel auxquels auxquelles duquel desquels desquelles dont ou y se oui si quelque quelques plusieurs chaque mes "
    "mon ma je j m cela ceci ci dessus dessous joint jointe joindre rejoindre lister liste listez nommer nommez "
    "identifier identifiez fournir fournissez renseigner renseignez completer completez remplir cocher cochez svp "
    "merci ainsi aussi afin lors lorsque vers chez entre selon sous autres autre meme memes moins plus environ "
    "approximatif approximative total totale nombre actuellement aujourd hui presentement officiel officielle "
    "officiels officielles legale legal usuel municipale municipal courant principalement precisement specifique "
    "specifiques particulier particuliere particuliers eventuel eventuelle eventuels eventuelles utilise utilisee "
    "utilisees parlees offerts offertes offert offerte propose proposes proposee proposees transmises transmis "
    "diffusees diffusion partage coordonnees renseignements uso soient soit seront sera est recherche oeuvrez evoluez "
    "exercez exerce occupez occupe representez represente visitees visitez visite succincte succinct court courte "
    "brievement imprimer affiche afficher apparaitre paraitre figurer figure cahier formulaire bulletin inscription "
    "fiche rubrique question reponse voici ici tel telle accord bon lu approuve maitrisees maitrisez origine "
    "equivalent equivalents provenance appartient appartenez appartenance collaboration cooperation partenariat "
    "politique conditions modalites loi lois charte reglement original derniere dernier cette ces cet mettre mise "
    "presenter presentez promouvez proposez demandeur candidate candidat aupres"
)
_SPANISH = (
    "concretas concretos ha han hay haber sido ser estar esta estan estara fue fueron hace hacen hacer tiene tienen "
    "tener puede pueden podemos podria debe deben desea desean deseamos quiere quieren quisiera gustaria interesa "
    "interesan espera realiza realizan realizar mantener cuenta cuentan dispone disponen opera operan trabaja "
    "trabajan pertenece pertenecen representa representan ubicado ubica encuentra encuentran donde cuando como porque "
    "cuanto cuanta cuantos cuantas cual cuales quien quienes cuyo cuya mas menos muy aproximado aproximada "
    "aproximadamente total alguna alguno algun algunas algunos otro otra otros otras mismo misma mismos cada varios "
    "varias si sobre entre hacia hasta desde durante ante bajo segun mediante mis mi me yo se caso cantidad especial "
    "especiales especifico especifica especificos especificas particular actualmente hoy ya tambien ademas asi aqui "
    "ahi siguiente siguientes arriba abajo nombrar enumere enumerar liste listar anotar anote detallar detalle "
    "detalles proporcione proporcionar ingrese ingresar capture capturar llene llenar marque marcar seleccionar "
    "senale senalar amablemente gracias formulario formato registro inscripcion ficha pregunta preguntas respuesta "
    "respuestas seccion llamar llama leido entendido uso usar utiliza condicion condiciones politica ley terminos "
    "bases relacion vinculo equivalente equivalentes preponderante exportable comercializa comercializan desempena "
    "desempenan bienes intereses adicionales candidato candidata notificaciones digitos micro pequena pequeno mediana "
    "mediano grande grandes colaboracion cooperacion alianza aliados interno interna ultimo ultima original origen "
    "procedencia legalmente oficial oficiales vigente resumida parrafo parrafos renglones lineas autorizado "
    "autorizada"
)
FILLERS = frozenset(f"{_ENGLISH} {_FRENCH} {_SPANISH}".split()) | place_words()
"""Words that neither make change a meaning."""

FILLER_STEMS = re.compile(
    r"^(?:visit(?:er|ez|ar|ara|aran|ing)$|souhait|desir|aimeri|voudri|participe|participar|particip[aeo]|assister|assistez|asistir|dese[aeo]|gustar|"
    r"quisier|interesar|representa?n?t?[aeo]?z?$|particip(?:ez|ate|ating|era|erez|ant))"
)
"""Beginnings of verbs of wishing and taking part, in whatever form they stand."""
