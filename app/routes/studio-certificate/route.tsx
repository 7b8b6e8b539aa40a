import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { ActingField } from '~/app/components/acting-field'
import { describedBy, Field, FieldNotes, SelectField } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { PaperPages } from '~/app/components/paper-pages'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import {
  type CertificateProblems,
  certificateProblems,
  certificateSchema,
  readTypedCertificate,
  type TypedCertificate,
} from '~/domain/certificate/certificate.schema'
import { looksUnusual } from '~/domain/certificate/certificate-format'
import { listOwnCertificates } from '~/domain/certificate/list-own-certificates.server'
import { removeCertificate } from '~/domain/certificate/remove-certificate.server'
import { saveCertificate } from '~/domain/certificate/save-certificate.server'
import { requirePesantrenWriter } from '~/domain/shared/acting'
import { CERTIFICATE_KINDS } from '~/domain/shared/enums'
import { newId } from '~/domain/shared/ids'
import '~/app/components/certificate-page.css'
import '~/app/components/file-field.css'

const NEW = 'new'
const MOST_FILE = 15 * 1024 * 1024

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { papers, goods, mayWrite } = await run(() => listOwnCertificates(context.context, { locale }))
  if (!mayWrite) throw Response.json({ code: 'forbidden' }, { status: 403 })
  const paper = papers.find(({ id }) => id === params.id) ?? null
  if (!paper && params.id !== NEW) throw Response.json({ code: 'not-found' }, { status: 404 })
  const query = new URL(request.url).searchParams
  const typed: TypedCertificate = {
    kind: paper?.kind ?? query.get('kind') ?? '',
    number: paper?.number ?? '',
    expiresOn: paper?.expiresOn ?? '',
    productId: paper?.productId ?? query.get('product') ?? '',
    state: paper?.state === 'applied' ? 'applied' : 'declared',
  }
  return {
    actingId: context.viewer?.organisationId ?? null,
    paper,
    typed,
    goods,
    token: newId(),
    words: pageWords('certificates', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Saves a paper with its photograph, or takes it away. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form)
  // Who may not write at all is told so, and not what is wrong with the form.
  await run(async () => requirePesantrenWriter(context.context.actor))
  const isNew = params.id === NEW
  const back = (done: string) => redirect(`/${locale}/studio/certificates?done=${done}`, 303)
  if (form.get('intent') === 'remove') {
    await run(() => removeCertificate(context.context, { id: params.id ?? '' }))
    return back('removed')
  }
  const typed = readTypedCertificate(form)
  const answer = (status: number, problems: CertificateProblems, news: 'changed' | 'tooMany' | null = null) =>
    data({ typed, problems, news }, { status })
  const parsed = certificateSchema.safeParse(typed)
  const file = form.get('file')
  const sent = file instanceof File && file.size > 0 ? file : null
  if (!parsed.success || (sent && sent.size > MOST_FILE))
    return answer(400, {
      ...(parsed.success ? {} : certificateProblems(parsed.error)),
      ...(sent && sent.size > MOST_FILE && { file: 'file-too-large' }),
    })
  const bytes = sent ? Buffer.from(await sent.arrayBuffer()) : null
  const outcome = await run(() =>
    saveCertificate(context.context, {
      id: isNew ? null : (params.id ?? ''),
      token: String(form.get('token') ?? ''),
      seen: Number(form.get('seen')) || 0,
      fields: parsed.data,
      bytes,
    }),
  )
  switch (outcome.kind) {
    case 'saved':
      return back(bytes ? 'savedFile' : 'saved')
    case 'refused-file':
      return answer(400, { file: outcome.problem })
    case 'changed':
      return answer(409, {}, 'changed')
    case 'too-many':
      return answer(409, {}, 'tooMany')
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? (args.data.paper ? args.data.words.editTitle : args.data.words.addTitle) : '',
    description: args.data?.words.metaDescription ?? '',
    path: `/studio/certificates/${args.params.id}`,
    noIndex: true,
  })

