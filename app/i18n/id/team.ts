export const team = { title: '' }
