"""Cells that tell what only the organiser may read, whatever stands above them: diets, access, health, faith."""

import re
from functools import lru_cache

from missionplanner.domain.spelling import words

_DIET = (
    "vegetarian vegetarians veggie vegetariano vegetariana vegetarien vegetarienne vegan vegane vegano vegana "
    "vegetalien vegetalienne pescatarian pescetarian pescetariano halal hallal kosher casher cacher kasher gluten "
    "lactose lactosa celiac coeliac celiaco celiaca celiaque coeliaque allergy allergies allergic allergie allergique "
    "alergia alergias alergico alergica intolerant intolerante intolerance intolerancia keto diabetic diabetique "
    "diabetico"
)
_WITHOUT = "no not without free sans sin exempt libre except sauf excepto"
_FOODS = (
    "nut nuts peanut peanuts arachide arachides noix nueces cacahuate cacahuates shellfish seafood crustaces mariscos "
    "fish poisson pescado egg eggs oeufs huevo dairy pork porc cerdo beef boeuf res soy soya sesame meat viande carne "
    "milk lait leche wheat ble trigo alcohol alcool sugar sucre azucar tree"
)
_BESIDE = (
    "a an the to al aux la les l de d des el los las and or et ou y o e severe mild food meals meal diet only "
    "seulement solo please aucun aucune ninguna none nothing strict grave severa pas products produits productos does "
    "eat je ne mange me soy i am is be can t cannot red rouge roja need needs needed uses user utilise usa utiliza"
)
_ACCESS = (
    "wheelchair crutches fauteuil bequilles muletas malentendant malentendante malvoyant malvoyante sourd sourde sordo "
    "sorda aveugle ciego ciega deaf braille ruedas walker stairs escaliers escaleras"
)
_ACCESS_BESIDE = "roulant silla en chair hearing impaired no sans sin many hard access ramp elevator close room"
_HEALTH = (
    "asthma asthme asma diabetes diabete epilepsy epilepsie epilepsia hypertension hipertension insulin insuline "
    "insulina pacemaker epipen anaphylaxis migraine migrana pregnant enceinte embarazada penicillin penicilline "
    "penicilina arthritis artritis"
)
_SELF = {
    "gender":
        "female,male,woman,man,women,men,femme,homme,feminin,masculin,femenino,masculino,mujer,hombre,non binary,"
        "nonbinary,non binaire,no binario,she her,he him,they them,elle,il,ella",
    "faith":
        "muslim,christian,catholic,jewish,hindu,sikh,buddhist,protestant,musulman,musulmane,chretien,chretienne,"
        "catholique,juif,juive,bouddhiste,cristiano,cristiana,catolico,catolica,judio,judia,budista,atheist,athee",
    "kin":
        "spouse,husband,wife,partner,mother,father,brother,sister,son,daughter,parent,conjoint,conjointe,mari,epouse,epoux,"
        "mere,pere,frere,soeur,fils,fille,esposa,esposo,conyuge,madre,padre,hermano,hermana,hijo,hija,pareja",
    "marital":
        "married,divorced,widowed,celibataire,mariee,divorcee,veuf,veuve,soltero,soltera,casado,casada,divorciado,"
        "divorciada,viudo,viuda,common law,conjoint de fait,union libre",
}  # fmt: skip
_WHOLE = {text: kind for kind, listed in _SELF.items() for text in listed.split(",")}
_BLOOD = re.compile(r"^\s*(?:A|B|AB|O)\s*(?:Rh)?\s*(?:[+\-−–]|positi\w+|n[eé]gati\w+|neg|pos)\.?\s*$", re.I)
_CALLED = re.compile(r"^[^\W\d_][^\d@;\s]*\s[^\d@;]{2,40}\+?[\d(][\d\s().-]{6,18}\d\)?$")
"""Somebody with a telephone number, whom to call."""
_LONGEST = 60
"""Characters of a cell; a longer text is no bare need."""


def _set(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


_NEEDS = (
    ("diet", _set(_DIET), _set(_DIET, _WITHOUT, _FOODS, _BESIDE)),
    ("access", _set(_ACCESS), _set(_ACCESS, _ACCESS_BESIDE, _BESIDE)),
    ("health", _set(_HEALTH), _set(_HEALTH, _WITHOUT, _DIET, _BESIDE)),
)
"""Kinds of needs, the words of which one says so, and all words a cell about nothing else may hold."""
_EATS_NONE = (_set(_WITHOUT), _set(_FOODS), _set(_WITHOUT, _FOODS, _BESIDE))


@lru_cache(maxsize=20_000)
def private_kind(cell: str) -> str:
    """The private matter that a cell as a whole tells of somebody, empty for none."""
    if len(cell) > _LONGEST:
        return ""
    if _BLOOD.match(cell):
        return "health"
    if _CALLED.match(cell):
        return "call"
    folded = words(cell)
    if folded in _WHOLE:
        return _WHOLE[folded]
    found = set(folded.split())
    without, foods, either = _EATS_NONE
    if found & without and found & foods and found <= either:
        return "diet"
    return next((kind for kind, strong, beside in _NEEDS if found & strong and found <= beside), "")
