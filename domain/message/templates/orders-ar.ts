import type { OrderForms } from './template-words'

const goods = ['السلع', 'goods'] as const
const delivery = ['التسليم', 'delivery'] as const
const amount = ['المبلغ', 'amount'] as const
const courier = ['شركة الشحن', 'courier'] as const
const tracking = ['رقم التتبع', 'tracking'] as const
const reason = ['السبب', 'reason'] as const
const until = ['قبل', 'until'] as const
const since = ['وقت الدفع', 'since'] as const

export const orderForms: OrderForms = {
  'order-new': {
    subject: 'طلب عينات جديد {number}',
    lead: 'دُفع ثمن طلب العينات {number} الموجّه إلى {organisation} بالكامل.',
    facts: [goods, delivery],
    close: 'نرجو التغليف ثم تسجيل شركة الشحن ورقم التتبع. العنوان في صفحة الطلب.',
    link: 'فتح الطلب',
  },
  'order-paid': {
    subject: 'وصل الدفع: {number}',
    lead: 'وصل ثمن طلب العينات {number} لدى {organisation} بالكامل.',
    facts: [goods, amount],
    close: 'يجري تغليف العينة الآن، وسنخبركم عند إرسالها.',
    link: 'فتح الطلب',
  },
  'order-packed': {
    subject: 'غُلّفت العينة: {number}',
    lead: 'غُلّفت عينة طلبكم {number} لدى {organisation} الآن.',
    facts: [goods],
    close: 'سنخبركم عند إرسالها.',
    link: 'فتح الطلب',
  },
  'order-sent': {
    subject: 'العينة في الطريق: {number}',
    lead: 'أُرسلت عينة طلبكم {number} من {organisation} إليكم.',
    facts: [goods, courier, tracking],
    close: 'عند وصولها نرجو تأكيد الاستلام في صفحة الطلب.',
    link: 'فتح الطلب',
  },
  'order-handed-over': {
    subject: 'سُلّمت العينة: {number}',
    lead: 'سُلّمت عينة طلبكم {number} من {organisation} باليد.',
    facts: [goods],
    close: 'إن استلمتموها فعلًا فنرجو تأكيد ذلك في صفحة الطلب.',
    link: 'فتح الطلب',
  },
  'order-arrived': {
    subject: 'استُلمت العينة: {number}',
    lead: 'استلم المشتري عينة الطلب {number} من {organisation} الآن.',
    facts: [goods],
    close: 'رأي المشتري في العينة موجود في صفحة الطلب.',
    link: 'فتح الطلب',
  },
  'order-cancelled': {
    subject: 'أُلغي الطلب: {number}',
    lead: 'أُلغي طلب العينات {number} لدى {organisation} الآن.',
    facts: [goods, reason],
    close: 'إن كان الثمن قد دُفع فسيُعاد كاملًا.',
    link: 'فتح الطلب',
  },
  'order-lapsed': {
    subject: 'انتهى الطلب: {number}',
    lead: 'انتهى طلب العينات {number} لدى {organisation} لأنه لم يُدفع.',
    facts: [goods],
    close: 'إن كنتم ما زلتم تريدونه فيمكن تقديم طلب جديد في أي وقت.',
    link: 'فتح الطلب',
  },
  'order-refunded': {
    subject: 'أُعيد المال: {number}',
    lead: 'أُعيد المال الخاص بطلب العينات {number} لدى {organisation} الآن.',
    facts: [amount],
    close: 'يظهر المبلغ في البطاقة عادةً خلال 5 إلى 10 أيام عمل.',
    link: 'فتح الطلب',
  },
  'order-surplus': {
    subject: 'وصل الدفع متأخرًا: {number}',
    lead: 'وصل دفع لطلب العينات {number} لدى {organisation} بعد انتهاء الطلب.',
    facts: [amount],
    close: 'سيُعاد المبلغ كاملًا، ولا يلزمكم فعل شيء.',
    link: 'فتح الطلب',
  },
  'order-proof-rejected': {
    subject: 'لم يُقبل الإثبات بعد: {number}',
    lead: 'لم تستطع الجهة المنظّمة قبول إثبات التحويل للطلب {number} لدى {organisation} بعد.',
    facts: [reason, until],
    close: 'نرجو إرسال إثبات آخر في صفحة الطلب.',
    link: 'إرسال إثبات آخر',
  },
  'order-transfer-due': {
    subject: 'في انتظار التحويل: {number}',
    lead: 'ما زال طلب العينات {number} لدى {organisation} ينتظر تحويلكم.',
    facts: [amount, until],
    close: 'بعد التحويل نرجو إرسال صورته في صفحة الطلب. وبعد ذلك الوقت ينتهي الطلب.',
    link: 'فتح الطلب',
  },
  'order-send-due': {
    subject: 'لم يُرسل بعد: {number}',
    lead: 'دُفع ثمن طلب العينات {number} الموجّه إلى {organisation} ولم يُرسل بعد.',
    facts: [goods, since],
    close: 'بعد سبعة أيام من الدفع يحق للمشتري الإلغاء ويُعاد المال.',
    link: 'فتح الطلب',
  },
  'order-disputed': {
    subject: 'اعتراض لدى البنك: {number}',
    lead: 'يطلب مشتري طلب العينات {number} من {organisation} استعادة المال عبر البنك.',
    facts: [amount, until],
    close: 'نرجو كتابة ما أرسلتموه في صفحة الطلب مع صورة إن وُجدت، وتجيب الجهة المنظّمة البنك بذلك.',
    link: 'فتح الطلب',
  },
  'order-dispute-won': {
    subject: 'رفض البنك الاعتراض: {number}',
    lead: 'رفض البنك الاعتراض على طلب العينات {number} من {organisation} هذه المرة.',
    facts: [amount],
    close: 'عاد المال إلى رصيدكم.',
    link: 'فتح الطلب',
  },
  'order-dispute-lost': {
    subject: 'قبل البنك الاعتراض: {number}',
    lead: 'قبل البنك الاعتراض على طلب العينات {number} من {organisation} هذه المرة.',
    facts: [amount],
    close: 'يعود المال إلى المشتري ويخرج من رصيدكم، وتتحمل الجهة المنظّمة رسوم البنك.',
    link: 'فتح الطلب',
  },
}
