export const name = 'shared'
