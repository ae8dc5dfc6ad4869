import type { ProblemWords } from './ca.ts'

export const problemsEs: ProblemWords = {
  after_window:
    '{node} se dice cuando hace {hours} horas o más que la persona no escribe: WhatsApp ya no lo entrega. Acorte la espera o quítelo.',
  answer_unused: 'La respuesta «{name}» de {node} no se usa en ninguna parte. Úsela o quite la pregunta.',
  attachment_missing: 'En {node} falta el archivo adjunto. Súbalo o quite el adjunto.',
  branch_empty: 'En {node} hay un camino sin ninguna regla. Añada una o quite el camino.',
  choices_as_list:
    '«{label}», en {node}, tiene {length} caracteres en {language}: con más de {max} no hay botones y las opciones se mostrarán como lista. Acórtelo si quiere botones.',
  choices_as_numbers:
    '«{label}», en {node}, tiene {length} caracteres en {language}: con más de {max} las opciones se mostrarán como texto numerado y no se podrán tocar. Acórtelo.',
  column_lost: 'La tabla «{table}» no tiene la columna «{id}» que usa {node}. Elija otra.',
  config_invalid: 'El campo {field} de {node} no tiene un valor válido. Corríjalo.',
  default_language_missing: 'El idioma principal ({language}) no está entre los idiomas del flujo. Elija otro.',
  edge_end_missing: 'La salida {exit} de {node} lleva a un paso que ya no existe. Conéctela a otro paso.',
  edge_exit_missing: 'Una línea sale de {node} por una salida que ya no está ({exit}). Elimínela.',
  edge_from_missing: 'Una línea sale de un paso que ya no existe. Elimínela.',
  edge_id_repeated: 'Dos líneas tienen el mismo identificador («{id}»). Elimine una y vuelva a dibujarla.',
  edge_to_canvas: 'La salida {exit} de {node} lleva a una nota o a un marco. Conéctela a un paso.',
  ends_silently:
    'Hay quien responde y llega a {node} sin que se le diga nada más. Escriba una despedida o llévelo a un menú.',
  exit_doubled: 'De la salida {exit} de {node} salen dos líneas. Deje una.',
  exit_never_taken:
    'Nadie puede salir nunca por {exit} de {node}: antes ya lo recoge otro camino, o las condiciones no pueden cumplirse. Cámbielo o quítela.',
  exit_unconnected: 'La salida {exit} de {node} no lleva a ninguna parte. Conéctela o elimínela.',
  forbidden_data:
    '{node} pide «{word}». Los documentos de identidad y los datos bancarios no se piden por chat: dirija a la gente a la sede electrónica o a la oficina.',
  keyword_clash: 'La palabra «{word}» hace empezar {node} y también {other}. Déjela solo en uno.',
  keyword_clash_flow: 'La palabra «{word}» de {node} ya hace empezar el flujo «{flow}». Cámbiela en uno de los dos.',
  keyword_is_town_word:
    '«{word}», en {node}, ya es una palabra de todo el canal ({meaning}) y se responde antes que cualquier flujo. Elija otra.',
  keyword_missing: 'En {node} hay una manera de empezar sin ninguna palabra. Escriba una o quítela.',
  keyword_shadowed:
    'La palabra «{word}» está en {node} y también en {other}, que la buscan de manera distinta (sola, al principio o dentro del mensaje). Compruebe que es lo que quiere.',
  keyword_shadowed_flow:
    'La palabra «{word}» de {node} también está en el flujo «{flow}», que la busca de manera distinta (sola, al principio o dentro del mensaje). Compruebe que es lo que quiere.',
  label_repeated: 'En {node} hay dos opciones que se llaman «{label}» en {language}. Cambie una.',
  limits_crossed: 'En {node} el mínimo ({min}) es mayor que el máximo ({max}). Corríjalos.',
  link_broken: 'La dirección del enlace de {node} no es válida. Debe empezar por https:// y no llevar espacios.',
  loop_without_wait:
    'Estos pasos dan vueltas sin esperar nunca a nadie: {path}. Corte la vuelta o ponga un menú, una pregunta o una espera.',
  main_menu_lost: 'El menú principal de este flujo no existe o no es un menú. Elija otro.',
  match_without_answer: '{node} filtra la tabla pero no dice con qué respuesta. Elíjala.',
  menu_empty: '{node} no tiene ninguna opción. Añada una.',
  menu_long:
    '{node} tiene {count} opciones: con más de 10 se muestran como texto numerado y no se pueden tocar. Repártalas en dos menús.',
  no_opt_out: 'Este municipio no tiene ninguna palabra para dejar de recibir avisos. Póngala en la configuración.',
  no_person:
    'Este canal no lleva nunca a ninguna persona. Añada un paso «Envía a un departamento», o un teléfono o una dirección de contacto en un texto.',
  node_id_repeated: 'Hay más de un paso con el identificador «{id}». Elimine uno y vuelva a ponerlo.',
  option_repeated: 'En {node} hay dos salidas con el identificador «{option}». Cambie una.',
  option_takes_word:
    'En {node}, la opción «{option}» se entiende con «{word}», que en todo el canal significa otra cosa ({meaning}). Elija otra palabra.',
  pattern_broken: 'El patrón de {node} no es correcto. Corríjalo o elija otro tipo de respuesta.',
  personal_before_consent:
    '{node} pide datos personales, pero se puede llegar sin haber dado el consentimiento. Ponga antes un paso «Consentimiento».',
  reference_lost: 'En {node}, {the_kind} «{id}» no existe. Elija {another_kind}.',
  reference_missing: 'En {node} falta {a_kind}. Haga la elección.',
  row_out_of_place:
    'En {field} de {node} está «{variable}», pero las columnas de una tabla solo se pueden poner en el texto de cada fila. Quítela.',
  rule_without_value: 'En {node} hay una regla que no dice qué dato mira. Elíjalo.',
  sentence_long: 'Una frase de {node} tiene {words} palabras en {language}: «{text}». Pártala.',
  service_address: 'La dirección del servicio de {node} no es válida. Debe empezar por https://.',
  service_host:
    '{node} consulta «{host}», que no está en la lista de servicios permitidos. Pida al administrador que lo añada.',
  service_without_calendar: '{node} da cita para un servicio sin calendario. Elija uno en la configuración, en Citas.',
  shares_missing: '{node} reparte entre menos de dos caminos. Añada otro.',
  start_clash: '{node} y {other} empiezan con lo mismo ({trigger}). Déjelo solo en uno.',
  start_clash_flow: '{node} empieza con lo mismo ({trigger}) que el flujo «{flow}». Déjelo solo en uno.',
  start_missing: 'El flujo no tiene ningún inicio. Añada un paso «Inicio» y conéctelo con el primer paso.',
  start_without_trigger: 'Nada hace empezar {node}. Añada una palabra, el primer mensaje o un enlace.',
  subflow_missing:
    'El flujo «{id}» que hace {node} no existe o todavía no está publicado. Publíquelo antes o elija otro.',
  subflow_recursive: '{node} hace el flujo «{flow}», que vuelve a hacer este y no acabaría nunca. Elija otro flujo.',
  subflow_without_start: 'El flujo «{flow}» que hace {node} no tiene ningún inicio. Añada uno en aquel flujo.',
  template_filter:
    'En {field} de {node} ({language}), «{text}» pide un formato que no existe. Vuelva a insertar el dato.',
  template_name:
    'En {field} de {node} ({language}), «{text}» no es el nombre de ningún dato. Vuelva a insertar el dato.',
  template_unclosed: 'En {field} de {node} ({language}) hay unas llaves sin cerrar: «{text}». Ciérrelas o quítelas.',
  text_empty: 'El campo {field} de {node} está vacío. Escríbalo.',
  text_hard:
    'El texto de {node} es difícil de leer en {language} (facilidad {ease} de 100). Use palabras más cortas y frases más breves.',
  text_missing: 'Falta el texto en {language} en {field} de {node}. Escríbalo.',
  text_partly_missing:
    'El campo {field} de {node} no tiene texto en {language}: se mostrará en otro idioma. Escríbalo.',
  text_too_long:
    'El campo {field} de {node} puede llegar a {length} caracteres en {language}, y el máximo es {max}. Acórtelo.',
  text_wordy:
    'El texto de {node} tiene {words} palabras en {language}. En el móvil se leen pocas: deje lo más importante.',
  to_fill_in: 'Rellene «{text}» en {field} de {node} ({language}).',
  topic_missing: '{node} no dice de qué tema. Elija uno.',
  trap: 'Desde {node} la conversación no puede llegar nunca a ningún final, menú o persona. Añada un camino de salida.',
  type_unknown: '{node} es de un tipo («{type}») que esta versión no conoce. Elimínelo o actualice Pregoner.',
  unreachable: 'Ningún camino llega a {node}. Conecte una salida o elimínelo.',
  unreachable_branch:
    'Ningún camino llega a {node} ni a los pasos que salen de él ({count}). Conecte una salida o elimínelos.',
  variable_in_label:
    'El campo {field} de {node} se muestra tal como está escrito ({language}): los datos entre llaves no se rellenan. Quítelos.',
  variable_maybe_unset:
    '{node} usa «{variable}», pero hay caminos que llegan sin guardarla. Pregúntela antes o ponga un texto por defecto.',
  variable_unset:
    '{node} usa «{variable}», pero ningún paso anterior la guarda. Corrija el nombre o añada la pregunta.',
  words_clash:
    'En {node}, «{word}» ({language}) vale para dos opciones: «{first}» y «{second}». Quítelo de una de las dos.',
}
