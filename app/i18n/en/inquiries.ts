export const inquiries = { title: '' }
