export const organiserMessages = { title: '' }
