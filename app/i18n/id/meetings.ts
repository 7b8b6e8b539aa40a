export const meetings = {
  title: 'Pertemuan',
}
