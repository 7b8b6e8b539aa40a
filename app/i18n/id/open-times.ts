export const openTimes = {
  title: 'Waktu terbuka',
}
