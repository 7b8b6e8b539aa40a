export const join = { title: '' }
