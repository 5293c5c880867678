"""The fields a registration can have, and the headings they go by in English, French and Spanish."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.spelling import words
from missionplanner.i18n import N_


@dataclass(frozen=True, slots=True)
class ImportField:
    """A field of a registration."""

    name: str
    label: str
    headings: str = ""
    """A pattern over the folded words of a heading."""
    person: bool = False

    def matches(self, heading: str) -> bool:
        """Whether the normalised heading is one of this field's."""
        return bool(self.headings and re.search(self.headings, heading))


IGNORED = re.compile(
    r"^(id|no|n|nr|num|numero|number|row|line|ligne|fila|token|score|total points|quiz feedback|"
    r"(submission|response|record|seed) (id|no|number)|start(ed)? time|hora de inicio|heure de debut|"
    r"ip address|last modified.*|last page|ultima pagina|derniere page|start language|date started|referrer.*|"
    r"attendee (no|number|status|id)?|.*linked ?in.*|.*interpr.*|.*\blogo\b.*|estado de la solicitud|(registration )?status|statut.*|"
    r"(nombre|numero|number) (de |of )(delegue|delegado|delegate|participant|inscription|registro).*|how many people will.*|"
    r"how did you hear.*|comment avez vous (entendu|connu).*|como se entero.*|have you (done|ever|exported|been|previously|already).*|"
    r"avez vous (deja|fait|exporte).*|ha (hecho|participado|exportado).*|"
    r"do you need accommodation.*|years in business.*|annees d existence.*)$"
)

COMPOSITE = re.compile(
    r"nom et prenom|prenom et nom|nombre y apellido|first and last name|first name last name|name and surname"
)
"""Headings of a person's whole name, although they name its parts."""

