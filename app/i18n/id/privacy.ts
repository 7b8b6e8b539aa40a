export const privacy = { title: '' }
