import type { ProblemWords } from './ca.ts'

export const problemsIt: ProblemWords = {
  after_window:
    '{node} si dice quando la persona non scrive da {hours} ore o più: WhatsApp non lo consegna più. Accorciate l’attesa o toglietelo.',
  answer_unused: 'La risposta «{name}» di {node} non si usa da nessuna parte. Usatela o togliete la domanda.',
  attachment_missing: 'In {node} manca il file allegato. Caricatelo o togliete l’allegato.',
  branch_empty: 'In {node} c’è una strada senza regole. Aggiungetene una o togliete la strada.',
  choices_as_list:
    '«{label}», in {node}, ha {length} caratteri in {language}: oltre {max} non ci sono pulsanti e le opzioni si vedranno come elenco. Accorciatelo se volete i pulsanti.',
  choices_as_numbers:
    '«{label}», in {node}, ha {length} caratteri in {language}: oltre {max} le opzioni si vedranno come testo numerato e non si potranno toccare. Accorciatelo.',
  column_lost: 'La tabella «{table}» non ha la colonna «{id}» usata da {node}. Sceglietene un’altra.',
  config_invalid: 'Il campo {field} di {node} non ha un valore valido. Correggetelo.',
  default_language_missing: 'La lingua principale ({language}) non è tra le lingue del flusso. Sceglietene un’altra.',
  edge_end_missing: 'L’uscita {exit} di {node} porta a un passo che non esiste più. Collegatela a un altro passo.',
  edge_exit_missing: 'Una linea parte da {node} per un’uscita che non c’è più ({exit}). Eliminatela.',
  edge_from_missing: 'Una linea parte da un passo che non esiste più. Eliminatela.',
  edge_id_repeated: 'Due linee hanno lo stesso identificativo («{id}»). Eliminatene una e disegnatela di nuovo.',
  edge_to_canvas: 'L’uscita {exit} di {node} porta a una nota o a un riquadro. Collegatela a un passo.',
  ends_silently:
    'C’è chi risponde e arriva a {node} senza che gli si dica più niente. Scrivete un saluto o portatelo a un menu.',
  exit_doubled: 'Dall’uscita {exit} di {node} partono due linee. Lasciatene una.',
  exit_never_taken:
    'Nessuno può mai uscire da {exit} di {node}: prima lo prende un altro percorso, o le condizioni non possono avverarsi. Cambiatelo o toglietela.',
  exit_unconnected: 'L’uscita {exit} di {node} non porta da nessuna parte. Collegatela o eliminatela.',
  forbidden_data:
    '{node} chiede «{word}». Documenti d’identità e dati bancari non si chiedono in chat: indirizzate le persone ai servizi online o allo sportello.',
  keyword_clash: 'La parola «{word}» fa iniziare {node} e anche {other}. Lasciatela in uno solo.',
  keyword_clash_flow: 'La parola «{word}» di {node} fa già iniziare il flusso «{flow}». Cambiatela in uno dei due.',
  keyword_is_town_word:
    '«{word}», in {node}, è già una parola di tutto il canale ({meaning}), che risponde prima di ogni flusso. Sceglietene un’altra.',
  keyword_missing: 'In {node} c’è un modo di iniziare senza parole. Scrivetene una o toglietelo.',
  keyword_shadowed:
    'La parola «{word}» è in {node} e anche in {other}, che la cercano in modo diverso (da sola, all’inizio o dentro il messaggio). Verificate che sia ciò che volete.',
  keyword_shadowed_flow:
    'La parola «{word}» di {node} è anche nel flusso «{flow}», che la cerca in modo diverso (da sola, all’inizio o dentro il messaggio). Verificate che sia ciò che volete.',
  label_repeated: 'In {node} ci sono due opzioni che si chiamano «{label}» in {language}. Cambiatene una.',
  limits_crossed: 'In {node} il minimo ({min}) è più grande del massimo ({max}). Correggeteli.',
  link_broken: 'L’indirizzo del link di {node} non è valido. Deve iniziare con https:// e non avere spazi.',
  loop_without_wait:
    'Questi passi girano in tondo senza mai aspettare nessuno: {path}. Interrompete il giro o metteteci un menù, una domanda o un’attesa.',
  main_menu_lost: 'Il menù principale di questo flusso non esiste o non è un menù. Sceglietene un altro.',
  match_without_answer: '{node} filtra la tabella ma non dice con quale risposta. Sceglietela.',
  menu_empty: '{node} non ha opzioni. Aggiungetene una.',
  menu_long:
    '{node} ha {count} opzioni: oltre 10 si vedono come testo numerato e non si possono toccare. Dividetele in due menù.',
  no_opt_out: 'Questo Comune non ha una parola per non ricevere più avvisi. Mettetela nelle impostazioni.',
  no_person:
    'Questo canale non porta mai a una persona. Aggiungete un passo «Invia a un ufficio», oppure un telefono o un indirizzo di contatto in un testo.',
  node_id_repeated: 'C’è più di un passo con l’identificativo «{id}». Eliminatene uno e rimettetelo.',
  option_repeated: 'In {node} ci sono due uscite con l’identificativo «{option}». Cambiatene una.',
  option_takes_word:
    'In {node}, l’opzione «{option}» si capisce con «{word}», che in tutto il canale vuol dire un’altra cosa ({meaning}). Scegliete un’altra parola.',
  pattern_broken: 'Lo schema di {node} non è corretto. Correggetelo o scegliete un altro tipo di risposta.',
  personal_before_consent:
    '{node} chiede dati personali, ma ci si può arrivare senza aver dato il consenso. Metteteci prima un passo «Consenso».',
  reference_lost: 'In {node}, {the_kind} «{id}» non esiste. Scegliete {another_kind}.',
  reference_missing: 'In {node} manca {a_kind}. Fate la scelta.',
  row_out_of_place:
    'In {field} di {node} c’è «{variable}», ma le colonne di una tabella si possono mettere solo nel testo di ogni riga. Toglietela.',
  rule_without_value: 'In {node} c’è una regola che non dice quale dato guarda. Sceglietelo.',
  sentence_long: 'Una frase di {node} ha {words} parole in {language}: «{text}». Dividetela.',
  service_address: 'L’indirizzo del servizio di {node} non è valido. Deve iniziare con https://.',
  service_host:
    '{node} interroga «{host}», che non è nell’elenco dei servizi consentiti. Chiedete all’amministratore di aggiungerlo.',
  service_without_calendar:
    '{node} dà appuntamento per un servizio senza calendario. Sceglietene uno nelle impostazioni, in Appuntamenti.',
  shares_missing: '{node} distribuisce tra meno di due strade. Aggiungetene un’altra.',
  start_clash: '{node} e {other} iniziano con la stessa cosa ({trigger}). Lasciatela in uno solo.',
  start_clash_flow: '{node} inizia con la stessa cosa ({trigger}) del flusso «{flow}». Lasciatela in uno solo.',
  start_missing: 'Il flusso non ha un inizio. Aggiungete un passo «Inizio» e collegatelo al primo passo.',
  start_without_trigger: 'Niente fa iniziare {node}. Aggiungete una parola, il primo messaggio o un link.',
  subflow_missing:
    'Il flusso «{id}» eseguito da {node} non esiste o non è ancora pubblicato. Pubblicatelo prima o sceglietene un altro.',
  subflow_recursive:
    '{node} esegue il flusso «{flow}», che esegue di nuovo questo e non finirebbe mai. Scegliete un altro flusso.',
  subflow_without_start: 'Il flusso «{flow}» eseguito da {node} non ha un inizio. Aggiungetene uno in quel flusso.',
  template_filter:
    'In {field} di {node} ({language}), «{text}» chiede un formato che non esiste. Inserite di nuovo il dato.',
  template_name: 'In {field} di {node} ({language}), «{text}» non è il nome di un dato. Inserite di nuovo il dato.',
  template_unclosed:
    'In {field} di {node} ({language}) ci sono parentesi graffe non chiuse: «{text}». Chiudetele o toglietele.',
  text_empty: 'Il campo {field} di {node} è vuoto. Scrivetelo.',
  text_hard:
    'Il testo di {node} è difficile da leggere in {language} (facilità {ease} su 100). Usate parole più corte e frasi più brevi.',
  text_missing: 'Manca il testo in {language} in {field} di {node}. Scrivetelo.',
  text_partly_missing:
    'Il campo {field} di {node} non ha testo in {language}: si vedrà in un’altra lingua. Scrivetelo.',
  text_too_long:
    'Il campo {field} di {node} può arrivare a {length} caratteri in {language}, e il massimo è {max}. Accorciatelo.',
  text_wordy:
    'Il testo di {node} ha {words} parole in {language}. Sul telefono se ne leggono poche: lasciate le cose più importanti.',
  to_fill_in: 'Compilate «{text}» in {field} di {node} ({language}).',
  topic_missing: '{node} non dice di quale tema. Sceglietene uno.',
  trap: 'Da {node} la conversazione non può mai arrivare a una fine, a un menù o a una persona. Aggiungete una via d’uscita.',
  type_unknown: '{node} è di un tipo («{type}») che questa versione non conosce. Eliminatelo o aggiornate Pregoner.',
  unreachable: 'Nessuna strada arriva a {node}. Collegateci un’uscita o eliminatelo.',
  unreachable_branch:
    'Nessuna strada arriva a {node} né ai passi che ne seguono ({count}). Collegateci un’uscita o eliminateli.',
  variable_in_label:
    'Il campo {field} di {node} si vede così com’è scritto ({language}): i dati tra parentesi graffe non vengono compilati. Toglieteli.',
  variable_maybe_unset:
    '{node} usa «{variable}», ma ci sono strade che ci arrivano senza salvarla. Chiedetela prima o metteteci un testo predefinito.',
  variable_unset:
    '{node} usa «{variable}», ma nessun passo precedente la salva. Correggete il nome o aggiungete la domanda.',
  words_clash:
    'In {node}, «{word}» ({language}) vale per due opzioni: «{first}» e «{second}». Toglietelo da una delle due.',
}
