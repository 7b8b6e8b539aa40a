export const studioProducts = {
  title: 'Produk Anda',
}
