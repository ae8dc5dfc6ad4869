const MAX_NAME_CHARS = 40 // as `answerName` of the flow language

/** «Data de la cita» → `data_de_la_cita`. */
export const toAnswerName = (typed: string): string =>
  typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[·'’]/g, '')
    .replace(/[^a-z0-9_]+/g, '_')
    .slice(0, MAX_NAME_CHARS)
