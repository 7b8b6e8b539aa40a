export const entering = { title: '' }
