export const studioProducts = {
  nav: {
    label: 'Studio',
    meetings: 'Pertemuan',
    openTimes: 'Waktu terbuka',
    products: 'Produk',
  },
  title: 'Produk Anda',
}
