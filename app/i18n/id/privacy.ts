export const privacy = {
  title: 'Data pribadi Anda',
  /** What is agreed to, kept word for word. Change PRIVACY_TEXT_VERSION with any of these. */
  consents: {
    privacy:
      'Saya setuju OPOP Expo menyimpan nama, nomor WhatsApp atau e-mail, dan apa yang saya isi di sini, untuk menjalankan akun saya dan mempertemukan saya dengan pesantren dan pembeli. Persetujuan ini bisa saya tarik kapan saja dengan menghapus akun saya.',
    whatsapp:
      'Saya mau menerima pesan tentang pertemuan, pertanyaan, dan akun saya lewat WhatsApp. Bukan iklan. Bisa saya hentikan kapan saja di halaman akun saya.',
  },
}
