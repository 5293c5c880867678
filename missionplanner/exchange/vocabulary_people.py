"""The words of headings about people, places and what a registration does not need, in three languages."""

_PEOPLE = {
    "person":
        "contact, representative, person, people, primary contact, main contact, key contact, contact person, lead, "
        "personne, personne ressource, personne contact, representant, responsable, interlocuteur, contacto, "
        "representante, persona, persona contacto, encargado, resp, point contact, liaison, contact principal, "
        "contacto principal, rep, titular, enlace, point of contact, contact ressource, lead contact, contactperson",
    "delegate":
        "delegate, participant, attendee, traveller, traveler, visitor, delegue, deleguee, participante, delegado, "
        "asistente, assistant participant, lead delegate, head delegation, chef delegation, jefe delegacion, mission "
        "participant, voyageur, viajero, attendees, registrant delegate, visiteur, visitante, business "
        "representative, speaker, asistentes, travelling representative, personne voyage, personne qui voyage, "
        "persona viaja, person travelling, person traveling, travelling person, personne voyagera, persona viajara, "
        "personne participe, persona asiste, persona participara",
    "name":
        "name, nom, nombre, names",
    "given name":
        "first name, given name, forename, first, given, prenom, nombre pila, primer nombre, nombres, firstname, "
        "givenname, fname, prenom usuel, segundo nombre, given names, first names, christian name",
    "family name":
        "last name, family name, surname, last, nom famille, nom de famille, apellido, apellidos, apellido paterno, "
        "primer apellido, patronyme, lastname, lname, familyname, paterno, paternal surname, nom patronymique, first "
        "surname",
    "second family name":
        "apellido materno, segundo apellido, second last name, second family name, maternal surname, deuxieme nom, "
        "second surname, materno, maternal last name, deuxieme nom famille, apellido 2",
    "full name":
        "full name, complete name, nom complet, nombre completo, name surname, first last name, first name last name, "
        "nom prenom, prenom nom, nombre apellido, nombre apellidos, apellidos nombre, apellido nombre, apellidos "
        "nombres, nombres apellidos, last name first name, fullname, nom famille prenom, prenom nom famille, first "
        "name surname, given name family name, apellidos y nombres, given name surname, nom et prenom complet",
    "title":
        "title, titre, titulo",
    "courtesy":
        "salutation, prefix, mr ms, mr mrs, mr mrs ms, mr ms dr, mr mrs ms dr, courtesy, courtesy title, honorific, "
        "civilite, titre civilite, formule appel, m mme, m mme mlle, titre m mme, tratamiento, titulo cortesia, sr "
        "sra, sr sra ing, sr sra dr, mrs, mme, sra, prefijo, title mr ms, salutations, titulo sr sra, personal title, "
        "name prefix, titre courtoisie, mr, prefixe, madame monsieur, monsieur madame, trato, forma trato, "
        "appellation, form address, titre de politesse, sra sr",
    "position":
        "job title, job, position, role, designation, function, occupation, position company, fonction, poste, titre "
        "poste, titre professionnel, cargo, puesto, posicion, funcion, ocupacion, job description, title position, "
        "position title, job role, professional title, role company, titulo puesto, titulo cargo, titre fonction, "
        "jobtitle, emploi, puesto trabajo, profession, profesion, intitule poste, official title, titre emploi, "
        "business title, job function, puesto cargo, work title, rol, responsabilidad, poste occupe, poste titre, "
        "cargo puesto, company role, qualite, work position, desig, fonct, func, posicion cargo",
    "email":
        "email, mail, emails, courriel, messagerie, adresse courriel, adresse electronique, correo, correo "
        "electronico, mel, email address, e mail address, electronic mail, direccion correo, direccion correo "
        "electronico, adresse messagerie, adresse e mail, direccion electronica, courrier electronique, mail address, "
        "emailaddress, courriels, email id, adresse mail, dir correo, courr, mail addr, email addr",
    "phone":
        "phone, telephone, tel, telefono, phone number, telephone number, numero telephone, numero telefono, direct "
        "line, ligne directe, telefono directo, numero contact, contact number, phone no, numero contacto, "
        "telephones, fono, telf, ph, land line, tlf, call number, phones, clave lada, contact no, no contact, contact "
        "num, num contact, ph no, telephone poste, tel poste, telephone bureau poste, telefono extension, phone "
        "extension, phone ext, telefono ext",
    "mobile":
        "mobile, cell, cell phone, cellphone, cellular, mobile phone, mobile number, whatsapp, cellulaire, portable, "
        "telephone portable, telephone mobile, celular, movil, telefono celular, telefono movil, cell number, numero "
        "cellulaire, numero celular, handphone, gsm, numero portable, whats app, cel, telephone cellulaire, mobil, "
        "smartphone, cell no, hp, contact no hp, mobile phone no, contact no mobile, phone mobile, telephone cell, "
        "telefono cel, tel cell, telefono celular contacto",
    "switchboard":
        "switchboard, standard, conmutador, main line, main phone, general phone, phone standard, reception phone, "
        "main office phone, telephone general, head office phone, telefono general, main telephone, main number, "
        "general line, office number, general phone line, telephone standard, telephone principal, telefono "
        "principal, toll free, sans frais, telefono conmutador, telephone siege, business main, company switchboard",
    "business phone":
        "business phone, business telephone, business phone number, business tel",
    "office phone":
        "office phone, office telephone, telephone bureau, telefono oficina, phone office, tel bureau, telephone au "
        "bureau, tel oficina",
    "address":
        "address, adresse, direccion, domicilio, street, rue, calle, street address, mailing address, address line, "
        "adresse postale, calle numero, adresse civique, domicilio fiscal, addressline, direccion fiscal, street "
        "number, numero rue, adresse ligne, civic address, colonia, direccion postal, street name, office address, "
        "avenue, location address, suite number, addr, dir, adr",
    "city":
        "city, ville, ciudad, town, municipality, municipalite, municipio, localidad, localite, commune, poblacion, "
        "locality, town city, alcaldia, delegacion, alcaldia municipio, city town, suburb, cuidad, municipio "
        "alcaldia, city municipality, village",
    "region":
        "province, prov, state province, province state, territory, territoire, region, region administrative, "
        "estado, provincia, entidad federativa, estado republica, comunidad autonoma, departement, departamento, "
        "territorio, province territory, state region, edo, province etat, state, canton, county, comte, region "
        "state, etat province, province or territory, regione",
    "country":
        "country, pays, pais, paises, nation, country region, countries, pays region, country name, country "
        "territory, countries territories, territory country, ctry",
    "postal code":
        "postal code, zip, zip code, post code, postcode, code postal, codigo postal, cp, zip postal code, postal, "
        "zip postal, zipcode, postalcode, codepostal, cod postal, eircode, pin code, codigo post",
    "languages":
        "language, languages, langue, langues, idioma, idiomas, lengua, lenguas, languages spoken, langues parlees, "
        "linguistic",
    "speaks":
        "speak, speaks, spoken, habla, hablas, parle, parlez, parlees, parlee, domina, hablado, fluent, fluency",
    "english":
        "english, anglais, ingles, eng, anglaise, inglesa",
    "french":
        "french, francais, frances, fra, francaise, fr",
    "spanish":
        "spanish, espagnol, espanol, espagnole, esp, castellano",
    "badge":
        "badge, name tag, nametag, insigne, gafete, cocarde, credencial, name badge, porte nom, escarapela, preferred "
        "name, nom usuel badge, gafetes",
    "preference":
        "preferred, preference, preferences, preferencia, preferencias, prefere, preferee, preferido, preferida, "
        "prefer, favourite, favorite, deseable",
    "second":
        "second, secondary, alternate, alternative, backup, additional, other, deuxieme, secondaire, suppleant, "
        "alterno, suplente, secundario, secundaria, alternativo, adicional, otro, otra, segundo, segunda, 2nd, 2e, "
        "2eme, 2o, additionnel, autre, supplementaire, substitut, remplacant",
    "third":
        "third, 3rd, troisieme, 3e, tercer, tercero, tercera, tertiary, tertiaire",
    "date":
        "date, fecha, day, jour, dia, time, heure, hora, datetime, when, quand, cuando",
    "country code":
        "country code, indicatif",
    "url":
        "url, link, lien, enlace, liga",
    "destination":
        "destination, destino",
    "distributor":
        "distributor, distributors, distribuidor, distributeur, distribuidores, distributeurs, concessionnaire, "
        "dealer, reseller, revendeur, mayorista",
    "correspondence":
        "correspondence, correspondance, correspondencia, communication, communications, comunicacion",
}  # fmt: skip

