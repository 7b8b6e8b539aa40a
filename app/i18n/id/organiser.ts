export const organiser = {
  nav: {
    label: 'Halaman penyelenggara',
    verification: 'Verifikasi',
    duplicates: 'Data ganda',
    messages: 'Pesan',
  },
}
