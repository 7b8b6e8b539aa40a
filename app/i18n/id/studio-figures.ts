import type { Figure, WeekChange } from '~/domain/figures/figures'

const week: Record<WeekChange['kind'], string> = {
  none: 'Belum ada kunjungan yang tercatat dalam dua minggu terakhir.',
  first: '{now} kunjungan dalam tujuh hari terakhir; tujuh hari sebelumnya belum ada yang tercatat.',
  few: '{now} kunjungan dalam tujuh hari terakhir dan {before} pada tujuh hari sebelumnya: masih terlalu sedikit untuk dibandingkan.',
  alike: 'Kunjungan kurang lebih sama: {now} dalam tujuh hari terakhir, {before} pada tujuh hari sebelumnya.',
  more: 'Kunjungan naik menjadi {now} dalam tujuh hari terakhir, dari {before} pada tujuh hari sebelumnya.',
  fewer: 'Kunjungan turun menjadi {now} dalam tujuh hari terakhir, dari {before} pada tujuh hari sebelumnya.',
}

const figures: Record<Figure, string> = {
  visits: 'Kunjungan ke stan',
  products: 'Produk dilihat',
  inquiries: 'Obrolan dan pertanyaan',
  meetings: 'Pertemuan diminta',
}

const columns: Record<Figure, string> = {
  visits: 'Stan',
  products: 'Produk',
  inquiries: 'Tanya',
  meetings: 'Temu',
}

export const studioFigures = {
  title: 'Angka stan Anda',
  metaDescription: 'Berapa kali stan dan produk Anda dilihat dan ditanyakan.',
  stretchLabel: 'Rentang hari',
  stretches: { 7: '7 hari', 30: '30 hari', 90: '90 hari' },
  week,
  weekAsked: 'Pada minggu yang sama: obrolan dan pertanyaan {inquiries}, pertemuan diminta {meetings}.',
  weekTitle: 'Minggu ini',
  figures,
  inHall: 'di antaranya {count} di aula 3D',
  chartLabel: '{figure}, {days}: jumlah {total}, paling banyak {most} pada satu hari.',
  chartNothing: '{figure}, {days}: tidak ada.',
  most: 'paling banyak {count} sehari',
  today: 'hari ini',
  productsTitle: 'Yang paling dilihat',
  productViews: 'dilihat {views}, ditanyakan {inquiries}',
  noProducts: 'Belum ada produk yang dilihat pada rentang ini.',
  tableTitle: 'Per hari',
  day: 'Hari',
  columns,
  total: 'Jumlah',
  how: 'Cara menghitung',
  howText:
    'Tanpa cookie dan tanpa mencatat siapa yang datang. Yang kembali dalam setengah jam dihitung sekali. Robot, penyelenggara, dan orang pesantren Anda yang sedang masuk tidak dihitung. Angka hari ini masih bertambah.',
  since: 'Dihitung sejak {day}.',
  emptyTitle: 'Belum ada kunjungan',
  emptyText: 'Begitu ada yang membuka stan atau produk Anda, angkanya muncul di sini.',
  seeBooth: 'Lihat stan Anda',
}
