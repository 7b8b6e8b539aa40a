/** How many of 500 booths a regency has, its Arabic name, and the wall colours of its drawings. */
export interface Place {
  code: string
  weight: number
  arabic: string
  walls: readonly [
    'rose' | 'sand' | 'mint' | 'dusk' | 'sea' | 'clay',
    'rose' | 'sand' | 'mint' | 'dusk' | 'sea' | 'clay',
  ]
}

export const PLACES: readonly Place[] = [
  { code: '3201', weight: 32, arabic: 'محافظة بوغور', walls: ['mint', 'sand'] },
  { code: '3202', weight: 29, arabic: 'محافظة سوكابومي', walls: ['mint', 'sea'] },
  { code: '3203', weight: 28, arabic: 'محافظة تشيانجور', walls: ['mint', 'clay'] },
  { code: '3204', weight: 27, arabic: 'محافظة باندونغ', walls: ['rose', 'mint'] },
  { code: '3205', weight: 31, arabic: 'محافظة غاروت', walls: ['sand', 'rose'] },
  { code: '3206', weight: 34, arabic: 'محافظة تاسيكمالايا', walls: ['clay', 'sand'] },
  { code: '3207', weight: 25, arabic: 'محافظة تشياميس', walls: ['sand', 'mint'] },
  { code: '3208', weight: 21, arabic: 'محافظة كونينغان', walls: ['mint', 'dusk'] },
  { code: '3209', weight: 24, arabic: 'محافظة تشيربون', walls: ['dusk', 'sea'] },
  { code: '3210', weight: 20, arabic: 'محافظة ماجالينغكا', walls: ['clay', 'rose'] },
  { code: '3211', weight: 17, arabic: 'محافظة سوميدانغ', walls: ['dusk', 'mint'] },
  { code: '3212', weight: 21, arabic: 'محافظة إندرامايو', walls: ['sea', 'dusk'] },
  { code: '3213', weight: 16, arabic: 'محافظة سوبانغ', walls: ['sand', 'sea'] },
  { code: '3214', weight: 13, arabic: 'محافظة بورواكارتا', walls: ['clay', 'dusk'] },
  { code: '3215', weight: 18, arabic: 'محافظة كاراوانغ', walls: ['sea', 'sand'] },
  { code: '3216', weight: 16, arabic: 'محافظة بيكاسي', walls: ['sea', 'rose'] },
  { code: '3217', weight: 15, arabic: 'محافظة باندونغ الغربية', walls: ['mint', 'rose'] },
  { code: '3218', weight: 12, arabic: 'محافظة بانغانداران', walls: ['sea', 'mint'] },
  { code: '3271', weight: 10, arabic: 'مدينة بوغور', walls: ['mint', 'sand'] },
  { code: '3272', weight: 9, arabic: 'مدينة سوكابومي', walls: ['sea', 'mint'] },
  { code: '3273', weight: 15, arabic: 'مدينة باندونغ', walls: ['rose', 'dusk'] },
  { code: '3274', weight: 10, arabic: 'مدينة تشيربون', walls: ['dusk', 'sea'] },
  { code: '3275', weight: 12, arabic: 'مدينة بيكاسي', walls: ['sea', 'sand'] },
  { code: '3276', weight: 11, arabic: 'مدينة ديبوك', walls: ['sand', 'dusk'] },
  { code: '3277', weight: 9, arabic: 'مدينة تشيماهي', walls: ['rose', 'sand'] },
  { code: '3278', weight: 16, arabic: 'مدينة تاسيكمالايا', walls: ['clay', 'rose'] },
  { code: '3279', weight: 6, arabic: 'مدينة بانجار', walls: ['sand', 'clay'] },
]
