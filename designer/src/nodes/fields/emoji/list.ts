/** Emoji a town hall has use for, with their names in Catalan, Spanish, Italian and English. The only list of them. */
export const emojiLines = {
  people: `
👋 | hola, adéu | hola, adiós | ciao, saluto | hello, wave
🙂 | somriure | sonrisa | sorriso | smile
😀 | content | contento | contento | happy
😊 | agraït | agradecido | grato | pleased
😉 | complicitat | guiño | occhiolino | wink
🤝 | acord, tracte | acuerdo, trato | accordo | agreement, handshake
🙏 | gràcies, si us plau | gracias, por favor | grazie, per favore | thanks, please
👍 | d’acord, sí | de acuerdo, sí | va bene, sì | all right, yes
👎 | en contra, no | en contra, no | contrario, no | against, no
👏 | aplaudiment, felicitats | aplauso, enhorabuena | applauso, complimenti | applause, congratulations
💪 | força, ànim | fuerza, ánimo | forza | strength
👉 | mira a la dreta | mira a la derecha | guarda a destra | look right
👇 | mira avall | mira abajo | guarda in basso | look below
☝️ | atenció, amunt | atención, arriba | attenzione, in alto | attention, above
✍️ | escriure, signar | escribir, firmar | scrivere, firmare | write, sign
🙋 | pregunta, mà alçada | pregunta, mano levantada | domanda, mano alzata | question, raised hand
🧑‍💼 | funcionària, oficina | funcionaria, oficina | impiegata, ufficio | clerk, office
👮 | policia local | policía local | polizia locale | police officer
🧑‍🚒 | bombera, bombers | bombera, bomberos | pompiere, vigili del fuoco | firefighter
🧑‍⚕️ | metgessa, infermer | médica, enfermero | medica, infermiere | doctor, nurse
🧑‍🏫 | mestra, escola | maestra, escuela | maestra, scuola | teacher, school
👷 | obres, operari | obras, operario | lavori, operaio | works, builder
👪 | família | familia | famiglia | family
👶 | nadó, naixement | bebé, nacimiento | neonato, nascita | baby, birth
🧒 | infant, infància | niña, infancia | bambino, infanzia | child, childhood
🧓 | gent gran | personas mayores | anziani | older people
♿ | accessibilitat, cadira de rodes | accesibilidad, silla de ruedas | accessibilità, sedia a rotelle | accessibility, wheelchair
👥 | veïnat, persones | vecindario, personas | cittadini, persone | neighbours, people`,
  places: `
🏛️ | ajuntament | ayuntamiento | municipio, comune | town hall
🏠 | casa, habitatge | casa, vivienda | casa, abitazione | house, home
🏘️ | barri | barrio | quartiere | neighbourhood
🏫 | escola | escuela | scuola | school
🏥 | hospital, salut | hospital, salud | ospedale, salute | hospital, health
💊 | farmàcia, medicina | farmacia, medicina | farmacia, medicina | pharmacy, medicine
📚 | biblioteca, llibres | biblioteca, libros | biblioteca, libri | library, books
🎭 | teatre, cultura | teatro, cultura | teatro, cultura | theatre, culture
🎬 | cinema | cine | cinema | film
🖼️ | museu, exposició | museo, exposición | museo, mostra | museum, exhibition
🏟️ | estadi, pavelló | estadio, pabellón | stadio, palazzetto | stadium
🏊 | piscina, natació | piscina, natación | piscina, nuoto | swimming pool
⚽ | futbol, esport | fútbol, deporte | calcio, sport | football, sport
🏪 | comerç, botiga | comercio, tienda | negozio, commercio | shop
🛒 | mercat, compra | mercado, compra | mercato, spesa | market, shopping
☕ | cafè, bar | café, bar | caffè, bar | coffee, bar
🍽️ | restaurant, menjar | restaurante, comer | ristorante, mangiare | restaurant, meal
⛪ | església | iglesia | chiesa | church
🌳 | arbre, parc | árbol, parque | albero, parco | tree, park
🌿 | jardí, plantes | jardín, plantas | giardino, piante | garden, plants
🛝 | parc infantil | parque infantil | parco giochi | playground
⛲ | font, plaça | fuente, plaza | fontana, piazza | fountain, square
🏖️ | platja | playa | spiaggia | beach
⛰️ | muntanya | montaña | montagna | mountain
🏕️ | càmping, colònies | camping, campamento | campeggio, campo estivo | camp
📍 | lloc, ubicació | lugar, ubicación | luogo, posizione | place, location
🗺️ | mapa | mapa | mappa | map
🚻 | lavabos públics | aseos públicos | bagni pubblici | public toilets`,
  street: `
♻️ | reciclatge | reciclaje | riciclo | recycling
🗑️ | escombraries, paperera | basura, papelera | rifiuti, cestino | rubbish, bin
🚛 | recollida, camió | recogida, camión | raccolta, camion | collection, lorry
🛋️ | mobles, trastos vells | muebles, enseres | mobili, ingombranti | furniture, bulky waste
🔋 | piles, bateries | pilas, baterías | pile, batterie | batteries
🧹 | neteja, escombra | limpieza, escoba | pulizia, scopa | cleaning, broom
💡 | enllumenat, idea | alumbrado, idea | illuminazione, idea | street light, idea
🚧 | obres, tall de carrer | obras, corte de calle | lavori, strada chiusa | road works
🕳️ | forat, sot | agujero, socavón | buca | hole, pothole
🚰 | aigua potable | agua potable | acqua potabile | drinking water
🔧 | reparació, avaria | reparación, avería | riparazione, guasto | repair, fault
🐶 | gos | perro | cane | dog
🐱 | gat | gato | gatto | cat
🐦 | ocell, colom | pájaro, paloma | uccello, piccione | bird, pigeon
🐀 | rates, plaga | ratas, plaga | topi, infestazione | rats, pest
🦟 | mosquit | mosquito | zanzara | mosquito
🔊 | soroll | ruido | rumore | noise
🎨 | pintada, art | pintada, arte | graffiti, arte | graffiti, art
🪧 | pancarta, cartell | pancarta, cartel | striscione, cartello | sign, placard
🚸 | pas de vianants, escolars | paso de peatones, escolares | attraversamento, scolari | crossing, pupils
🅿️ | aparcament | aparcamiento | parcheggio | parking
🚦 | semàfor | semáforo | semaforo | traffic lights
🚗 | cotxe, trànsit | coche, tráfico | auto, traffico | car, traffic
🚌 | autobús | autobús | autobus | bus
🚆 | tren | tren | treno | train
🚲 | bicicleta | bicicleta | bicicletta | bicycle
🚶 | a peu, vianant | a pie, peatón | a piedi, pedone | on foot
🚕 | taxi | taxi | taxi | taxi
⛽ | benzinera | gasolinera | benzinaio | petrol station
🔌 | carregador elèctric | cargador eléctrico | ricarica elettrica | charging point`,
  matters: `
📄 | document, paper | documento, papel | documento, foglio | document, paper
📝 | sol·licitud, formulari | solicitud, formulario | domanda, modulo | application, form
📋 | llista, tràmit | lista, trámite | lista, pratica | list, procedure
🪪 | document d’identitat, padró | documento de identidad, padrón | carta d’identità, anagrafe | identity card, register
🖊️ | signatura | firma | firma | signature
📎 | adjunt | adjunto | allegato | attachment
📷 | foto, càmera | foto, cámara | foto, fotocamera | photo, camera
📞 | telèfon, trucar | teléfono, llamar | telefono, chiamare | telephone, call
✉️ | carta, correu | carta, correo | lettera, posta | letter, mail
📧 | correu electrònic | correo electrónico | posta elettronica | e-mail
💬 | missatge, conversa | mensaje, conversación | messaggio, conversazione | message, conversation
🌐 | web, internet | web, internet | sito, internet | website, internet
📱 | mòbil, aplicació | móvil, aplicación | cellulare, app | mobile, app
💻 | ordinador, en línia | ordenador, en línea | computer, online | computer, online
🔑 | clau, accés | llave, acceso | chiave, accesso | key, access
🔒 | privadesa, tancat | privacidad, cerrado | privacy, chiuso | privacy, locked
💶 | diners, pagament | dinero, pago | soldi, pagamento | money, payment
💳 | targeta, pagar | tarjeta, pagar | carta, pagare | card, pay
🧾 | rebut, impost | recibo, impuesto | ricevuta, tassa | receipt, tax
💼 | feina, ocupació | trabajo, empleo | lavoro, impiego | work, jobs
🎓 | formació, estudis | formación, estudios | formazione, studi | training, studies
🎁 | ajut, regal | ayuda, regalo | contributo, regalo | grant, gift
🗳️ | votació, eleccions | votación, elecciones | votazione, elezioni | vote, elections
⚖️ | justícia, jutjat | justicia, juzgado | giustizia, tribunale | justice, court
📰 | notícies | noticias | notizie | news
📢 | avís, ban | aviso, bando | avviso, bando | notice, announcement
🔔 | recordatori, avís | recordatorio, aviso | promemoria, avviso | reminder, alert
🔕 | sense avisos, baixa | sin avisos, baja | senza avvisi, disiscrizione | no notices, unsubscribe`,
  times: `
📅 | data, calendari | fecha, calendario | data, calendario | date, calendar
🗓️ | agenda, cita | agenda, cita | agenda, appuntamento | agenda, appointment
🕘 | horari, hora | horario, hora | orario, ora | hours, time
⏰ | alarma, termini | alarma, plazo | sveglia, scadenza | alarm, deadline
⏳ | espera | espera | attesa | waiting
☀️ | sol, bon temps | sol, buen tiempo | sole, bel tempo | sun, good weather
🌧️ | pluja | lluvia | pioggia | rain
⛈️ | tempesta | tormenta | temporale | storm
❄️ | neu, fred | nieve, frío | neve, freddo | snow, cold
💨 | vent | viento | vento | wind
🌡️ | calor, temperatura | calor, temperatura | caldo, temperatura | heat, temperature
🌊 | inundació, mar | inundación, mar | alluvione, mare | flood, sea
🔥 | foc, incendi | fuego, incendio | fuoco, incendio | fire
🌙 | nit | noche | notte | night
🎉 | festa, festa major | fiesta, fiestas | festa | celebration
🎶 | música, concert | música, concierto | musica, concerto | music, concert
🎄 | Nadal | Navidad | Natale | Christmas
👑 | Reis, cavalcada | Reyes, cabalgata | Befana, Re Magi | Three Kings
🎆 | focs artificials | fuegos artificiales | fuochi d’artificio | fireworks
🌹 | rosa, Sant Jordi | rosa | rosa | rose`,
  signs: `
✅ | fet, correcte | hecho, correcto | fatto, corretto | done, correct
❌ | no, error | no, error | no, errore | no, wrong
⚠️ | atenció, perill | atención, peligro | attenzione, pericolo | warning, danger
🚨 | emergència, urgent | emergencia, urgente | emergenza, urgente | emergency, urgent
🆘 | socors | socorro | soccorso | help, distress
ℹ️ | informació | información | informazione | information
❓ | pregunta, dubte | pregunta, duda | domanda, dubbio | question, doubt
❗ | important | importante | importante | important
🆕 | nou, novetat | nuevo, novedad | nuovo, novità | new
➡️ | següent, continua | siguiente, continúa | avanti, continua | next, go on
⬅️ | enrere, torna | atrás, volver | indietro, torna | back
🔄 | canvi, torna a provar | cambio, reintentar | cambio, riprova | change, try again
🔎 | cercar, consultar | buscar, consultar | cercare, consultare | search, look up
⭐ | valoració, estrella | valoración, estrella | valutazione, stella | rating, star
❤️ | cor, estimar | corazón, querer | cuore, amore | heart, love
💚 | cor verd, medi ambient | corazón verde, medio ambiente | cuore verde, ambiente | green heart, environment
🟢 | obert, verd | abierto, verde | aperto, verde | open, green
🟡 | en curs, groc | en curso, amarillo | in corso, giallo | in progress, yellow
🔴 | tancat, vermell | cerrado, rojo | chiuso, rosso | closed, red
⛔ | prohibit, no passeu | prohibido, no pase | vietato, non entrare | forbidden, no entry
1️⃣ | u, primer | uno, primero | uno, primo | one, first
2️⃣ | dos, segon | dos, segundo | due, secondo | two, second
3️⃣ | tres, tercer | tres, tercero | tre, terzo | three, third
4️⃣ | quatre | cuatro | quattro | four
5️⃣ | cinc | cinco | cinque | five
•  | punt de llista | punto de lista | punto elenco | bullet point`,
} as const

export type EmojiGroup = keyof typeof emojiLines
