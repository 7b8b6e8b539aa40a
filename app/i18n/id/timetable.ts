import type { Bar } from '~/matching/select/selection'
import type { TimetableConstraint } from '~/matching/timetable/timetable'
import type { PluralForms } from '../fill'

const more: PluralForms = { other: 'Di waktu lain ada {count} jeda kosong lebih banyak' }
const free: PluralForms = { other: '{count} waktu masih mungkin: pencarian dihentikan lebih awal' }
const slots: PluralForms = { other: '{count} waktu {constraint}' }
const infeasible: PluralForms = {
  other: '{count} pertemuan ini tidak bisa berlangsung semuanya: {meetings}.',
}
const left: PluralForms = { other: 'Waktu yang tersisa bagi semuanya: {count}.' }

/** Why a slot is forbidden: continues 'this time isn't possible because …'. */
const blocked: Record<Exclude<TimetableConstraint, 'precedence'> | 'before' | 'after', string> = {
  session: 'harus di sesi {session}',
  fixed: 'sudah ditetapkan pada {slot}',
  away: '{seat} tidak hadir',
  'seat-busy': '{seat} bertemu dalam {meeting}',
  'table-full': 'semua meja terpakai ({tables})',
  before: 'harus sebelum {meeting}, yaitu sebelum {slot}',
  after: 'harus sesudah {meeting}, yaitu sesudah {slot}',
  rest: '{seat} perlu jeda {rest} dari {meeting}',
  'break-spread': 'jeda kosong tidak adil: {seat} mendapat {breaks}, yang lain {least}',
}

/** The same for many slots at once. */
const summary: Record<TimetableConstraint, string> = {
  session: 'di luar sesinya',
  fixed: 'bukan waktu yang ditetapkan',
  away: 'ada yang tidak hadir',
  'seat-busy': 'ada yang sedang bertemu pihak lain',
  'table-full': 'meja penuh',
  precedence: 'urutannya terlanggar',
  rest: 'jedanya kurang',
  'break-spread': 'jeda kosong jadi tidak adil',
}

/** The constraints by name, as things that an organiser has asked for. */
const kinds: Record<TimetableConstraint, string> = {
  session: 'sesi yang diminta',
  fixed: 'waktu yang ditetapkan',
  away: 'ketidakhadiran',
  'seat-busy': 'satu pertemuan per orang pada satu waktu',
  'table-full': 'jumlah meja',
  precedence: 'urutan pertemuan',
  rest: 'jeda antar pertemuan',
  'break-spread': 'pembagian jeda kosong yang adil',
}

/** What keeps a pair apart whatever speaks for it. */
const bars: Record<Bar, string> = {
  oneself: 'Keduanya lembaga yang sama',
  never: 'Salah satu pihak tidak ingin bertemu',
  'group-rule': 'Aturan kelompok “{rule}” melarangnya',
  unavailable: 'Salah satu tidak punya waktu bebas sama sekali',
  'no-common-slot': 'Tidak ada waktu bebas yang sama',
}

/** What the engine says of a timetable: see app/timetable-sentences.ts. */
export const timetable = {
  blocked,
  summary,
  reasons: {
    fixed: 'Waktunya sudah ditetapkan',
    wished: 'Waktu yang diminta',
    'only-slot': 'Satu-satunya waktu yang mungkin',
    before: 'Tepat sebelum {meeting}, agar {seat} tidak menunggu',
    after: 'Tepat sesudah {meeting}, agar {seat} tidak menunggu',
    'first-free': 'Waktu pertama yang mungkin',
    session: 'Di sesi {session}',
  },
  more,
  unscheduled: '{meeting} belum mendapat waktu: {blocked}.',
  free,
  slots,
  infeasible,
  because: 'Yang tidak bisa dipenuhi bersama: {constraints}.',
  shared: 'Semuanya menyangkut {seats}.',
  left,
  kinds,
  /** Why a pair was chosen for an event, or not; values are points. */
  pair: {
    chosen: 'Terpilih dengan nilai {value}',
    bars: bars,
    'no-candidate': 'Tidak ada kebutuhan yang cocok dan tidak ada yang memintanya',
    full: {
      buyer: 'Kuota pembeli sudah penuh dengan pertemuan senilai {least} ke atas, yang ini {value}',
      seller: 'Kuota pesantren sudah penuh dengan pertemuan senilai {least} ke atas, yang ini {value}',
      both: 'Kuota keduanya sudah penuh dengan pertemuan senilai {least} ke atas, yang ini {value}',
    },
    'places-full': 'Semua meja terpakai oleh pertemuan senilai {least} ke atas, yang ini {value}',
    'slots-clash': 'Tidak ada waktu bebas tersisa di samping pertemuan yang terpilih',
    'not-finished': 'Pencarian dihentikan sebelum selesai',
  },
}