_SENSITIVE = {
    "diet":
        "dietary, diet, allergy, allergies, allergic, allergen, food restriction, food preference, food requirement, "
        "food need, food sensitivity, intolerance, intolerant, vegetarian, vegan, halal, kosher, gluten, meal "
        "preference, meal choice, meal requirement, meal restriction, meal option, special meal, special diet, menu "
        "choice, menu preference, alimentaire, allergie, allergique, allergene, regime alimentaire, regime "
        "particulier, regime special, regime, preference repas, choix repas, repas special, vegetarien, vegane, "
        "dieta, dietetico, dietetica, dietas, alergia, alergico, alergica, alergeno, restriccion alimentaria, "
        "restriccion alimenticia, alimentaria, alimenticia, alimentario, alimenticio, vegetariano, vegetariana, "
        "preferencia menu, preferencia comida, regimen alimenticio, regimen alimentario, intolerancia, celiaque, "
        "celiac, celiaco, meals, repas, meal, food allergies, catering needs, catering requirement, food, eat, "
        "comidas, nut, peanut, arachide, lactose, alimentacion, alimentation, aliments, alimentos, mangez, mangent, "
        "comer",
    "access":
        "accessibility, accessible, access need, access requirement, access requirements, disability, disabilities, "
        "disabled, wheelchair, mobility, special need, special assistance, special requirement, special "
        "accommodation, reduced mobility, handicap, handicape, accessibilite, mobilite reduite, mobilite, besoin "
        "particulier, besoins particuliers, besoin special, besoins speciaux, mesure adaptation, mesures adaptation, "
        "mesure accommodement, accommodement, fauteuil roulant, invalidite, accesibilidad, discapacidad, "
        "discapacitado, necesidad especial, necesidades especiales, movilidad reducida, movilidad, silla ruedas, "
        "asistencia especial, requerimiento especial, requerimientos especiales, adaptacion, reasonable "
        "accommodation, particular need, impairment, exigence particuliere, necesidades particulares, assistance "
        "particuliere, sign language, hearing, accesible, incapacite, incapacidad, limitation physique, physical "
        "limitation, physical assistance, minusvalia, special care, specific need, besoin specifique, necesidad "
        "especifica, exigences particulieres, necesidad acceso, necesidades acceso, besoin acces, besoins acces, "
        "limitation, limitations, limitacion, limitaciones",
    "emergency":
        "emergency, urgence, emergencia, next kin, prevenir, case emergency, ice contact, avisar, notify, emergency "
        "contact, urgencia",
    "passport":
        "passport, travel document, passeport, document voyage, pasaporte, documento viaje, identity document, id "
        "card, national id, cedula, cedula ciudadania, curp, dni, ine, carte identite, piece identite, documento "
        "identidad, social insurance number, ssn, driver licence, driver license, nss, id document, identification "
        "document, numero identidad, permis conduire, licencia conducir, identity card, identity number, visa number, "
        "numero visa, tarjeta identidad, identificacion oficial, identificacion personal, social security, seguridad "
        "social, securite sociale, nexus, global entry, known traveler, known traveller, redress number, green card, "
        "residence permit, country issue, issuing country, place issue, date issue, pais emision, pais emisor, pays "
        "emission, pays delivrance, pays emetteur, lieu delivrance, issuance, expiry date, expiration date, date "
        "expiration, fecha vencimiento, vencimiento, vigencia, fecha expiracion, fecha emision",
    "birth":
        "birth, birthday, dob, birthdate, born, naissance, anniversaire, nacimiento, cumpleanos, fecha nac, age, "
        "edad, birthplace, minor, date birth, birth date, ages, age group, naci, nacio, groupe age, tranche age, "
        "grupo edad, rango edad",
    "gender":
        "gender, sex, pronoun, pronouns, sexe, genre, sexo, genero, pronom, pronoms, pronombre, pronombres, gender "
        "identity, identite genre, orientation sexuelle, sexual orientation, lgbt, lgbtq, 2slgbtq, transgender, "
        "orientacion sexual, male female, homme femme",
    "ethnicity":
        "nationality, citizenship, citizen, ethnicity, ethnic, race, racial, racialized, visible minority, "
        "nationalite, citoyennete, citoyen, origine ethnique, minorite visible, autochtone, indigenous, aboriginal, "
        "first nations, metis, inuit, nacionalidad, ciudadania, etnia, marital status, etat civil, etat matrimonial, "
        "estado civil, immigration status, statut immigration, ciudadano, veteran, union membership, criminal record, "
        "antecedentes penales, casier judiciaire, political affiliation, afiliacion politica, equity group, minority, "
        "minorite, grupo etnico, indigena, lieu origine, pays citoyennete, nacionalidades, race ethnicity, "
        "underrepresented group, equity deserving, trade union",
    "religion":
        "religion, religious, faith, religieux, religieuse, religioso, religiosa, creencia, croyance, religions, "
        "prayer, priere, oracion, confession religieuse",
    "health":
        "medical, medication, medicine, health condition, health issue, health concern, health problem, health "
        "information, health insurance, health card, illness, disease, blood type, blood group, vaccination, vaccine, "
        "vaccinated, covid, covid 19, etat sante, probleme sante, condition medicale, medicament, maladie, groupe "
        "sanguin, assurance maladie, assurance medicale, vaccin, vaccine covid, condicion medica, medico, medica, "
        "medicas, medicamento, padecimiento, enfermedad, tipo sangre, grupo sanguineo, seguro medico, vacuna, "
        "vacunacion, salud, health, sante, pregnant, pregnancy, embarazo, embarazada, enceinte, grossesse, "
        "antecedentes medicos, gastos medicos, carte sante, hospital, doctor name, physician, sanguin, sangre, mental "
        "health, epilepsy, diabetes, asthma, smoker, smoking, fumeur, fumador, allergies medicales, tratamiento "
        "medico, traitement medical, wellness, medicaux, medicale, medicales, renseignements medicaux, medicos, "
        "medically",
}  # fmt: skip

