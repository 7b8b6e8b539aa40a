export const organiser = { title: '' }
