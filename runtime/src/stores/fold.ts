/** Lower case without accents, so that `farmacia` finds `Farmàcia`. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