_OTHERS = {
    "billing":
        "billing, bill, invoice, invoicing, invoiced, payer, payor, accounts payable, purchase order, po number, "
        "payment, facturation, facture, facturer, facturee, paiement, payeur, facturacion, factura, facturar, pago, "
        "pagador, cuentas pagar, cfdi, shipping, remit, receipt, recu "
        "paiement, recibo, delivery, livraison, envio, billed, comptes payables, comptable, refund, cancellation, "
        "cancelation, annulation, cancelacion, remboursement, reembolso",
    "parent":
        "parent, parent company, parent organization, holding, subsidiary, affiliate, affiliated, societe mere, "
        "maison mere, compagnie mere, filiale, matriz, casa matriz, filial, subsidiaria, empresa matriz, corporate "
        "group, grupo empresarial, groupe appartenance, grupo pertenece, ultimate owner, ownership group, ultimate "
        "parent, investor, investisseur, inversionista, shareholder, actionnaire, accionista, groupe parent, sister "
        "company",
    "former":
        "previous, former, past, precedent, precedente, ancien, ancienne, anterior, anteriores, previo, previa, "
        "formerly, last employer, passees, pasadas",
    "guest":
        "spouse, guest, companion, accompanying, plus one, husband, wife, child, children, conjoint, conjointe, "
        "accompagnateur, accompagnant, accompagnatrice, accompagnante, invite, acompanante, conyuge, esposo, esposa, "
        "invitado, guests, compagnon, familiar, spouse partner, family member, bring guest",
    "assistant":
        "assistant, cc, executive assistant, secretary, adjoint, adjointe, secretaire, secretaria, asistente "
        "personal, asistente ejecutivo, asistente ejecutiva, asistente direccion, admin assistant, administrative "
        "assistant, administrative contact, assistante, personal assistant, scheduler",
    "hotel":
        "hotel, accommodation, lodging, room, hebergement, chambre, logement, hospedaje, alojamiento, habitacion, "
        "nights, nuits, noches, checkin, checkout, roommate, smoking room, rooms, stay, sejour, estancia, bed",
    "travel":
        "travel agency, travel agent, airline, airport, flight, departure, departing, arrival, arriving, transfer, "
        "transportation, transport, vol, aeroport, compagnie aerienne, depart, arrivee, vuelo, aerolinea, aeropuerto, "
        "llegada, salida, traslado, agencia viajes, agencia viaje, agence voyage, agence voyages, travel, "
        "voyage, viaje, transporte, itinerario vuelo, seat, siege avion, frequent flyer, luggage, carrier, pickup, "
        "shuttle, navette, layover, bagage, pnr, airfare, train",
    "bank":
        "bank, banking, banque, banco, financial institution, institution financiere, institucion financiera, iban, "
        "swift, account number, clabe, cuenta bancaria, compte bancaire, routing number",
    "insurance":
        "insurance, insurer, assurance, assureur, seguro, aseguradora, poliza, police assurance, assurances, "
        "insurance company, compagnie assurance",
    "staff":
        "account manager, trade commissioner, account executive, sales rep, sales representative, record owner, lead "
        "owner, assigned, interpreter, translator, delegue commercial, interprete, traducteur, traductor, "
        "commissaire, ejecutivo cuenta, asignado, coach, mentor, advisor, adviser, conseiller, asesor, trade officer, "
        "interpretation, traduction, translation, traduccion, interpretacion, commissioner, reviewer, evaluateur, "
        "evaluador, moderator, lawyer, avocat, abogado, accountant, contador, notary, customs broker, freight "
        "forwarder, transitaire, agente aduanal, courtier, broker, account owner, photographer, driver, chauffeur, "
        "chofer, guide, translator needed, delegate commercial, delegue commerciale, consultor, consultant, approved, "
        "approuve, aprobado, owner, proprietaire, propietario, dueno, sales person, salesperson, vendedor, gestor, "
        "officer",
    "referral":
        "referred, referral, referrer, recommended, refere, referee, recommande, recomendado, reference, references, "
        "sponsor, sponsored, commanditaire, patrocinador, hear, heard, learn event, find out, entendu parler, entero, "
        "how hear, connu, medio entero, come know, source, how find, learned, learn, discovered, decouvert, word "
        "mouth, apprendre, comment avez connu, supporting organization, supporting organisation, endorsing "
        "organization, referido, como nos conocio, se entero",
    "home":
        "home, personal, private, residence, residential, domicile, personnel adresse, personnelle, prive, privee, "
        "casa, particular, residencia, personal address, home address, home phone, home city, adresse personnelle, "
        "telefono casa, domicilio particular, correo personal, home country, residing, reside, resident, live, "
        "habite, personnel, personnelles, personnels, domicilio personal",
    "customer":
        "customer, clients, clientes, competitor, competitors, concurrent, competencia, competidor, key client, key "
        "customer, principal client, principaux clients, principales clientes, client name2, suppliers, fournisseurs, "
        "proveedores, customers, franchisee, tenant, end user, licensee, customer segment, clientele, key accounts, "
        "concurrents, competidores, buyer, buyers, acheteur, comprador, importer, importador, importateur",
    "target":
        "target, prospective, potential, prospect, vise, vises, visee, cible, cibles, objetivo mercado, mercado "
        "objetivo, mercados objetivo, interest, interet, interes, intended, desired, deseado, souhaite, souhaitee, "
        "potencial, potentiel, targeted, interested, interesse, interesado, wish, deseada, deseados, meta",
    "boss":
        "supervisor, ceo, president, director general, directeur general, chief executive, general manager, gerente "
        "general, superieur, superviseur, jefe, chairman, founder, fondateur, fundador, representante legal, "
        "representant legal, legal representative, dirigeant, patron, president directeur, line manager, manager, "
        "minister, ministre, ministro, ambassador, mayor, key decision, board",
    "event":
        "event, session, workshop, seminar, webinar, reception, gala, dinner, lunch, breakfast, cocktail, panel, "
        "booth, stand, exhibit, evenement, seance, atelier, diner, souper, dejeuner, kiosque, evento, taller, cena, "
        "comida, almuerzo, recorrido, conference, conferencia, site visit, visite terrain, visita, ticket, billet, "
        "boleto, trade show, tour, exhibition, salon, feria, table, seating, activity participation, program, "
        "programme, programa, agenda, participation, participacion, ceremony, banquet, showcase, demo, pitch session, "
        "track, networking, golf, excursion, attend, attending, attendance, asistira, asistencia, presence, podium, "
        "speaking, keynote, topic, theme, tema, themes, temas, icebreaker, fair, part mission, parts mission, topics, "
        "discuss, discussion",
    "social":
        "linkedin, linked, facebook, twitter, instagram, tiktok, youtube, skype, wechat, social media, logo, photo, "
        "photograph, picture, photographed, video, brochure, upload, file, attachment, resume, cv, bio, biography, "
        "reseaux sociaux, photographie, fichier, biographie, redes sociales, fotografia, foto, semblanza, biografia, "
        "logotipo, curriculum, archivo, fax, fax number, telecopieur, facsimile, telecopie, x handle, handle, vimeo, "
        "image, headshot, deck, one pager, presentation upload, imagen, telefax, teams, zoom, blog, hashtag, video "
        "link, lien video, whova, vcard, portrait, qr, qr code, telegram, signal, pinterest, snapchat, photography, "
        "filming, filmed, recording, prise photo, fotografias, grabacion, photos",
    "money":
        "revenue, sales, turnover, fee, fees, amount, price, cost, budget, paid, currency, income, profit, chiffre "
        "affaires, chiffre affaire, montant, frais, prix, ventes, revenus, cout, paye, payee, ventas, ingreso, "
        "ingresos, monto, costo, precio, cuota, facturacion anual, inversion, presupuesto, deal value, annual sales, "
        "expected value, investment, investissement, discount, subtotal, tax, taxes, iva, importe, rabais, descuento, "
        "deposit, depot garantie, balance due, funding, financement, financiamiento, grant, capital, cad, usd, mxn, "
        "dollar, dollars, pesos, euros, valeur, valor, devise, moneda, tarif, tarifa, payable, subvention, export "
        "value, import value, ebitda, raised",
    "type":
        "type, kind, category, class, level, stage, form, range, nature, forme, categorie, niveau, tranche, tipo, "
        "clase, categoria, nivel, etapa, modalidad, figura, naturaleza, regimen, legal form, forme juridique, statut "
        "juridique, legal structure, business structure, ownership, tipologia, rango, grade, tier, legal status, "
        "structure juridique, figura juridica, figura legal, business type, company type, classification, "
        "clasificacion, ownership type, organization type, business model, modele affaires, modelo negocio, group, "
        "groupe, grupo, types, tag, tags, etiqueta, flag, membership, member, membre, miembro, socio camara, regime "
        "fiscal, regimen fiscal, regime legal, option, opcion, choice, choix, mode, modo, method, methode, metodo, "
        "reason, raison, razon, motif, motivo, frequency, frequence, frecuencia, schedule, horaire, horario, creneau, "
        "creneaux, slot, timeslot, priority, priorite, prioridad, rank, rang, secteur public, secteur prive, public "
        "private, sector publico, sector privado, public sector, private sector, publico privado, public prive",
    "status":
        "status, statut, estatus, state application, estado solicitud, estado registro, estado inscripcion, etat "
        "demande, etat inscription, situacion, estado actual, decision",
    "size":
        "size, taille, tamano, talla, shirt, t shirt, tshirt, playera, camiseta, chandail, pointure, shoe, chemise, "
        "camisa, hat, dimension, garment, jacket, polo",
    "id":
        "id, identifier, reference number, ref, folio, clave, matricule, token, uuid, guid, confirmation number, "
        "order number, order, booking, booking reference, record number, ticket code, promo code, coupon, code promo, "
        "codigo promocional, hs code, code sh, hs, naics, scian, code naf, naf, sic, fraccion arancelaria, codigo "
        "arancelario, utm, utm source, utm campaign, ip, ip address, adresse ip, direccion ip, user agent, session "
        "id, referrer, response id, response number, submission id, record id, login, username, password, user id, "
        "nom utilisateur, usuario, contrasena, mot passe, barcode, numero commande, numero orden, invitation code, "
        "access code, duration, browser, device, latitude, longitude, geo, seed, serial, row, line number, sku, "
        "cusma, hts, taric, gtin, gs1, identifiant, numero reference, numero confirmation, numero stand, booth "
        "number, numero kiosque, registration id, folio registro, crm, campaign, external data, distribution channel, "
        "user language, progress, finished, start date, startdate, start time, hora inicio, heure debut, recipient, "
        "last page, last modified, modified, modification, modificacion, actualizacion, updated, mise jour, last "
        "login, last updated, derniere modification, ultima modification, ultima modificacion, derniere page, ultima "
        "pagina, start language, date started, last activity, last contacted, country code phone, phone country code, "
        "indicatif pays",
    "assessment":
        "nps, score, rating, recommend, satisfaction, satisfied, exposure, evaluation, success, measure, challenge, "
        "challenges, defis, defi, retos, reto, advantage, avantage, ventaja, certification, certificate, certified, "
        "certificado, certificacion, certificat, iso, award, prix distinction, premio, experience, experiencia, "
        "percentage, percent, pourcentage, porcentaje, equipment, materiel, equipo, sample, echantillon, muestra, "
        "newsletter, infolettre, bulletin, boletin, mailing list, subscribe, newsletter opt, weight, height, "
        "feedback, readiness, ready, capacity, capacite, patent, brevet, patente, quality, qualite produit, trade "
        "agreement, sustainability, esg, carbon, strength, weakness, risk, risque, riesgo, barrier, obstacle, quiz, "
        "points, nps score, grade2, results, resultats, resultados, followup, follow up, suivi, seguimiento, insight, "
        "learning, knowledge, familiarity, awareness, confidence, volume, moq, minimum order, lead time, incoterm, "
        "packaging, shelf life, production capacity, opt out",
}  # fmt: skip

