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

/** What every language's words are made with: in no language's own file. */
const WORDING = /\/app\/i18n\/(?:format|fill|registry)\.ts$|\/domain\/shared\/(?:money|locale|enums)\.ts$/

/** What the canvas is owned by; what the hall's page, its lists and what lies over the open hall have in common. */
const STAGE =
  /\/app\/hall-stage\/(?:hall-stage|stage-state|use-hall-stage)\.tsx?$|\/app\/routes\/canvas\/route\.tsx/
const HALL =
  /\/app\/routes\/hall\/(?:booth-row|tour-names)\.tsx?$|\/app\/hall-stage\/(?:hall-files|kept-quality|saves-data)\.ts$|\/domain\/hall\/(?:hall-query|booth-choice)\.ts$/

/** What only those have who are signed in: else its small files fill up those that every visitor loads. */
const OWN =
  /\/app\/components\/(?:product-form|photo-manager|booth-preview|pavilion-swatch|meeting-tag|message-state-tag|acting-field|use-booth-standing)[/.]|\/app\/meeting-title\.|\/domain\/(?:message\/message-view|organisation\/booth-standing|photo\/(?:photo-crop|crop-choice|photo-problems))\./

/** Each language's words in a file of their own: nobody carries a language that they don't read. */
function chunkOf(id: string): string | undefined {
  if (FRAMEWORK.test(id)) return 'framework'
  if (WORDING.test(id)) return 'wording'
  if (STAGE.test(id)) return 'hall-stage'
  // Else the least of these files might carry them, and the page would load a list that it doesn't show.
  if (HALL.test(id)) return 'hall'
  if (OWN.test(id)) return 'own'
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
