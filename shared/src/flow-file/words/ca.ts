/** Why a file is no flow: what is wrong, and what to do where something can be done. `{…}` is filled in. */
export const faultsCa = {
  too_large: 'El fitxer és massa gros: en pot fer com a màxim {max} MB. Potser no és un flux.',
  not_text: 'El fitxer no és de text. Trieu un fitxer que hàgiu desat des de Pregoner.',
  empty: 'El fitxer és buit.',
  broken:
    'El fitxer està malmès: hi ha un signe que no hi toca a la línia {line}, columna {column}. Torneu a desar-lo des d’on el vau treure.',
  cut: 'El fitxer està tallat: s’acaba a mitges, a la línia {line}. Torneu a copiar-lo sencer.',
  not_a_flow: 'Aquest fitxer no és un flux de Pregoner.',
  other_kind: 'Aquest fitxer és de Pregoner, però no és un flux. Si són passos copiats, enganxeu-los dins d’un flux.',
  too_deep: 'Hi ha peces dins de peces fins massa endins ({path}). Cap flux no n’ha de menester tantes.',
  reserved_name: '«{name}» és un nom reservat i no es pot fer servir.',
  hidden_name: 'El nom «{name}» conté signes que no es veuen o que giren l’escriptura. Escriviu-lo de nou.',
  hidden_text: 'El text conté signes que no es veuen i que en canvien l’ordre. Escriviu-lo de nou.',
  newer_format:
    'El fitxer és d’una versió més nova de Pregoner (format {format}). Demaneu que us actualitzin el vostre.',
  wrong_format: 'No es reconeix el format del fitxer ({format}).',
  too_many_steps: 'Té {count} passos, i com a màxim n’hi pot haver {max}. Repartiu-lo en fluxos més petits.',
  too_many_lines: 'Té {count} unions entre passos, i com a màxim n’hi pot haver {max}.',
  too_many_items: 'Hi ha una llista de {count} elements, i com a màxim n’hi pot haver {max}.',
  too_many_flows: 'Porta {count} fluxos a dins, i com a màxim n’hi pot haver {max}.',
  missing: 'Hi falta «{part}».',
  unknown_part: 'Hi ha «{part}», que aquesta versió no coneix.',
  wrong_kind: 'El que hi ha no és del tipus que toca.',
  wrong_value: 'El valor no és vàlid.',
  too_long: 'És massa llarg: com a màxim {max} caràcters.',
  too_short: 'És buit, o massa curt.',
  bad_id: '«{id}» no serveix com a identificador: només lletres sense accent, xifres, «-» i «_».',
  id_repeated: 'L’identificador «{id}» ja és d’un altre pas. Cada pas n’ha de tenir un de propi.',
  line_repeated: 'L’identificador «{id}» és de més d’una unió.',
  unknown_type: 'És d’un tipus («{type}») que aquesta versió no coneix.',
  line_from_nowhere: 'Hi ha una unió («{id}») que surt d’un pas que no hi és («{step}»).',
  line_to_nowhere: 'Hi ha una unió («{id}») que porta a un pas que no hi és («{step}»).',
  step_nowhere: 'Porta a un pas que no hi és («{id}»).',
  far_away: 'És dibuixat massa lluny per poder-lo trobar.',
  unknown_language: '«{language}» no és cap dels idiomes que es poden fer servir.',
  language_repeated: 'L’idioma «{language}» hi és més d’una vegada.',
  default_language: 'L’idioma principal («{language}») no és cap dels idiomes del flux.',
  loop: 'Aquests passos fan voltes sense esperar mai ningú: {path}. Talleu el cercle, o poseu-hi un menú, una pregunta o una espera.',
  flow_repeated: 'Porta més d’una vegada el flux «{id}».',
  more: 'I {count} problemes més.',
} as const

export type FaultWords = { readonly [Code in keyof typeof faultsCa]: string }

/** Where it is: before the sentence, when it is not about the whole file. */
export const placesCa = {
  step: 'Pas {step}',
  named: 'Pas {step} («{name}»)',
  field: 'camp «{field}»',
  flow: 'Flux «{flow}»',
} as const

export type PlaceWords = { readonly [Key in keyof typeof placesCa]: string }
