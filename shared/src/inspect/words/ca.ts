/** What is wrong and what to do, in Catalan. The other languages must have the same codes. */
export const problemsCa = {
  exit_unconnected: 'La sortida {exit} de {node} no porta enlloc. Connecteu-la o elimineu-la.',
  start_missing: 'El flux no té cap inici. Afegiu-hi un pas «Inici» i connecteu-lo amb el primer pas.',
}

export type ProblemWords = { [Code in keyof typeof problemsCa]: string }
