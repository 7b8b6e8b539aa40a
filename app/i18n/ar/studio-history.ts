import type { RevisionAction } from '~/domain/shared/enums'
import type { PageWords } from '../page-words.server'

const actions: Record<RevisionAction, string> = {
  before: 'ما كان قبل بدء السجل',
  made: 'أُنشئ المنتج',
  changed: 'عُدِّل',
  restored: 'استُعيدت النسخة {version}',
  imported: 'مُلئ من جدول',
  priced: 'عُدِّل السعر مع منتجات أخرى',
  state: 'الظهور',
  copied: 'نُسخ من منتج آخر',
}

export const studioHistory: PageWords['studioHistory'] = {
  title: 'سجل {name}',
  boothTitle: 'سجل الجناح',
  metaDescription: 'من غيّر ماذا ومتى، وكيف يُستعاد.',
  back: 'العودة إلى المنتج',
  backBooth: 'العودة إلى الجناح',
  open: 'السجل',
  intro: 'كل حفظ مسجَّل هنا. الاستعادة تصنع نسخة جديدة ولا يضيع شيء.',
  empty: 'لا تغييرات مسجَّلة بعد. سيظهر هنا حفظكم القادم.',
  version: 'النسخة {version}',
  now: 'الآن',
  by: '{name}، {time}',
  somebody: 'شخص ما',
  actions,
  field: 'الحقل',
  was: 'قبل',
  became: 'بعد',
  nothing: '(فارغ)',
  state: 'الظهور',
  restore: 'استعادة',
  restoreNamed: 'استعادة النسخة {version}',
  restored: 'تمت الاستعادة. ما كان قبل لحظة باقٍ في السجل.',
  same: 'المحتوى هو نفسه. لم يتغير شيء.',
  changed: 'حفظ شخص آخر للتو. اطّلعوا على أحدث تغيير أولًا ثم استعيدوا مرة أخرى عند الحاجة.',
  incomplete: 'تلك النسخة غير مكتملة للمشترين. {gaps} أخفوا المنتج أولًا أو أكملوه في النموذج.',
  refused: 'لم يعد ممكنًا استخدام تلك النسخة كما هي. افتحوا نموذج الجناح وعدّلوها هناك.',
  older: 'أقدم',
  newer: 'أحدث',
}
