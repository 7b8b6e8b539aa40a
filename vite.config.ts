import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'
import { leanThree } from './scripts/lean-three'
import { precompressClient } from './scripts/precompress'

/** What every page has, the bundler's own helpers too: in one file whose contents no other page's parts change. */
const FRAMEWORK =
  /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/(?:react|router|server-runtime)|turbo-stream)\/|commonjsHelpers|vite\/preload-helper/

/** What lies over the open hall comes with the scene and has its few words in all languages with it. */
const WORDS = /\/app\/i18n\/(id|en|ar)\/(?!close-up\.|closed-booth\.)/

/** What the hall does without: see `registerFirstWords`. */
const MORE_WORDS = /\/app\/i18n\/(id|en|ar)\/(?:more-words|booth|chat|product|search)\.ts$/

/** What the canvas is owned by; what the hall's page, its lists and what lies over the open hall have in common. */
const STAGE = /\/app\/hall-stage\/(?:hall-stage|stage-state|use-hall-stage)\.tsx?$/
const HALL =
  /\/app\/routes\/hall\/(?:asked|booth-row|tour-names|pages|packed-booths)\.tsx?$|\/app\/hall-stage\/(?:hall-files|kept-quality|saves-data)\.ts$|\/domain\/hall\/(?:hall-query|booth-choice|layout|aisle-address|aisle-world|picture-sheet)\.ts$/

/** What only an address asks for: explicit, so that no small file of the hall is put to it. */
const ASKED = /\/app\/routes\/hall\/(?:asked-parts|gathered-list|tour-bar|tour-chooser)\.tsx?$/

/** What every page shows, or may have to, and what words are made with: else it takes along what only some show. */
const PAGE =
  /\/app\/(?:page-meta\.ts|reader-zone\.ts|i18n\/(?:use-words|format|fill|registry)\.tsx?|components\/(?:error-page|bare-shelf|empty-shelf|booth-name|picture|icon|sample-tag|remember-zone|filled|photo)\.tsx)$|icons\.svg|\/domain\/(?:photo\/photo-view|product\/drawing-spec|shared\/(?:money|locale|enums|ids|hall-zone))\.ts$/

/** What only those have who are signed in: else its small files fill up those that every visitor loads. */
const OWN =
  /\/app\/components\/(?:product-form|photo-manager|booth-preview|pavilion-swatch|meeting-tag|message-state-tag|acting-field|evidence-list|use-booth-standing)[/.]|\/app\/(?:meeting-title|order-state-words|party-name)\.|\/domain\/(?:shared\/(?:message-enums|reason|typed-text)|message\/message-view|organisation\/booth-standing|photo\/(?:photo-crop|crop-choice|photo-problems))\./

/** Each language's words in a file of their own: nobody carries a language that they don't read. */
function chunkOf(id: string): string | undefined {
  if (FRAMEWORK.test(id)) return 'framework'
  if (STAGE.test(id)) return 'hall-stage'
  // Else the least of these files might carry them, and the page would load a list that it doesn't show.
  if (HALL.test(id)) return 'hall'
  if (ASKED.test(id)) return 'asked-parts'
  if (PAGE.test(id)) return 'page'
  if (OWN.test(id)) return 'own'
  const more = MORE_WORDS.exec(id)?.[1]
  if (more) return `more-words-${more}`
  const language = WORDS.exec(id)?.[1]
  return language && `words-${language}`
}

// The Remix plugin cannot run inside vitest, which has its own config (vitest.config.ts).
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixOptions), leanThree(), precompressClient()],
  resolve: { alias: { '~': import.meta.dirname } },
  build: {
    target: 'es2022',
    // Some 4 % smaller than the default, on every page of every visitor.
    minify: 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 2 } },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // A page is made of a dozen files instead of two dozen: small ones that go together travel together.
    rollupOptions: {
      output: {
        experimentalMinChunkSize: 6_000,
        manualChunks: isSsrBuild ? undefined : chunkOf,
        onlyExplicitManualChunks: true,
      },
    },
  },
  optimizeDeps: { include: ['react', 'react-dom/client', '@remix-run/react'] },
}))
