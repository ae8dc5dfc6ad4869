/** What is wrong and what to do, in Catalan. The other languages must have the same codes. */
export const problemsCa = {
  after_window:
    '{node} es diu quan fa {hours} hores o més que la persona no escriu: WhatsApp ja no ho lliura. Escurceu l’espera o traieu-ho.',
  answer_unused: 'La resposta «{name}» de {node} no es fa servir enlloc. Feu-la servir o traieu la pregunta.',
  attachment_missing: 'A {node} falta el fitxer adjunt. Pugeu-lo o traieu l’adjunt.',
  branch_empty: 'A {node} hi ha un camí sense cap regla. Afegiu-n’hi una o traieu el camí.',
  choices_as_list:
    '«{label}», a {node}, té {length} caràcters en {language}: amb més de {max} no hi ha botons i les opcions es mostraran com a llista. Escurceu-lo si voleu botons.',
  choices_as_numbers:
    '«{label}», a {node}, té {length} caràcters en {language}: amb més de {max} les opcions es mostraran com a text numerat i no es podran tocar. Escurceu-lo.',
  column_lost: 'La taula «{table}» no té la columna «{id}» que fa servir {node}. Trieu-ne una altra.',
  config_invalid: 'El camp {field} de {node} no té un valor vàlid. Corregiu-lo.',
  default_language_missing: 'L’idioma principal ({language}) no és entre els idiomes del flux. Trieu-ne un altre.',
  edge_end_missing: 'La sortida {exit} de {node} porta a un pas que ja no existeix. Connecteu-la a un altre pas.',
  edge_exit_missing: 'Una línia surt de {node} per una sortida que ja no hi és ({exit}). Elimineu-la.',
  edge_from_missing: 'Una línia surt d’un pas que ja no existeix. Elimineu-la.',
  edge_id_repeated: 'Dues línies tenen el mateix identificador («{id}»). Elimineu-ne una i torneu-la a dibuixar.',
  edge_to_canvas: 'La sortida {exit} de {node} porta a una nota o a un marc. Connecteu-la a un pas.',
  ends_silently:
    'Hi ha qui respon i arriba a {node} sense que se li digui res més. Escriviu-hi un comiat o porteu-lo a un menú.',
  exit_doubled: 'De la sortida {exit} de {node} surten dues línies. Deixeu-n’hi una.',
  exit_never_taken:
    'Ningú no pot sortir mai per {exit} de {node}: abans ja ho recull un altre camí, o les condicions no es poden complir. Canvieu-ho o traieu-la.',
  exit_unconnected: 'La sortida {exit} de {node} no porta enlloc. Connecteu-la o elimineu-la.',
  forbidden_data:
    '{node} demana «{word}». Els documents d’identitat i les dades bancàries no es demanen per xat: adreceu la gent a la seu electrònica o a l’oficina.',
  keyword_clash: 'La paraula «{word}» fa començar {node} i també {other}. Deixeu-la només en un.',
  keyword_clash_flow: 'La paraula «{word}» de {node} ja fa començar el flux «{flow}». Canvieu-la en un dels dos.',
  keyword_is_town_word:
    '«{word}», a {node}, ja és una paraula de tot el canal ({meaning}) i es respon abans que cap flux. Trieu-ne una altra.',
  keyword_missing: 'A {node} hi ha una manera de començar sense cap paraula. Escriviu-n’hi una o traieu-la.',
  keyword_shadowed:
    'La paraula «{word}» és a {node} i també a {other}, que la busquen de manera diferent (sola, al principi o dins del missatge). Comproveu que és el que voleu.',
  keyword_shadowed_flow:
    'La paraula «{word}» de {node} també és al flux «{flow}», que la busca de manera diferent (sola, al principi o dins del missatge). Comproveu que és el que voleu.',
  label_repeated: 'A {node} hi ha dues opcions que es diuen «{label}» en {language}. Canvieu-ne una.',
  limits_crossed: 'A {node} el mínim ({min}) és més gran que el màxim ({max}). Corregiu-los.',
  link_broken: 'L’adreça de l’enllaç de {node} no és vàlida. Ha de començar per https:// i no portar espais.',
  loop_without_wait:
    'Aquests passos donen voltes sense esperar mai ningú: {path}. Talleu la volta o poseu-hi un menú, una pregunta o una espera.',
  main_menu_lost: 'El menú principal d’aquest flux no existeix o no és un menú. Trieu-ne un altre.',
  match_without_answer: '{node} filtra la taula però no diu amb quina resposta. Trieu-la.',
  menu_empty: '{node} no té cap opció. Afegiu-n’hi una.',
  menu_long:
    '{node} té {count} opcions: amb més de 10 es mostren com a text numerat i no es poden tocar. Repartiu-les en dos menús.',
  no_opt_out: 'Aquest municipi no té cap paraula per deixar de rebre avisos. Poseu-la a la configuració.',
  no_person:
    'Aquest canal no porta mai a cap persona. Afegiu-hi un pas «Envia a un departament», o un telèfon o una adreça de contacte en un text.',
  node_id_repeated: 'Hi ha més d’un pas amb l’identificador «{id}». Elimineu-ne un i torneu-lo a posar.',
  option_repeated: 'A {node} hi ha dues sortides amb l’identificador «{option}». Canvieu-ne una.',
  option_takes_word:
    'A {node}, l’opció «{option}» s’entén amb «{word}», que a tot el canal vol dir una altra cosa ({meaning}). Trieu una altra paraula.',
  pattern_broken: 'El patró de {node} no és correcte. Corregiu-lo o trieu un altre tipus de resposta.',
  personal_before_consent:
    '{node} demana dades personals, però s’hi pot arribar sense haver donat el consentiment. Poseu-hi abans un pas «Consentiment».',
  reference_lost: 'A {node}, {the_kind} «{id}» no existeix. Trieu {another_kind}.',
  reference_missing: 'A {node} falta {a_kind}. Feu la tria.',
  row_out_of_place:
    'A {field} de {node} hi ha «{variable}», però les columnes d’una taula només es poden posar al text de cada fila. Traieu-la.',
  rule_without_value: 'A {node} hi ha una regla que no diu quina dada mira. Trieu-la.',
  sentence_long: 'Una frase de {node} té {words} paraules en {language}: «{text}». Partiu-la.',
  service_address: 'L’adreça del servei de {node} no és vàlida. Ha de començar per https://.',
  service_host:
    '{node} consulta «{host}», que no és a la llista de serveis permesos. Demaneu a l’administrador que l’hi afegeixi.',
  service_without_calendar:
    '{node} dona cita per a un servei sense calendari. Trieu-n’hi un a la configuració, a Cites.',
  shares_missing: '{node} reparteix entre menys de dos camins. Afegiu-n’hi un altre.',
  start_clash: '{node} i {other} comencen amb el mateix ({trigger}). Deixeu-ho només en un.',
  start_clash_flow: '{node} comença amb el mateix ({trigger}) que el flux «{flow}». Deixeu-ho només en un.',
  start_missing: 'El flux no té cap inici. Afegiu-hi un pas «Inici» i connecteu-lo amb el primer pas.',
  start_without_trigger: 'Res no fa començar {node}. Afegiu-hi una paraula, el primer missatge o un enllaç.',
  subflow_missing:
    'El flux «{id}» que fa {node} no existeix o encara no està publicat. Publiqueu-lo abans o trieu-ne un altre.',
  subflow_recursive: '{node} fa el flux «{flow}», que torna a fer aquest i no s’acabaria mai. Trieu un altre flux.',
  subflow_without_start: 'El flux «{flow}» que fa {node} no té cap inici. Afegiu-n’hi un en aquell flux.',
  template_filter:
    'A {field} de {node} ({language}), «{text}» demana un format que no existeix. Torneu a inserir la dada.',
  template_name: 'A {field} de {node} ({language}), «{text}» no és el nom de cap dada. Torneu a inserir la dada.',
  template_unclosed:
    'A {field} de {node} ({language}) hi ha unes claus sense tancar: «{text}». Tanqueu-les o traieu-les.',
  text_empty: 'El camp {field} de {node} és buit. Escriviu-lo.',
  text_hard:
    'El text de {node} és difícil de llegir en {language} (facilitat {ease} de 100). Feu servir paraules més curtes i frases més breus.',
  text_missing: 'Falta el text en {language} a {field} de {node}. Escriviu-lo.',
  text_partly_missing:
    'El camp {field} de {node} no té text en {language}: es mostrarà en un altre idioma. Escriviu-lo.',
  text_too_long:
    'El camp {field} de {node} pot arribar a {length} caràcters en {language}, i el màxim és {max}. Escurceu-lo.',
  text_wordy:
    'El text de {node} té {words} paraules en {language}. Al mòbil se’n llegeixen poques: deixeu-hi el més important.',
  to_fill_in: 'Empleneu «{text}» a {field} de {node} ({language}).',
  topic_missing: '{node} no diu de quin tema. Trieu-ne un.',
  trap: 'Des de {node} la conversa no pot arribar mai a cap final, menú o persona. Afegiu-hi un camí de sortida.',
  type_unknown: '{node} és d’un tipus («{type}») que aquesta versió no coneix. Elimineu-lo o actualitzeu Pregoner.',
  unreachable: 'Cap camí no arriba a {node}. Connecteu-hi una sortida o elimineu-lo.',
  unreachable_branch:
    'Cap camí no arriba a {node} ni als passos que en surten ({count}). Connecteu-hi una sortida o elimineu-los.',
  variable_in_label:
    'El camp {field} de {node} es mostra tal com està escrit ({language}): les dades entre claus no s’hi omplen. Traieu-les.',
  variable_maybe_unset:
    '{node} fa servir «{variable}», però hi ha camins que hi arriben sense desar-la. Pregunteu-la abans o poseu-hi un text per defecte.',
  variable_unset:
    '{node} fa servir «{variable}», però cap pas anterior no la desa. Corregiu el nom o afegiu la pregunta.',
  words_clash:
    'A {node}, «{word}» ({language}) val per a dues opcions: «{first}» i «{second}». Traieu-lo d’una de les dues.',
}

export type ProblemWords = { [Code in keyof typeof problemsCa]: string }
