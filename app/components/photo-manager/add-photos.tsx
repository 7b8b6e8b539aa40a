import { Form } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import type { PageWords } from '~/app/i18n/page-words.server'
import { ActingField } from '../acting-field'
import { Icon } from '../icon'
import { TAKEN_KINDS } from './sending'

interface AddPhotosProps {
  words: PageWords['photos']
  isLive: boolean
  path: string
  onChosen: (files: readonly File[]) => void
}

/** Camera and gallery of the device; without scripts a plain form for one file. */
export function AddPhotos({ words, isLive, path, onChosen }: AddPhotosProps) {
  if (!isLive)
    return (
      <Form method="post" action={path} encType="multipart/form-data" reloadDocument className="plain-add">
        <ActingField />
        <label className="lab" htmlFor="photo-file">
          {words.choose}
        </label>
        <input id="photo-file" type="file" name="photo" accept={TAKEN_KINDS} required />
        <button type="submit" name="intent" value="send" className="btn pri">
          {words.send}
        </button>
        <small className="mut">{words.chooseHint}</small>
      </Form>
    )
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onChosen([...(event.target.files ?? [])])
    // The same one can be chosen again.
    event.target.value = ''
  }
  return (
    <div className="adders">
      <label className="adder">
        <input type="file" className="vh" accept={TAKEN_KINDS} capture="environment" onChange={choose} />
        <Icon name="camera" />
        {words.camera}
      </label>
      <label className="adder">
        <input type="file" className="vh" accept={TAKEN_KINDS} multiple onChange={choose} />
        <Icon name="image-plus" />
        {words.gallery}
      </label>
    </div>
  )
}
