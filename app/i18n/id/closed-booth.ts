/** Where a booth has closed; sent only with the pages that have to say so. */
export const closedBooth = {
  closed: '{booth} sudah menutup stannya.',
  likeBooths: 'Stan dengan barang sejenis: {field}',
  likeGoods: 'Barang sejenis: {field}',
  elsewhere: 'Cari produk lain',
  before: 'Di depan {booth}, {place}. Stan ini sudah tutup.',
}
