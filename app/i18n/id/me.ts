export const me = { title: '' }
