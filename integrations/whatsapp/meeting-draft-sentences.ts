import type { DraftMoment } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'

interface MeetingDraftSentences {
  greeting: (reader: string, writer: string) => string
  /** `about` is the goods, with their amount where it is known. */
  says: Record<DraftMoment, (when: string, about: string) => string>
  about: (goods: string, amount: string | null) => string
  /** `zone` as 'WIB' or 'UTC+4'. */
  when: (day: string, time: string, zone: string) => string
}

/** Latin names and figures keep their direction inside Arabic. */
const isolated = (text: string) => `\u2068${text}\u2069`

/** The messages leave the product for WhatsApp, so they are not among the page's words. */
export const MEETING_DRAFT_SENTENCES: Record<Locale, MeetingDraftSentences> = {
  id: {
    greeting: (reader, writer) => `Assalamualaikum ${reader}, saya dari ${writer}.`,
    says: {
      asks: (when, about) => `Kami ingin bertemu ${when}, tentang ${about}. Mohon dijawab di sini:`,
      'was-asked': (when, about) => `Terima kasih atas permintaan bertemu ${when}, tentang ${about}:`,
      agreed: (when, about) => `Kita bertemu ${when}, tentang ${about}:`,
      proposes: (when, about) =>
        `Kami mengusulkan waktu lain: ${when}, tentang ${about}. Mohon dijawab di sini:`,
      'was-proposed': (when, about) =>
        `Tentang usulan waktu lain untuk pertemuan kita, ${when}, tentang ${about}:`,
      ended: (when, about) => `Pertemuan kita ${when} tentang ${about} tidak jadi berlangsung:`,
      afterwards: (when, about) => `Tentang pertemuan kita ${when}, mengenai ${about}:`,
    },
    about: (goods, amount) => (amount === null ? goods : `${goods}, ${amount}`),
    when: (day, time, zone) => `${day}, pukul ${time} ${zone}`,
  },
  en: {
    greeting: (reader, writer) => `Hello ${reader}, this is ${writer}.`,
    says: {
      asks: (when, about) => `We would like to meet ${when}, about ${about}. Please answer here:`,
      'was-asked': (when, about) => `Thank you for asking to meet ${when}, about ${about}:`,
      agreed: (when, about) => `We meet ${when}, about ${about}:`,
      proposes: (when, about) => `We propose another time: ${when}, about ${about}. Please answer here:`,
      'was-proposed': (when, about) => `About the other time for our meeting, ${when}, about ${about}:`,
      ended: (when, about) => `Our meeting ${when} about ${about} does not take place:`,
      afterwards: (when, about) => `About our meeting ${when}, on ${about}:`,
    },
    about: (goods, amount) => (amount === null ? goods : `${goods}, ${amount}`),
    when: (day, time, zone) => `${day} at ${time} ${zone}`,
  },
  ar: {
    greeting: (reader, writer) => `السلام عليكم ${isolated(reader)}، معكم ${isolated(writer)}.`,
    says: {
      asks: (when, about) => `نودّ الاجتماع بكم ${when}، بشأن ${about}. نرجو الرد هنا:`,
      'was-asked': (when, about) => `شكرًا لطلبكم الاجتماع ${when}، بشأن ${about}:`,
      agreed: (when, about) => `نجتمع ${when}، بشأن ${about}:`,
      proposes: (when, about) => `نقترح موعدًا آخر: ${when}، بشأن ${about}. نرجو الرد هنا:`,
      'was-proposed': (when, about) => `بخصوص الموعد الآخر المقترح لاجتماعنا، ${when}، بشأن ${about}:`,
      ended: (when, about) => `لن يُعقد اجتماعنا ${when} بشأن ${about}:`,
      afterwards: (when, about) => `بخصوص اجتماعنا ${when} بشأن ${about}:`,
    },
    about: (goods, amount) => (amount === null ? goods : `${goods}، ${amount}`),
    when: (day, time, zone) => `يوم ${day}، الساعة \u2066${time} ${zone}\u2069`,
  },
}
