"""The words of headings in English, French and Spanish, and the concept each stands for.

Phrases are separated by commas and compared as folded words without accents, articles and prepositions, in the singular
and the plural. `exchange.headings` finds the longest phrases in a heading; `exchange.heading_rules` says which field
concepts make together.
"""

from missionplanner.exchange.vocabulary_people import ABOUT_PEOPLE

STOP_WORDS = frozenset(
    str.split(
        "the a an of for to in on at by your our my their its this that these be with from and or please as "
        "it we us any "
        "some s le la les l de du des d un une et ou votre vos notre nos sa ses leur au aux en dans pour par "
        "sur avec que "
        "qui quel quelle quels quelles ce cette el los las del y o u su sus una para por con cual cuales al "
        "lo se e which "
        "what are is you do does est sont es son i me te vous tu "
        "nous qu there whom where t il elle ils elles he she they him her lui"
    )
)
"""Words that a phrase neither gains nor loses anything by."""

NEUTRAL = frozenset(
    str.split(
        "full complete official legal legally registered exact correct main principal primary principale "
        "principaux head "
        "current currently new details detail information info enter provide indicate list specify select choose state "
        "write give tell describe required optional obligatoire facultatif obligatorio opcional requerido "
        "requis maximum "
        "max words mots palabras word characters caracteres lines lignes lineas if different differs differ autre "
        "diferente distinto distinta si appear appears appearing shown written used exactly show directory "
        "booklet line "
        "work working professional professionnel professionnelle profesional business corporate institutional "
        "institucional electronic direct directe directo international internacional general generale each "
        "all tous todas "
        "todos veuillez indiquez inscrire inscrivez precisez precise favor indique escriba especifique mencione check "
        "tick apply field value number numero num nr no n nb text short brief briefly breve bref breves long "
        "participating participante exporting hosting based located situe situee ubicada ubicado ubica "
        "trouve established "
        "etabli etablie establecida establecido mission trade commercial commerciale comercial mision during pendant "
        "durante canadian mexican canadienne mexicaine canadiense mexicana canadien mexicain mexicano canada mexico "
        "mexique selected answer response question step include including with without code pais dial area lada ext "
        "extension digit format yyyy dd mm ex eg exemple ejemplo example like will would can could should may did has "
        "have had www http https com occupe occupee ocupa occupied held actuel actuelle actual actuales own "
        "propre propio "
        "propia fijo fija fixe landline confirmation confirmed confirmar completo completa complet civique "
        "postale postal "
        "mailing physical social sociale serving ship operating operate operates under fields column columna colonne "
        "tiene tienen global worldwide monde mundial sede siege headquarters headquarter office offices hq "
        "bureau bureaux "
        "oficina oficinas temps plein partiel tiempo fulltime best describes suite suivant usual habituel "
        "habitual "
        "voluntary"
    )
)
"""Words that change nothing about what a heading asks for."""

