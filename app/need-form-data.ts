import { NEED_TEXTS, type NeedValues } from '~/domain/need/need.schema'
import { CERTIFICATIONS } from '~/domain/shared/enums'

/** What the form of a need sent, as typed: what it is filled with again where something isn't right. */
export function needFormData(form: FormData): NeedValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 5_000)
  const ticked = form.getAll('papers')
  return {
    ...(Object.fromEntries(NEED_TEXTS.map((name) => [name, text(name)])) as Omit<NeedValues, 'papers'>),
    papers: CERTIFICATIONS.filter((paper) => ticked.includes(paper)),
  }
}
