import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Router } from 'express'
import { openapi } from './openapi.ts'
import type { Route } from './route.ts'

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Pregoner API</title><link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head>
<body><div id="page"></div><script src="/api/docs/assets/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`
const script =
  "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#page', deepLinking: true, supportedSubmitMethods: [] })\n"

/** The API's document and a page to read it, served from here alone. */
export function serveDocs(router: Router, routes: readonly Route[]): void {
  const document = openapi(routes)
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  router.get('/openapi.json', (_request, response) => void response.json(document))
  router.get('/docs', (_request, response) => void response.type('html').send(page))
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(script))
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    router.get(`/docs/assets/${name}`, (_request, response) => response.sendFile(name, { root: assets, maxAge: '1d' }))
  }
}
