export const meeting = {
  title: 'Pertemuan',
}