# The order decides: the first field whose pattern is found in the heading takes it.
FIELDS: tuple[ImportField, ...] = (
    ImportField("signed_on", N_("Signed on"), r"date (of |de |du )?(the |la )?sign|sign(ature|ed) (date|on)|fecha de (la )?firma|signe le"),
    ImportField("consent_on", N_("Consent given on"), r"(date|fecha) .*consent|consent.* (date|fecha|on$)"),
    ImportField("declares_origin", N_("Declares the origin of its goods"),
          r"declar.*(origin|origen)|(origin|origine|origen) (of|de|des) .*(goods|product|marchandise|bien)|(rules|certificate) of origin|"
          r"regles d origine|reglas de origen"),
    ImportField("declares_export_controls", N_("Declares export controls"),
          r"export control|controle.* exportation|control.* (de |a la )?exportacion"),
    ImportField("declares_integrity", N_("Declares integrity (anti-bribery)"), r"anti ?brib|bribery|corruption|soborno|anticorrup"),
    ImportField("signed_by", N_("Signed by"), r"^signature|signed by|signe par|^firma|firmado por|signataire|signatory"),
    ImportField("applicant", N_("Who applied"), r"submitted by|on behalf of|applied by|(form )?completed by|rempli par|soumis par|au nom de|"
          r"llenado por|en nombre de|quien (llena|registra)"),
    ImportField("markets", N_("Exports by country"), r"export(s|ing|ed)? (markets?|by country|to\b|destinations?)|countries .*export|"
          r"marches? d exportation|pays .*export|exportations? par pays|mercados? de exportacion|paises? .*export"),
    ImportField("partners", N_("Existing partners in the market"),
          r"(existing|current|present)( \w+)? (partner|client|distributor|representative|relationship)|partenaires? (actuels?|existants?|locaux)|"
          r"(socios?|clientes|distribuidores) (actual|existente|local)"),
    ImportField("description_en", N_("Description in English"), r"(descri|profile|profil|perfil).*\b(english|anglais|ingles|eng?)$"),
    ImportField("description_fr", N_("Description in French"), r"(descri|profile|profil|perfil).*\b(french|francais|frances|fra?)$"),
    ImportField("description_es", N_("Description in Spanish"), r"(descri|profile|profil|perfil).*\b(spanish|espagnol|espanol|esp?)$"),
    ImportField("received", N_("Received on"), r"completion time|submit ?date|submi(ssion|tted)|timestamp|horodat|marca temporal|"
          r"^(date|fecha)$|date (de |d |of |du )?(reception|soumission|received|registration|inscription|depot|last action)|"
          r"(received|registered)( on| at)?$|fecha (de|del) (registro|recepcion|envio|solicitud)|hora de finalizacion|heure de fin"),
    ImportField("consent", N_("Consent"), r"consent|autoriz|privacy|j accepte|acepto|i agree|protection des (donnees|renseignements)|"
          r"aviso de privacidad"),
    ImportField("email", N_("E-mail"), r"\be ?mail|messagerie|courriel|correo|\bmel$|adresse electronique|direccion electronica", person=True),
    ImportField("website", N_("Website"), r"\bweb|website|site internet|\burl\b|^site$|pagina|home ?page|\bsitio\b"),
    ImportField("second_family_name", N_("Second family name"),
          r"apellido materno|segundo apellido|apellido 2|2o? apellido|second (family|last|sur) ?name|maternal|deuxieme nom", person=True),
    ImportField("given_name", N_("Given name"), r"first ?name|given ?name|forename|prenom|nombre de pila|primer nombre|"
          r"^nombres$|^nombre s$|nombres? (del )?(contacto|representante|participante|delegado) s$", person=True),
    ImportField("family_name", N_("Family name"),
          r"last ?name|family ?name|surname|nom de famille|apellido", person=True),
    ImportField("title", N_("Courtesy title"), r"tratamiento|salutation|courtesy|honorific|civilite|cortesia|^prefix|^mr m|^tit(re|le) mr?s? m",
          person=True),
    ImportField("speaks_english", N_("Speaks English"), r"(speaks?|habla|parle|domina) (english|ingles|anglais)|"
          r"(english|ingles|anglais) (spoken|parle|hablado)|^(english|ingles|anglais)$", person=True),
    ImportField("languages", N_("Languages"), r"langu|idioma|lenguas?\b", person=True),
    ImportField("mobile", N_("Mobile"), r"mobile|\bcell|portable|movil|celular|whatsapp", person=True),
    ImportField("employees", N_("Employees"), r"employee|employe|effectif|empleado|headcount|trabajadores|plantilla|how many people|"
          r"(size|taille|tamano) (of|de|du)|(company|business) size|number of staff|\bfte"),
    ImportField("year_founded", N_("Year founded"), r"year (founded|established|of|in)|founded|established|annee|fondee|"
          r"ano de (fundacion|creacion|constitucion)"),
    ImportField("operating_name", N_("Operating name"), r"operating|trad(e|ing) (name|as)|\bdba\b|doing business|nom commercial|"
          r"nombre comercial|nom d (exploitation|usage)|also known"),
    ImportField("registration_number", N_("Registration number"), r"business (number|no\b)|registration (no|number)|\brfc\b|\bneq\b|"
          r"tax (id|number)|^bn$|siren|numero d entreprise|registro (fiscal|federal)|\bvat\b|\bgst\b|incorporation number"),
    ImportField("subsectors", N_("Subsectors"), r"sub ?sector|sous ?secteur|sub ?industr|subramo"),
    ImportField("stops", N_("Stops"), r"cities|villes\b|ville s|ciudades|ciudad es|\bstops?\b|disponible|available|attend(?!ee)|etapes?\b|paradas?\b|sedes?\b|"
          r"participer|participara|asisti|ville de participation|city of interest|which city|itinerar"),
    ImportField("sectors", N_("Sectors"), r"sect(or|eur)|industr(y|ie|ia)\b|^giro|^ramo|^rubro|domaine d activite|actividad|area de negocio|business activity"),
    ImportField("wishes", N_("Companies it wishes to meet"), r"(like|wish|want)(es)? to meet|souhait|voulez rencontrer|desea (conocer|reunirse)|empresas .*interes|"
          r"companies of interest"),
    ImportField("seeks", N_("Seeks"), r"look(ing)? for|hoping to find|\bcherche|\bdemanda\b|seek|recherche|busca|\bneeds?\b|besoin|demande|partners? sought|"
          r"interested in|requiere|necesita"),
    ImportField("offers", N_("Offers"), r"offer|offr|ofrece|oferta|product|produit|services|capabilit|supplies|vend\b"),
    ImportField("description", N_("Description"), r"descri|profile?\b|profil\b|perfil|about|a propos|presentation|resumen|"
          r"summary|overview|resena"),
    ImportField("objectives", N_("Objectives"), r"objecti|objetivo|goals?\b|expectation|attentes|expectativas|why do you"),
    ImportField("dietary", N_("Dietary needs"), r"diet|alimentaire|restriccion|allerg|alerg|food restriction|^regime", person=True),
    ImportField("access_needs", N_("Access needs"), r"access|handicap|mobility|discapacidad|special needs|besoins particuliers",
          person=True),
    ImportField("emergency_contact", N_("Emergency contact"), r"emergency|urgence|emergencia", person=True),
    ImportField("badge_name", N_("Badge name"), r"badge|insigne|gafete", person=True),
    ImportField("phone_company", N_("Company phone"), r"(company|office|main|business|switchboard) (tele)?phone|"
          r"telephone de l (entreprise|organisation)|telefono de la (empresa|oficina)"),
    ImportField("phone", N_("Phone"), r"phone|telep|\btel\b|telefono|numero de contact", person=True),
    ImportField("position", N_("Position"), r"job|position|\brole\b|cargo|puesto|fonction|\bposte\b|designation|title$|\btitre\b|titulo",
          person=True),
    ImportField("postal_code", N_("Postal code"), r"postal|post ?code|\bzip\b|^cp$"),
    ImportField("address", N_("Address"), r"addres|adresse|direccion|domicilio|street|\brue\b|calle"),
    ImportField("country", N_("Country"), r"country|\bpays\b|\bpais\b"),
    ImportField("region", N_("Province or state"), r"provinc|\bprov\b|\bstate\b|estado|\bedo\b|\bregion\b|territor|departement|entidad"),
    ImportField("city", N_("City"), r"\bcity\b|\bville\b|ciudad|\btown\b|municip|localidad|locality|poblacion"),
    ImportField("full_name", N_("Name of the delegate"), r"full name|nom complet|nombre completo|(contact|representative|"
          r"contacto|representant|representante|delegate|delegue|delegado|attendee|participante?|responsable|personne ressource)( |$)(?!compan|organi)|"
          r"(name|nom|nombre) (of|du|de la|del|de) .*(contact|represent|personn?e|delegu|delega)|persona de contacto", person=True),
    ImportField("name", N_("Company name"), r"compan(y|ia)|companyname|organi[sz]|\bclient\b|account name|business|\bfirm\b|enterprise|entreprise|societe|"
          r"compagnie|denomination|raison sociale|razon social|denominacion|empresa|legal name|nom legal|nombre legal|"
          r"supplier|vendor|fournisseur|proveedor|exhibitor|exposant|institu"),
    ImportField("notes", N_("Notes"), r"^notes?\b|comment|remarque|observaci|comentario"),
)  # fmt: skip

