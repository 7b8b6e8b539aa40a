export const boothMore = {
  address: 'Alamat',
  hours: 'Jam buka',
  zone: 'WIB',
  daysFromTo: '{from}–{to}',
  days: { 1: 'Senin', 2: 'Selasa', 3: 'Rabu', 4: 'Kamis', 5: 'Jumat', 6: 'Sabtu', 7: 'Minggu' },
  video: 'Video',
  watch: 'Tonton di {host}',
}
