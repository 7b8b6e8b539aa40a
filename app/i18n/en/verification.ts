export const verification = { title: '' }