BY_NAME = {field.name: field for field in FIELDS}
MANY = frozenset({"sectors", "subsectors", "stops", "offers", "seeks", "languages", "notes", "wishes"})
"""Fields that several columns may feed."""


_CAMEL = re.compile(r"(?<=[a-zé])(?=[A-Z][a-z])")


def normal_heading(heading: str) -> str:
    """The folded words of a heading; an apostrophe parts words, and so does a capital ("FirstName")."""
    parted = _CAMEL.sub(" ", heading.replace("'", " ").replace("’", " "))
    return words(parted)


_WORDS_OF = {
    "en": "name company city state phone first last job what are your number email province business description which",
    "fr": "nom prenom ville entreprise courriel telephone secteur site secteurs de la vous votre pays adresse poste offrez",
    "es": "nombre apellido ciudad empresa correo telefono sector sectores giro estado puesto cargo busca ofrece pais de",
}


def language_of(headings: Iterable[str]) -> str:
    """The language of a form by the words of its headings; empty when they leave a doubt."""
    found = {word for heading in headings for word in normal_heading(heading).split()}
    hits = {language: len(found & set(text.split())) for language, text in _WORDS_OF.items()}
    first, second = sorted(hits.values(), reverse=True)[:2]
    best = max(hits, key=lambda language: hits[language])
    return best if first >= 3 and first > second else ""