ABOUT_PEOPLE: dict[str, str] = {**_PEOPLE, **_SENSITIVE, **_OTHERS}

SENSITIVE_STEMS = {
    "allerg": "diet", "alerg": "diet", "dietar": "diet", "dietet": "diet", "vegetar": "diet", "intoler": "diet",
    "handicap": "access", "disab": "access", "discapac": "access", "accessib": "access", "accesib": "access",
    "wheelchair": "access", "emergenc": "emergency", "urgenc": "emergency", "delivr": "passport", "expir": "passport",
    "passpor": "passport",
    "passepor": "passport", "pasapor": "passport", "birth": "birth", "naiss": "birth", "nacim": "birth",
    "gender": "gender", "sexua": "gender", "ethni": "ethnicity", "etnic": "ethnicity", "national": "ethnicity",
    "nacionali": "ethnicity", "citizen": "ethnicity", "citoyen": "ethnicity", "ciudadan": "ethnicity",
    "religi": "religion", "medic": "health", "vaccin": "health", "vacuna": "health", "maladi": "health",
    "enfermed": "health", "padecim": "health", "hospitali": "health", "pregnan": "health", "embaraz": "health",
}  # fmt: skip
"""Beginnings of words that are sensitive in whatever form they stand."""
SENSITIVE_CONCEPTS = frozenset(_SENSITIVE)
"""Concepts that only the organiser may read: health, faith, papers, emergency contacts."""
OTHER_PARTIES = frozenset({
    "billing", "parent", "former", "guest", "assistant", "hotel", "travel", "bank", "insurance", "staff", "referral",
    "home",
})  # fmt: skip
"""Somebody or something other than the company that registers and the people it sends."""
