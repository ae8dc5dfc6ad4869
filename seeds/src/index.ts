export const name = 'seeds'
