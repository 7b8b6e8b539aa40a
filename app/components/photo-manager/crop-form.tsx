import { Form, Link } from '@remix-run/react'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import {
  CROP_SHAPES,
  type CropChoice,
  choiceOf,
  cropOf,
  MOST_ZOOM,
  shapeRatio,
} from '~/domain/photo/crop-choice'
import { WHOLE } from '~/domain/photo/photo-crop'
import type { OwnPhoto } from '~/domain/photo/photo-view'
import { ActingField } from '../acting-field'
import { Icon } from '../icon'
import { wholeRatio } from './photo-news'
import '../field.css'
import './photo-manager.css'

interface CropFormProps {
  words: PageWords['photos']
  photo: OwnPhoto
  place: number
  /** The gallery's page, with the language. */
  path: string
  /** The address of the whole photograph. */
  whole: string
}

const clamp = (value: number) => Math.min(100, Math.max(0, value))

/** Cuts a photograph: by a finger on it, or by sliders, which a keyboard moves too. Works without scripts. */
export function CropForm({ words, photo, place, path, whole }: CropFormProps) {
  const ratio = wholeRatio(photo)
  const [choice, choose] = useState<CropChoice>(() => choiceOf(photo.crop, ratio))
  const frame = useRef<HTMLDivElement>(null)
  const grabbed = useRef<{ x: number; y: number; choice: CropChoice } | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const crop = cropOf(choice, ratio)
  const drag = (event: PointerEvent) => {
    const from = grabbed.current
    const box = frame.current?.getBoundingClientRect()
    if (!from || !box) return
    // How far the whole reaches beyond the frame is the way that a slider has.
    const way = (side: number, part: number) => side * (WHOLE / part - 1)
    const by = (moved: number, room: number) => (room > 1 ? (moved / room) * 100 : 0)
    choose({
      ...from.choice,
      across: clamp(from.choice.across - by(event.clientX - from.x, way(box.width, crop.width))),
      down: clamp(from.choice.down - by(event.clientY - from.y, way(box.height, crop.height))),
    })
  }
  const slider = (name: 'zoom' | 'across' | 'down', label: string, min: number, max: number) => (
    <div className="fld">
      <label className="lab" htmlFor={`crop-${name}`}>
        {label}
      </label>
      <input
        id={`crop-${name}`}
        type="range"
        name={name}
        // A photograph's left is its left in every language.
        dir="ltr"
        min={min}
        max={max}
        value={Math.round(choice[name])}
        onChange={(event) => choose({ ...choice, [name]: Number(event.target.value) })}
      />
    </div>
  )
  return (
    <main id="main" className="wrap photos crop-page">
      <p className="crumb">
        <Link to={path}>
          <Icon name="arrow-left" /> {words.cancel}
        </Link>
      </p>
      <h1 ref={title} tabIndex={-1}>
        {fill(words.cropTitle, { place })}
      </h1>
      <Form method="post" action={path} className="crop-form">
        <ActingField />
        <input type="hidden" name="id" value={photo.id} />
        <input type="hidden" name="version" value={photo.version} />
        <div
          ref={frame}
          className="frame"
          dir="ltr"
          style={{ aspectRatio: shapeRatio(choice.shape, ratio) }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            grabbed.current = { x: event.clientX, y: event.clientY, choice }
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            grabbed.current = null
          }}
          onPointerCancel={() => {
            grabbed.current = null
          }}
        >
          <img
            src={whole}
            alt={fill(words.nth, { place })}
            draggable={false}
            style={{
              inlineSize: `${(WHOLE / crop.width) * 100}%`,
              insetInlineStart: `${(-crop.x / crop.width) * 100}%`,
              insetBlockStart: `${(-crop.y / crop.height) * 100}%`,
            }}
          />
        </div>
        <div className="tools">
          <p className="sm mut">{words.cropHint}</p>
          <fieldset className="shapes">
            <legend className="lab">{words.shape}</legend>
            {CROP_SHAPES.map((shape) => (
              <label key={shape} className="chip">
                <input
                  type="radio"
                  name="shape"
                  value={shape}
                  checked={choice.shape === shape}
                  onChange={() => choose({ ...choice, shape })}
                />
                {words.shapes[shape]}
              </label>
            ))}
          </fieldset>
          {slider('zoom', words.zoom, 100, MOST_ZOOM)}
          {slider('across', words.across, 0, 100)}
          {slider('down', words.down2, 0, 100)}
          <p className="row wrapx">
            <button type="submit" name="intent" value="crop" className="btn pri">
              {words.cropSave}
            </button>
            {photo.crop ? (
              <button type="submit" name="intent" value="whole" className="btn line">
                {words.cropWhole}
              </button>
            ) : null}
          </p>
        </div>
      </Form>
    </main>
  )
}
