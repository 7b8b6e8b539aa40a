export const match = {
  title: 'Pilihan',
}
