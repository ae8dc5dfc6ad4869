export const name = 'designer'