export default function StudioCertificate() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { paper, goods, words, nav } = page
  const typed = answer?.typed ?? page.typed
  const problems = answer?.problems ?? {}
  const to = useLocalePath()
  const locale = useLocale()
  // Told while one types; without scripts after it was sent.
  const [shown, setShown] = useState(typed)
  const kind = CERTIFICATE_KINDS.find((one) => one === shown.kind)
  const isUnusual = kind !== undefined && looksUnusual(kind, shown.number)
  const problem = (field: keyof CertificateProblems) => {
    const code = problems[field]
    return code ? words.problems[code] : undefined
  }
  return (
    <>
      <StudioNav current="products" words={nav} />
      <main id="main" className="wrap certificate-page narrow">
        <p className="crumb">
          <Link to={to('/studio/certificates')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{paper ? words.editTitle : words.addTitle}</h1>
        {answer ? <Note tone="bad">{answer.news ? words[answer.news] : words.fix}</Note> : null}
        {paper?.objection ? (
          <Note tone="bad">{fill(words.objection, { text: isolated(paper.objection, locale) })}</Note>
        ) : paper?.state === 'verified' ? (
          <Note>{words.losesVerified}</Note>
        ) : null}
        <Form
          method="post"
          encType="multipart/form-data"
          className="stack"
          noValidate
          onInput={(event) => setShown(readTypedCertificate(new FormData(event.currentTarget)))}
        >
          <ActingField />
          <input type="hidden" name="token" value={page.token} />
          <input type="hidden" name="seen" value={paper?.seen ?? 0} />
          <SelectField
            name="kind"
            label={words.kind}
            value={typed.kind}
            problem={problem('kind')}
            empty=""
            options={CERTIFICATE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
          <SelectField
            name="state"
            label={words.state}
            value={typed.state}
            options={[
              { value: 'declared', label: words.held },
              { value: 'applied', label: words.applied },
            ]}
          />
          <Field
            name="number"
            label={words.number}
            value={typed.number}
            problem={problem('number')}
            hint={words.numberHint}
            maxLength={80}
            ltr
          />
          <p className="unusual sm" aria-live="polite">
            {isUnusual && kind ? (
              <>
                <Icon name="info" />{' '}
                {fill(words.unusual, { example: isolated(words.examples[kind], locale) })}
              </>
            ) : null}
          </p>
          <SelectField
            name="productId"
            label={words.of}
            value={typed.productId}
            problem={problem('productId')}
            empty={words.whole}
            options={goods.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field
            name="expiresOn"
            type="date"
            label={words.expiresOn}
            value={typed.expiresOn}
            problem={problem('expiresOn')}
            hint={words.expiresHint}
          />
          <div className="fld">
            <label className="lab" htmlFor="field-file">
              {words.file}
            </label>
            <input
              id="field-file"
              type="file"
              name="file"
              accept="image/jpeg,image/png,image/webp,image/avif,application/pdf"
              className={`in ${problem('file') ? 'err' : ''}`}
              {...describedBy('field-file', problem('file'), words.fileHint)}
            />
            <FieldNotes
              id="field-file"
              problem={problem('file')}
              hint={paper?.file === 'ready' ? `${words.fileHint} ${words.fileReplaces}` : words.fileHint}
            />
          </div>
          {paper?.file === 'ready' ? (
            <p className="row wrapx">
              <PaperPages paper={paper} words={words} />
            </p>
          ) : null}
          <p>
            <button type="submit" className="btn pri lg" name="intent" value="save">
              {words.save}
            </button>
          </p>
        </Form>
        {paper ? (
          <details className="remove">
            <summary className="btn quiet">
              <Icon name="trash-2" />
              {words.remove}
            </summary>
            <Form method="post" className="stack">
              <ActingField />
              <p className="mut sm">{words.removeText}</p>
              <button type="submit" name="intent" value="remove" className="btn line bad-t">
                {words.removeYes}
              </button>
            </Form>
          </details>
        ) : null}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
