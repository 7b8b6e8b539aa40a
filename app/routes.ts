import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

export default [
  route('art/:version/:file', 'routes/art/route.ts'),
  route('share/:kind/:file', 'routes/share-card/route.ts'),
  route('hall/manifest.json', 'routes/hall-manifest/route.ts'),
  route('hall/shards/:edition/:pavilion/:version', 'routes/hall-shard/route.ts'),
  route('sitemap.xml', 'routes/sitemap/route.ts'),
  route('robots.txt', 'routes/robots/route.ts'),
  route(':locale', 'routes/locale/route.tsx', [
    index('routes/home/route.tsx'),
    // Owns the canvas: it stays mounted while the visitor reads booths and products.
    layout('routes/canvas/route.tsx', [
      route('hall', 'routes/hall/route.tsx'),
      route('booths/:slug', 'routes/booth/route.tsx'),
      route('products/:slug', 'routes/product/route.tsx'),
    ]),
    route('products', 'routes/search/route.tsx'),
    route('shortlist', 'routes/shortlist/route.tsx'),
    route('chat', 'routes/chat/route.tsx'),
    route('inquiry', 'routes/inquiry/route.tsx'),
    route('business-matching', 'routes/business-matching/route.tsx'),
    route('about', 'routes/about/route.tsx'),
    route('refused/:status', 'routes/refused/route.tsx'),
    route('*', 'routes/not-found/route.tsx'),
  ]),
  // The root matches '/' by itself and would answer with an empty page.
  index('routes/bare/route.ts', { id: 'bare-index' }),
  route('*', 'routes/bare/route.ts'),
] satisfies RouteConfig
