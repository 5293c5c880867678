"""More words of headings, as services and public forms put them, in three languages."""

FROM_FORMS: dict[str, str] = {
    "company":
        "co, cos, coy, current employer, present employer, employeur actuel, empleador actual, empresa actual, "
        "company current, current company, current organization, ste, establishment name, maison, raison commerce, "
        "exhibitor company, delegate organisation, cooperative, cooperativa, ngo, nonprofit, osbl, obnl, entreprise "
        "organisme, empresa institucion, empresa o institucion, organisation institution, company institution, "
        "organisation company, empresa organismo, nombre comercio, employer organisation, organismo empresa",
    "registration number":
        "companies house number, companies house, company no, tax registration, tax registration number, trn, gstin, "
        "kvk, kvk number, handelsregister, ust id, partita iva, numero iva, nif cif, cif nif, rfc empresa, rfc "
        "fiscal, rut empresa, nro nit, numero nit, matricula mercantil, registro camara comercio, numero rc, registre "
        "commerce, numero neq, numero siret, numero siren, code siret, fiscal code, business id, business "
        "identification number, business licence number, federal business number, cra number, fein, uei, identifiant "
        "commun entreprise, rccm, ninea, ifu, uen, nzbn, cro number, trade licence, trade license, licence comercial, "
        "rcs, trade register, trade register number, registro tributario unico, cedula juridica, personeria juridica, "
        "numero ice, identifiant entreprise, identificador fiscal, clave fiscal, cedula fiscal, nrc",
    "employees":
        "emps, nb emp, no emps, empl, staff no, how big team, team big, big team, how big company, how big business, "
        "size workforce, size team, full timers, payroll, empleos, numero colaboradores, cuantas personas, personas "
        "emplea, nombre salaries, taille effectif, taille equipe, tranche effectif, rango empleados, tamano "
        "plantilla, equivalents temps plein, company headcount, staffing, size enterprise, tamano equipo, personas "
        "equipo, personnes equipe, team members count, numero trabajadores, total employees, total staff, equipo "
        "trabajo, taille entreprise effectif, employs, employ",
    "founded":
        "year business began, began, year opened, date establishment, launch year, launched, annee lancement, existe "
        "depuis, affaires depuis, operacion desde, operando desde, inicio actividades, annee debut, business since, "
        "operating since, operation since, active since, actif depuis, year start, startup date, ano arranque, date "
        "creation entreprise, creee en, founded in, ano alta, comienzo actividades",
    "website":
        "wbst, webs, wsite, company url, company website url, company site, web presence, online presence, sitio "
        "internet, url empresa, page entreprise, adresse site, lien site, site entreprise, www address, web url, site "
        "url, domain, domain name, nom domaine, dominio, enlace sitio, url site, site corporatif, tienda linea, "
        "boutique ligne, online store, pag web, pag internet, sitio empresa",
    "sector":
        "ind, indus, line activity, field business, business category, categoria negocio, category business, industry "
        "group, industry category, industry classification, field expertise, campo actividad, domaine affaires, "
        "domaine intervention, domaine specialite, domaine specialisation, secteur intervention, secteur economique, "
        "branch firm, firm branch, company branch, branch company, branch activity, branch industry, branch business, "
        "branch trade, branza, branche, branche activite, trade sector, market sector, sector focus, "
        "industria giro, sector giro, area "
        "expertise, core business, coeur metier, metier, metier entreprise, actividad principal empresa, tipo "
        "actividad, type activite, type activity, giro principal, giro actividad, activite economique, rama, rama "
        "actividad, rama industrial, activite entreprise, actividad empresa, secteur affaires, business line, area "
        "especialidad, economic activity, main business, industry sectors, linea negocio, ambito, ambito actividad, "
        "domaine activites, domaines activites, domaines intervention",
    "subsector":
        "specialisation, specialization, especialidad, especialidades, niche, nicho, sous domaine, sous categorie, "
        "product segment, sub industries, sous secteurs",
    "stops":
        "villes visiter, ville visiter, ciudades visitar, which cities, cities attending, legs, stops attending, city "
        "program, location attend, locations attend, locations visiting, arret, arrets, escale, escales, ciudades "
        "participa, escala, escalas, paradas, event city, which leg, destination interest, ville arret, villes arret, "
        "ciudades visitara, ciudades asistira, ciudades participara, segment mission, mission city, mission cities, "
        "tramo mission, cities join",
    "offer":
        "prdcts, srvcs, svc, svcs, manufacture, main products, product range, range products, exhibits, exhibited, "
        "produits exposes, productos exhibidos, goods exhibited, exhibiting goods, competences, capacidades, "
        "capacites, what sell, offre affaires, cartera productos, fabriquez, fabrica, fabrican, producen, "
        "commercialisez, commercialise, comercializa, distribuye, distribuez, flagship product, produit phare, "
        "producto estrella, soluciones, portafolio, propose, items handled, main items, prestation, prestations, "
        "articles, articulos, merchandise, mercancia, key offering, biens, bienes, technologies, know-how offered",
    "seek":
        "introduced, introductions, ideal contact, ideal business contact, ideal buyer, partnership sought, "
        "partnership request, partnership requests, wanted, items interest, partenaires souhaites, partenaire "
        "souhaite, contacts souhaites, socios deseados, souhaite rencontrer, interested meeting, products interest, "
        "productos interes, kind contact, type contact, types contacts, profile contacts, target partner, target "
        "contact, customer profile, type buyer, types buyers, buyer type, type client, type acheteur, buyer profile, "
        "profil acheteur, perfil comprador, perfil cliente, perfil importador, perfil importadores, profil "
        "importateur, interlocuteurs rencontrer, type interlocuteur, types interlocuteurs, contrapartes, contraparte "
        "buscada, tipo contraparte, tipo empresa busca, tipo contacto, tipos contactos, tipo socios, type "
        "partenariat, tipo alianza, partner search, besoins achat, necesidades compra, sourcing needs, sourcing "
        "interest, sourced, wish source, wish import, interest importing, productos comprar, products interested, "
        "produits interet, interested products, business matching, companies met, contacts wanted, desired contact, "
        "desired meetings, desired business partner, matchmaking interests, matchmaking needs, meeting interest, "
        "target audience, kind partner, partenaires vises, partenaires cibles, socios potenciales, potential partner, "
        "potential partners, prospective partners, aliado, aliados, contactos interes, perfil aliado, profil "
        "interlocuteur, interlocuteurs recherches, contacts recherches, kinds companies meet, buyers meet, type "
        "organisation meet, procure, procuring, adquirir, aprovisionar, approvisionnement, intro, intros",
    "intent":
        "intent, intents, business intent, business intents, trade intents, intenciones, intencion comercial, "
        "intenciones comerciales, intentions commerciales, intention commerciale, type intent",
    "objective":
        "goals, ambition, ambitions, priority objectives, takeaway, takeaways, outcome, outcomes, expected results, "
        "expected benefits, benefits expected, attendez, buts, intention, intentions, reason travel, reason visit, "
        "reasons participating, reason participating, interest participating, interes participar, interet participer, "
        "raisons participer, razones participar, razon participar, motivation participer, metas, business goals, why "
        "applying, why participating, expectations, expectativas, want get out, get out, strategic objectives, "
        "attendues, attendus, esperado, esperados, resultados espera, but mission, aspirations, successful outcome, "
        "main reason, reason wanting, reason attending, reasons attending, reason join, attentes vis, hoped outcome, "
        "definition success, finalites",
    "export markets":
        "export market, export markets, export destination, export destinations, marches exportation, mercados "
        "exportacion, destinos exportacion, international markets, foreign markets, marches etrangers, mercados "
        "internacionales, mercados extranjeros, markets served, marches desservis, mercados atendidos, overseas "
        "markets, countries export, paises exporta, pays exportez, countries exported, countries sell, sell "
        "countries, countries operating, pays vendez, paises vende, countries currently operating, pays exporte, "
        "paises exportado, exported countries, export countries, paises exportacion, pays exportation, marches "
        "internationaux, destino exportaciones, exporting countries, paises donde exporta, marches export, marche "
        "export",
    "nature":
        "nature business, nature activite, nature activites, naturaleza negocio, nature company, naturaleza empresa, "
        "nature entreprise",
    "existing partner":
        "partner market, partners market, partners markets, representation market, representation target market, "
        "existing partner, already representation, existing representation, current agents, current agents "
        "distributors, agents distributors representatives, country relationships, existing relationships country, "
        "current distributor, distribuidor actual, representante actual, agent actuel, local agent, local "
        "representative, local distributor, local partner, agente local, representante local, socio local, "
        "representant local, existing contacts, existing relationships, contacts existants, contactos existentes, "
        "current agent, importador actual, partenaire local, existing agents, existing distributors, existing "
        "partners, local contacts, contacts locaux, contactos locales, existing business partners, partenaires "
        "actuels, socios actuales, distribuidores actuales, distributeurs actuels, business partners market, dispone "
        "importador, dispone distribuidor, dispone agente",
    "received":
        "create date, added time, register date, date register, submission timestamp, response time, completed time, "
        "finish time, completion date, signed up, cree, cree le, creado, creado el, reception date, fecha llenado, "
        "fecha creado, creation time, record created, record date, created time, date enregistrement, enregistre, "
        "date remplissage, hora registro, hora envio, order created, order time, purchase date, booking time, date "
        "commande, date reservation, fecha pedido, fecha compra, fecha orden, registration timestamp, date ajout, "
        "fecha agregado, time submitted, started completing, submit time",
    "consent":
        "lopd, lgpd, proteccion datos conformidad, conformidad lopd, allow share, opt in share, may share, can share, "
        "tratamiento datos, traitement donnees, uso datos, use data, diffusion coordonnees, diffusion renseignements, "
        "partager coordonnees, share information, legal basis, lawful basis, conditions utilisation, terms "
        "conditions, terminos condiciones, conditions generales, autorise diffusion, uso informacion, datos "
        "compartidos, data used, donnees utilisees, donnees soient",
    "signature":
        "authorized signature, authorised signature, sign off, signing, firmante autorizado, signataire autorise, "
        "stamp signature, signature stamp, binding signature, legally binding signature, sello firma, cachet "
        "signature",
    "status":
        "registration state, order state, payment state, application state, workflow state, etat commande, estado "
        "pago, estado orden, estado pedido, approval state, state registration, etat paiement, lifecycle, lifecycle "
        "stage",
    "person":
        "person in charge, official in charge, personne charge, persona cargo, encargada, responsable dossier, "
        "contact details, key person, main person, referente, spokesperson, datos contacto, coordonnees contact",
    "delegate":
        "quien asistira, quien asiste, quien viaja, quien participa, quien participara, participera mission, "
        "assistera mission, person attend, huesped, further delegate, principal delegate, member delegation, "
        "delegation member, attending person, representative attending, traveling delegate, delegate details, datos "
        "delegado, datos participante, coordonnees participant, person arriving, arriving person, person coming, "
        "coming person, who comes, who travels, person taking part",
    "middle":
        "middle name, middle initial, initial, initials, suffix, name suffix, maiden name, deuxieme prenom, middle "
        "names, nickname, surnom, apodo",
    "given name":
        "frst, first nm, fst name, gvn name, forenames, vorname, prenoms, nombres pila, 1er prenom, first middle "
        "name, fornavn",
    "family name":
        "lst, last nm, fam name, surnames, nachname, noms famille, last names, family names, primer apellidos",
    "courtesy":
        "ms mr, ms mr mrs, mrs mr, mme m, m mme mx, mr ms mx, shri smt, mr ms dr prof shri smt, anrede, titel, mr mrs "
        "ms miss, miss, mister, civ, trat, titre appel, mr mrs miss, sr sra srta, srta, mlle",
    "operating name":
        "d b a, dba name, company name signage, name signage, fascia name, sigle, acronym, siglas",
    "position":
        "mandat, en qualite, pstn, posn, jb title, job position, professional role, occupation title, designation "
        "role, title role, position held, puesto actual, cargo actual, fonction actuelle, poste actuel, fonction "
        "exercee, fct, job title function, cargo funcion, fonction titre, cargo desempena, puesto desempena, puesto "
        "ocupa, cargo ocupa, function title",
    "type":
        "marketing preferences, faculty, department, faculty department, role purchasing, role purchasing process, "
        "purchasing role, buying role, purchasing authority, decision maker, decision making, role decision, "
        "participant role, attendee role, rol participante, nature participation, persona type, buyer persona, "
        "audience, lettre, letter, following letter, key numbers, key number",
    "email":
        "eml, e mail adr, mail adr, mail professionnel, mail pro, email pro, correo contacto, correo empresarial, "
        "correo institucional, courriel professionnel, mailbox, contact mail, adresse email, adresse e mail "
        "professionnelle, cor electronico",
    "phone":
        "phn, tlph, fon, direct telephone, direct phone, direct dial, ddi, did, work phone, telefono contacto, numero "
        "joindre, tel direct, tel fixe, landline, fixed line, telefono fijo, line direct, call back number, telephone "
        "direct, telephone contact, phone work",
    "mobile":
        "mob, natel, handy, sms, mobile telephone, mobile no, numero whatsapp, gsm number, numero movil, celular "
        "whatsapp, phone during mission, whatsapp number, mobile whatsapp, telefono whatsapp",
    "switchboard":
        "general telephone, general tel, general number, telephone central, tel general, tel central, tel standard, "
        "central telephone, central number, corporate phone, corporate number, front desk, telephone accueil, "
        "telefono central, central telefonica, telephone societe, company tel, tel company",
    "address":
        "address street, exact address, direccion exacta, adresse exacte, address 1, address 2, line 1, line 2, linea "
        "1, linea 2, ligne 1, ligne 2, po box, p o box, suite, building, building name, apartment, numero exterior, "
        "numero interior, street name number, voie, nom rue, numero voie, complement adresse, complement, boite "
        "postale, case postale, apartado postal, physical location, emplacement, ubicacion, coordonnees postales, "
        "street no, supplemental address, additional address, address supplement, num exterior, num interior, "
        "domicilio empresa",
    "city":
        "cty, twn, comuna, loc, town or city, ville siege, ciudad sede, city headquarters, city location, home base, "
        "locality town, seat town, town seat, seat city, seat company, seat firm, firm seat, registered seat, "
        "siedziba, miejscowosc, miasto",
    "region":
        "rgn, st, pcia, emirate, emirat, local authority area, wojewodztwo, state territory, province or state, "
        "governorate, wilaya, bundesland, county state, provincia estado, estado provincia, region province, "
        "administrative region, mrc",
    "postal code":
        "zp, pstl, zp cd, npa, pin, pincode, zip postcode, post zip, plz, cep, codigo zip, code zip, postal zip, zip "
        "pc",
    "languages":
        "role linguistique, language level, linguistic role, languages known, language skills, competences "
        "linguistiques, dominio idiomas, language proficiency, language ability, working languages, langue travail, "
        "idioma trabajo, communication language, meeting language, official language, langue officielle, idioma "
        "oficial",
    "notes":
        "nts, rmks, rmk, rq, cmt, cmts, commts, anything know, anything tell, else share, comments suggestions, "
        "suggestions, autre chose, quelque chose ajouter, algo agregar, final comments, additional remarks, extra "
        "information, extra notes, sugerencias, otros datos, autres renseignements, remarques particulieres, "
        "observaciones generales, comentarios generales",
    "description":
        "desc, dscr, dsc, catalogue text, directory text, directory description, directory listing, catalogue entry, "
        "texte catalogue, texto catalogo, company text, dedica empresa, se dedica, dedica, hace empresa, dedie, line "
        "of work, descripcion empresa, activite principale description, decrire activite, decrivez activite, describa "
        "actividad, presentation activite, presentation activites, your story, write up, company write up, parcours "
        "entreprise, company activity, actividad descripcion, one liner, dites nous entreprise, fait entreprise, fait "
        "societe",
    "access":
        "ada, ada accommodation, ada accommodations, adjustment, adjustments, reasonable adjustment, reasonable "
        "adjustments, amenagement, amenagements, amenagement raisonnable, ajustes razonables, ajuste razonable, "
        "accommodations needed, accommodations required, require accommodations, accommodation needs, special "
        "accommodations, assistance needed, assistance required, need assistance, requires assistance, physical "
        "needs, ramp, elevator, ascenseur, hearing loop, boucle magnetique, adapted, support needs, particular "
        "requirement, particular requirements, adaptaciones, apoyo especial, apoyos especiales, neurodiversity, "
        "neurodivergent, sensory, vision impairment, visual impairment, special arrangements, arrangements needed, "
        "condicion fisica, motricite, dificultad fisica, barrier free, sans obstacle, pmr",
    "diet":
        "meal type, meal preferences, meals preference, food choice, food choices, foods, food allergy, food "
        "intolerance, foods avoid, avoid eating, menu type, special menu, menu especial, menu special, type repas, "
        "type menu, tipo menu, tipo comida, comida especial, eating, cannot eat, ne mange, no come, no puede comer, "
        "manger, contrainte alimentaire, contraintes alimentaires, preferences alimentaires, restrictions "
        "alimentaires, restricciones alimentarias, restricciones alimenticias, diete, dietary restriction, dietary "
        "restrictions, dietary requirement, dietary preference, eating habits, habitudes alimentaires, habitos "
        "alimenticios, pork, porc, cerdo, seafood allergy, veg, non veg, veggie, pescatarian, plat, platillo, entree "
        "choice, dinner choice, lunch choice, lunch option, dinner option, menu selection, banquet meal, banquet menu",
    "passport":
        "port pass, ppt, ppt no, ppt issue, ppt expiry, father, mother, father name, mother name, pere, mere, padre, "
        "madre, pob, credit card, carte credit, tarjeta credito, card number, numero tarjeta, cvv, cvc, cin, emirates "
        "id, id emirates, iqama, aadhaar, pan card, national id no, delivre le, delivre, expire, visa, visado, visas, "
        "visa requirement, entry permit, permis sejour, travel authorisation, travel authorization, eta number, esta "
        "number, document type number, numero document, document number, numero identificacion personal, tipo "
        "documento, type document identite, doc identidad, numero documento, document no, nationality passport, "
        "passport nationality, valid until, valide jusqu, valido hasta",
    "birth":
        "age range, age bracket, tranche ages, year birth, annee naissance, ano nacimiento, date place birth, edades, "
        "adult child, over 18, over 21, mayor edad, majeur",
    "gender":
        "preferred pronouns, identidad genero, gender expression, sexe genre, m f, h f, male or female, trans, "
        "intersex",
    "ethnicity":
        "owned led, diversity, diverse, diverse owned, 2slgbtqi, lgbtqi, lgbtqia, women owned, woman owned, minority "
        "owned, indigenous owned, black owned, diversity certification, diverse supplier, marital, single married, "
        "situation familiale, situation matrimoniale, mother tongue, langue maternelle, lengua materna, country "
        "birth, immigrant, refugee, caste, tribe, iwi, maori, self identify, under represented, under represented "
        "group, disadvantaged, socially disadvantaged, political party, party affiliation, ancestry, "
        "underrepresented, groupes designes, designated group, employment equity, equidad, origen etnico, afro, first "
        "nation, premieres nations, pueblos originarios",
    "religion":
        "prayer room, salle priere, sabbath, sabbat, shabbat, ramadan, religious observance, religious needs, "
        "worship, culte, culto, mosque, church, sala oracion, prayers, spiritual, creencias, confession",
    "emergency":
        "call home, ring crisis, crisis, trouble call, ice name, ice number, ice phone, llamamos pasa, anything "
        "happens, pepin, happens, parentesco, lien parente, kinship, relationship emergency, next of kin, proche "
        "parent, familiar contacto, cas probleme, case problem, caso problema, contacter cas, contact case, contactar "
        "caso, emerg, emerg contact, personne prevenir, persona avisar, contacto caso, sos contact, urgent contact, "
        "nok",
    "health":
        "blood, rh factor, facteur rh, factor rh, tension, insulin, medications, prescription, prescriptions, "
        "ordonnance, receta medica, treatment, condition health, physical condition, etat physique, estado salud, "
        "condicion salud, condiciones medicas, medical notes, medical information, medical needs, besoins medicaux, "
        "informacion medica, necesidades medicas, psychological, mental, surgery, cirugia reciente, tobacco, drug "
        "allergy, health requirement, health requirements, health needs, besoins sante, necesidades salud, chronic, "
        "chronique, cronica, cronico, sick, injury, blessure, lesion, fitness travel, seguro gastos medicos, epipen",
    "guest":
        "plus ones, partner attending, accompanying guest, co traveller, co traveler, travel companion, companion "
        "name, additional guest",
    "staff":
        "client executive, relationship manager, case officer, account rep, enumerator, enqueteur, encuestador, data "
        "entry, interviewer, agente asignado, charge de dossier, charge dossier, responsable interne, recruiter, "
        "invited through",
    "event":
        "virtual, virtuel, virtuelle, presencial, presentiel, onsite online, co exhibitor, co exhibitors, "
        "coexhibitor, coexposant, coexpositor, stand number, hall, pavilion, pavillon, pabellon, raffle, gift, "
        "workshops attend, excursions, activity, activites proposees",
    "title":
        "ttl",
    "country":
        "cntry, cntr",
    "home":
        "tel r, phone r, telephone r, residence phone, residence tel, tel res, phone res, tel casa, tel domicile",
    "wishes":
        "empresas visitar, empresas contactar, entreprises contacter, entreprises visiter, souhaits rendez vous, "
        "souhait rendez vous, rendez vous souhaites, rendez vous demandes, one one requests, one on one requests, one "
        "one meetings, aimeriez voir, souhaitez voir, like invite, quiere cita, desea cita, contacted behalf, pre "
        "arranged meeting, decideurs voir",
    "common email":
        "general email, general e mail, general mail, generic email, info email, company general email, courriel "
        "general, correo general, email general, email generique",
    "social":
        "crunchbase, glassdoor, github, behance, angellist, stamp, sello, cachet, gps, geopoint, coordinates, "
        "coordonnees gps, twitter handle, attach logo, logo file, cargue logotipo, telecharger logo, televerser, "
        "subir archivo, joindre fichier, adjuntar, upload logo",
    "id":
        "sid, uid, response no, container id, ext id, external id, entry id, entry no, row id, contact id, form id, "
        "item id, recordid, key, hash, url id, slug",
    "assessment":
        "lead score, completion, completeness, profile completion, percent complete, complete percentage, ranking, "
        "engagement, opens, clicks, opted out, unsubscribe, unsubscribed, do not email, do not call, do not mail, do "
        "not sms, do not phone, do not trade, bulk email, hs analytics, visits count",
}  # fmt: skip
"""Phrases beside those of the other vocabularies, by concept."""