_ABOUT_COMPANIES = {
    "company":
        "company, companyname, organization, organisation, firm, business, enterprise, employer, institution, "
        "affiliation, exhibitor, supplier, vendor, exporter, manufacturer, corporation, organizacion, organismo, "
        "entreprise, societe, compagnie, organisme, etablissement, structure, employeur, exposant, fournisseur, "
        "exportateur, exportatrice, empresa, compania, institucion, empleador, expositor, proveedor, exportador, "
        "exportadora, negocio, sociedad, applicant company, member company, account, company organization, startup, "
        "agency, agence, agencia, fabricant, fabricante, empresa organizacion, empresario, producteur, productor, "
        "producer, corporacion, empresa participante, entreprise participante, participating company, organizacion "
        "participante, compania participante, university, universite, universidad, workplace, represented "
        "organization, org, orgn, ent, firma comercial",
    "firm name":
        "raison sociale, razon social, denomination sociale, denominacion social, denomination, denominacion, legal "
        "name, corporate name, nom legal, nombre legal, account name, legal entity name, entity name, nombre razon "
        "social, nom raison sociale, denominacion razon social, company legal name, client, cliente, legal business "
        "name, nom corporatif, exporter name, nombre fiscal, registered name",
    "operating name":
        "operating name, trade name, trading name, trading, doing business as, doing business, dba, operating, brand "
        "name, brand operating name, also known, aka, commercial name, business known as, nom commercial, nom "
        "exploitation, nom usage, faisant affaire sous, faisant affaires sous, faisant affaire, enseigne, nom usuel, "
        "nom affaires, autre nom, nombre comercial, marca comercial, conocida como, nombre fantasia, conocido como, "
        "name company operates under, nom marque, brand, trade style, style name, otro nombre, other name",
    "time zone": "time zone, timezone, fuseau horaire, zona horaria, huso horario",
    "city zone": "zone of the city, zone city, city zone, quartier ville, zona ciudad, zona de la ciudad",
    "office coordinates":
        "coordinates of the office, office coordinates, coordonnees geographiques, coordenadas geograficas, "
        "coordenadas oficina",
    "way there": "how to get there, comment s y rendre, comment vous rejoindre, como llegar",
    "meeting place":
        "where meetings are held, where meetings held, endroit des rencontres, donde se celebran las reuniones",
    "tariff status":
        "tariff status, tariff compliance, statut tarifaire, situation tarifaire, situacion arancelaria, "
        "estatus arancelario, estado arancelario, cumplimiento arancelario",
    "bought inputs":
        "inputs it buys, inputs bought, bought inputs, imported inputs, inputs from abroad, intrants achetes, "
        "intrants importes, insumos que compra, insumos comprados, insumos importados",
    "registration number":
        "business number, bn, cra business number, company registration number, corporate registration number, "
        "corporate registration, tax id, tax number, tax identification, tax identification number, vat, vat number, "
        "vat id, incorporation number, ein, gst, gst number, gst hst number, hst number, hst, federal tax, company "
        "number, corporation number, neq, numero entreprise, numero d entreprise, numero entreprise quebec, siret, "
        "siren, tva, numero tva, tva intracommunautaire, rfc, nit, cif, rut, nif, registro federal contribuyentes, "
        "registro fiscal, registro mercantil, identificacion fiscal, numero identificacion fiscal, identificacion "
        "tributaria, numero fiscal, immatriculation, numero immatriculation, numero enregistrement, numero registro "
        "empresa, id fiscal, cuit, ruc, abn, acn, duns, duns number, registro unico, registro tributario, business "
        "registration, business registration number, federal id, company registration, numero legal, company reg "
        "number, company reg no, company reg, identifiant fiscal, crn, numero inscripcion fiscal, registre du "
        "commerce, registro comercial, registration number company",
    "employees":
        "employee, employees, staff, headcount, head count, fte, workforce, full time equivalent, number people "
        "company, people company employ, people employ, employe, effectif, salarie, travailleurs, empleado, "
        "trabajador, plantilla, colaborador, people work, staff size, employee count, numero personas que trabajan, "
        "etp, personal ocupado, nombre employes, team size, collaborateur, personas trabajan, company size, business "
        "size, organization size, taille entreprise, taille organisation, tamano empresa, tamano organizacion, taille "
        "societe, size company, size organization, size business, organisation size, size organisation, employed, "
        "people employed, emplea, emploie, personas empleadas, personnes travaillent, travaillent, trabajan, "
        "travaillent entreprise, people working, personas laboran, laboran, staff count, nbre employes, num "
        "empleados, membres personnel",
    "founded":
        "founded, established, incorporation, incorporated, foundation, establishment, fondation, fondee, fonde, "
        "creation, constitution, creation entreprise, incorporee, fundacion, constitucion, creacion, fundada, fundo, "
        "constituida, inicio operaciones, start operations, began operations, debut activites, founding, inception, "
        "fundado, demarrage, demarre, startup year, arranque, year est, est year",
    "year":
        "year, annee, ano",
    "years":
        "years business, years operation, years existence, annees existence, annees experience, annees affaires, anos "
        "experiencia, anos operacion, anos mercado, antiguedad, years experience, anciennete, nombre annees, anos "
        "existencia, how many years, how long, combien annees, cuantos anos",
    "website":
        "website, web site, web, site web, site internet, homepage, home page, web page, webpage, pagina web, sitio "
        "web, sitio, pagina internet, page web, page internet, adresse internet, web address, website address, portal "
        "web, www, direccion web, adresse web, pagina, internet address, site, direccion internet, dominio web, "
        "weblink, company link, company page",
    "wants":
        "wants",
    "sector":
        "sector, industry, industrie, industria, secteur, secteur activite, sector actividad, field activity, area "
        "activity, domaine activite, domaine, giro, ramo, rubro, actividad economica, actividad principal, activity "
        "sector, industry sector, business activity, activite principale, areas activities, areas of activity, "
        "business sector, sector economico, line of business, giro comercial, area negocio, vertical, sector "
        "productivo, industry vertical, filiere, champ activite, secteur industriel, business area, business field, "
        "area interest, domaine expertise, giro empresarial, giro negocio, main activity, core activity, actividad "
        "empresarial, actividad, type industry, industry type, tipo industria, sector industrial, sectores, actividad "
        "comercial, economic sector, sphere activity, sect",
    "subsector":
        "subsector, sub sector, subindustry, sub industry, sous secteur, subramo, sub ramo, subgiro, sous industrie, "
        "segment, segmento, subcategory sector, sous secteur activite, subrubro, sub rubro, sector segment, secondary "
        "sector",
    "stops":
        "city attend, city visit, city participate, city participation, city interest, mission stop, stop, stops "
        "mission, location attending, city leg, mission leg, leg, cities, villes, ciudades, ville participation, "
        "ville visite, etape, etape mission, ciudad participara, ciudad participacion, ciudad visitar, ciudad "
        "asistira, sede asistira, sedes, stop attending, itinerary, itineraire, city join, ville participerez, ville "
        "serez present, ville mission, ciudad mision, ciudad interes, ville interet, parada, sede participara, "
        "destination city, city destination, ville souhaitee, city mission, city tour stop, city wish, sede interes, "
        "sede evento, plaza, cities interest, host city, host cities, ville desservie, ciudad desea participar",
    "available":
        "available, disponible, disponibilidad, availability, disponibilite",
    "offer":
        "product, service, offer, offering, offerings, capability, selling, sell, supply, supplies, product service, "
        "services offered, produit, offre, offrez, offrir, proposez, vendez, fournissez, producto, servicio, ofrece, "
        "oferta, ofrecen, vende, suministra, produce, promouvoir, promover, expertise, solution, technologies "
        "offered, produits services, competencies, core competency, goods, marchandise, bien et service, catalogue, "
        "catalog, catalogo, portfolio, brands, gamme, product line, linea productos, technology, tecnologia, "
        "technologie, know how, savoir faire, specialties, specialty, prod, prods",
    "seek":
        "looking, seek, seeking, sought, hoping find, hope find, search, searching, cherchez, recherchez, recherche, "
        "recherches, cherche, busca, buscan, buscando, buscado, buscada, interested buying, interested purchasing, "
        "interesa comprar, comprar, buy, purchase, sourcing, procurement, want buy, partner profile, ideal partner, "
        "ideal customer, ideal client, partenaire ideal, socio ideal, business need, besoin affaires, demanda, achat, "
        "acheter, compra, interes compra, partner type, type partner, matchmaking criteria, want find, souhaitez "
        "trouver, desea encontrar, buying interest, products buy, buyer needs, souhaitez acheter, recherchees, socio "
        "buscado, what kind partners, wish find, partner wanted, interested sourcing, importar, import interest, "
        "desired partner, preferred partner type, contraparte ideal, perfil contraparte, counterpart profile, profil "
        "partenaire, perfil socio, type partenaire, tipo socio, hoping meet, encontrar, gustaria encontrar, "
        "introductions requested, introduction requested, product source, products source, productos buscados, "
        "produits recherches, source products",
    "need":
        "need, needs, require, requirement, besoin, besoins, exigence, necesidad, necesita, requerimiento, requiere, "
        "necessaire, needed, requeridos, requirements",
    "description":
        "description, descripcion, decrivez, describa, profile, profil, perfil, about company, about, propos, acerca, "
        "overview, summary, resume entreprise, resume activites, resumen, presentation, presentez, presentacion, "
        "resena, activites, business activities, company bio, company biography, tell company, elevator pitch, "
        "descriptif, brief description, boilerplate, introduction company, que hace empresa, que fait entreprise, "
        "synopsis, blurb, semblanza empresa, quienes somos, resumen ejecutivo, company story, company background, "
        "historique entreprise, actividades, company introduction, abstract, descr",
    "objective":
        "objective, goal, objectif, objetivo, expectation, attente, expectativa, hope achieve, why want join, why "
        "join, why do you want, pourquoi souhaitez, pourquoi participer, porque desea, want achieve, aim, motivation, "
        "motivo, reason joining, raison participation, why participate, why attend, purpose visit, but visite, "
        "proposito, expected outcome, resultats attendus, resultados esperados, desired outcome, why interested, "
        "finalidad, purpose, hope get, hope gain, hope accomplish, espera lograr, espera obtener, propositos, raison "
        "de participer, esperan, want accomplish, mission success, success mission, succes mission, exito mision, "
        "achieve, accomplish, hoping achieve, lograr, obtener, atteindre, accomplir, looking achieve, esperez, "
        "espere, espera, retirer, esperan obtener, looking gain",
    "export":
        "export, exports, exporting, exporte, exportez, exportation, exportacion, exporta, exportan, exportaciones",
    "market":
        "market, marche, mercado, market place",
    "existing":
        "existing, current, present, presently, actuel, actuelle, existant, actual, existente, already, deja, ya, "
        "local, locaux, locale, actuales, actuels",
    "partner":
        "partner, agent, partenaire, socio, relationship, contacts market, contact local",
    "meet":
        "meet, meeting, rencontrer, rencontre, conocer, reunirse, reunion, reuniones, b2b meetings, matchmaking, "
        "meetings, rencontres, b2b, cita, citas, rendez, entrevistarse",
    "wishes":
        "companies interest, empresas interes, entreprises interet, companies you wish meet, preferred companies, "
        "target companies meet, companies want meet, entreprises rencontrer, empresas conocer, wish list, wishlist, "
        "wants meet, companies meet, requested companies, requested meetings, meeting requests, empresas desea "
        "conocer, liste souhaits, empresas reunirse, entreprises souhaitez rencontrer, companies like meet, firms "
        "like meet, organizations like meet, companies would like meet, firms would like meet, organizations would "
        "like meet, companies wish meet, entreprises aimeriez rencontrer, entreprises souhaiteriez rencontrer, "
        "entreprises desirez rencontrer, entreprises voulez rencontrer, societes souhaitez rencontrer, empresas "
        "gustaria conocer, empresas gustaria reunirse, empresas quisiera conocer, empresas quiere conocer, empresas "
        "desea reunirse, empresas desea conocer",
    "origin declaration":
        "certificate origin, rules origin, regles origine, reglas origen, certificat origine, certificado origen, "
        "origin goods, origine marchandises, origine produits, declares origin, declare origin, declara origen, goods "
        "originate, declares origin goods",
    "export controls":
        "export controls, export control, controle exportation, control exportacion, controles exportacion, controles "
        "exportation, declares export controls",
    "integrity":
        "bribery, anti bribery, antibribery, corruption, anti corruption, anticorruption, soborno, anticorrupcion, "
        "integrity, corrupcion, integrite, integridad, declares integrity",
    "received":
        "timestamp, time stamp, submission date, submit date, submitdate, date submitted, submitted, completion time, "
        "registration date, date registration, created, created date, date created, creation date, date received, "
        "received, application date, date application, submission, registration time, submission time, horodateur, "
        "date reception, date soumission, date inscription, heure fin, date envoi, date depot, soumis, recu, inscrit, "
        "marca temporal, fecha registro, fecha envio, fecha recepcion, fecha inscripcion, hora finalizacion, fecha "
        "solicitud, fecha alta, recibido, enviado, marca tiempo, fecha creacion, date last action, horodatage, date "
        "completed, date demande, end date, enddate, recorded date, fecha hora, date heure, date creation, fecha "
        "captura, fecha respuesta, response date, date reponse, date time, entry date, date added, registered date, "
        "signup date, sign up date, date saisie, inscription date, completed, fecha hora envio, date heure "
        "soumission, date heure reception, fecha hora registro, date time submitted, date time received, order date, "
        "booking date",
    "consent":
        "consent, consents, consented, agree, agreement share, accept terms, accept privacy, accept, privacy, gdpr, "
        "rgpd, permission, authorize, authorise, authorization, consentement, consens, j accepte, accepte, acceptez, "
        "autorise, autorisez, autorisation, confidentialite, protection renseignements, protection donnees, "
        "renseignements personnels, donnees personnelles, consentimiento, acepto, acepta, autorizo, autoriza, "
        "autorizacion, aviso privacidad, privacidad, datos personales, proteccion datos, personal information, "
        "personal data, data protection, data sharing, share data, share contact, share details, partage donnees, "
        "partage renseignements, compartir datos, consiento, casl, lcap, politica privacidad, consentez",
    "signature":
        "signature, signed, sign, signataire, signe, signatory, firma, firmado, firmante, signer, firmo",
    "applicant":
        "form completed, application submitted, filled, form filled, filled out, rempli, remplie, formulaire rempli, "
        "remplit formulaire, personne remplit, llenado, quien registra, persona registra, quien llena, submitter, "
        "person completing, person filling, form submitter, persona llena, person submitting, personne inscrit, "
        "application completed, respondent, behalf, completing form, submitting form",
    "notes":
        "note, notes, comment, comments, additional comment, other comment, anything else, remark, remarks, other "
        "information, additional information, internal note, questions comments, comments questions, commentaire, "
        "remarque, observation, autre commentaire, autres informations, informations complementaires, autre "
        "information, information supplementaire, nota, notas, comentario, observacion, informacion adicional, algun "
        "comentario, otro comentario, feedback comments, other remarks, further information, further comments, "
        "additional notes, additional info, informations supplementaires, renseignements supplementaires, notes "
        "internes, notas internas, otros comentarios, commentaire additionnel, autres precisions, precisions, "
        "message, mensaje, additional details, anything add, algo mas, agregar, special comments, obs, coment, comm, "
        "rem, observ",
    "application":
        "application, demande, solicitud, candidature, candidatura, request, requests",
    "registrant":
        "registrant, inscrit",
    "value proposition":
        "value proposition, propuesta valor, proposition valeur",
    "entity":
        "entidad, entidades, entite",
}  # fmt: skip

VOCABULARY: dict[str, str] = {**_ABOUT_COMPANIES, **ABOUT_PEOPLE}
