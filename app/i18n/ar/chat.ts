import { pluralOf } from '../format'
import type { Words } from '../words'

function minutesIn(minutes: number): string {
  if (minutes === 1) return 'دقيقة واحدة'
  if (minutes === 2) return 'دقيقتين'
  return `${minutes} ${pluralOf(minutes, 'ar') === 'few' ? 'دقائق' : 'دقيقة'}`
}

export const chat: Words['chat'] = {
  contact: 'التواصل مع المعهد',
  chat: 'تواصل عبر واتساب',
  chatShort: 'واتساب',
  write: 'كتابة رسالة',
  draftTitle: 'رسالتكم جاهزة للتعديل في واتساب',
  draftAlsoIndonesian: 'يسبقها النص نفسه بالإندونيسية.',
  demonstrationTitle: 'هنا يُفتح واتساب',
  demonstration: 'عرض توضيحي',
  demonstrationText: (booth) =>
    `\u2068${booth}\u2069 معهد نموذجي: ليس له رقم ولا أحد يقرأ هذه الرسالة. مع المعاهد الحقيقية يُفتح واتساب بالرسالة أدناه، ويمكنكم تعديلها قبل الإرسال.`,
  back: 'رجوع',
  inquiryTitle: (booth) => `مراسلة \u2068${booth}\u2069`,
  inquiryAbout: 'بشأن',
  inquiryIntro: 'تصل رسالتكم إلى صندوق رسائل هذا المعهد، ويصلكم الرد عبر البريد الإلكتروني أو الهاتف.',
  inquirySample: 'هذا معهد نموذجي: تُسجَّل رسالتكم مثالًا ولا يقرؤها أحد.',
  name: 'الاسم',
  email: 'البريد الإلكتروني',
  phone: 'الهاتف أو واتساب',
  phoneHint: 'من خارج إندونيسيا: ابدؤوا برمز الدولة، مثل \u2066+966\u2069.',
  oneIsEnough: 'البريد الإلكتروني أو الهاتف، يكفي أحدهما.',
  quantity: 'الكمية (اختيارية)',
  message: 'الرسالة',
  messageHint: 'اذكروا الوجهة والموعد والتعبئة التي تحتاجون إليها.',
  send: 'إرسال الرسالة',
  privacy:
    'لا يُستخدم اسمكم وبيانات التواصل إلا للرد على هذه الرسالة، ولا يطّلع عليها إلا هذا المعهد والجهة المنظِّمة.',
  website: 'اتركوا هذا الحقل فارغًا',
  fixErrors: 'لم تُرسل الرسالة بعد. صحّحوا ما هو مؤشَّر عليه، وبقية ما كتبتموه محفوظة.',
  tooMany: (minutes) =>
    `راسلتم هذا الجناح عدة مرات. أعيدوا المحاولة بعد ${minutesIn(minutes)}، وما كتبتموه محفوظ.`,
  problems: {
    'name-missing': 'اكتبوا الاسم.',
    'contact-missing': 'اكتبوا بريدًا إلكترونيًا أو رقم هاتف ليصلكم الرد.',
    'email-wrong': 'هذا العنوان غير مكتمل، مثال: \u2066name@example.com\u2069.',
    'phone-wrong': 'لا يمكن الاتصال بهذا الرقم. تحققوا من الأرقام أو ابدؤوا برمز الدولة.',
    'message-short': 'اكتبوا المزيد، عشرة أحرف على الأقل.',
    'too-long': 'النص طويل جدًا. اختصروه.',
    'quantity-wrong': 'اكتبوا عددًا صحيحًا، مثل 240.',
  },
  sentTitle: 'وصلت رسالتكم',
  sentText: (booth) =>
    `وصلت إلى صندوق رسائل \u2068${booth}\u2069، وسيردّ عليكم مباشرة. لا حاجة إلى إرسالها من جديد.`,
  sentSample: 'ولأن هذا معهد نموذجي، فلن يردّ أحد.',
  metaDescription: 'مراسلة معهد في معرض OPOP Expo.',
}
