import type { Street } from '@pregoner/shared'

/** Words that say what kind of street it is, in the four languages and as people shorten them. */
const kinds = new Set(
  `c carrer calle cl cr via viale v av avda avinguda avenida corso pl pla placa plaza piazza pza passeig pg paseo ps
  passatge ptge pasaje ronda rda rambla travessera travessia ctra carretera strada vicolo largo largo cami camino
  de del dels d la les el els los las l en i y e della delle dei degli di da dello`.split(/\s+/),
)

/** The words of an address that tell one street from another, without accents. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !kinds.has(word))

/** Finds streets by what people write: "C/ Guimerà, 12, 2n" is the street "Carrer de Guimerà". */
export function createStreetFinder(streets: readonly Street[]): (address: string) => Street | null {
  const known = streets
    .map(street => ({ street, words: wordsOf(street.name) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length) // "Major de Dalt" before "Major"
  return address => {
    const written = ` ${wordsOf(address).join(' ')} `
    return known.find(({ words }) => written.includes(` ${words.join(' ')} `))?.street ?? null
  }
}
