import { apiError, REQUEST_HEADER } from '@pregoner/shared'
import { z } from 'zod'
import type { Route } from './route.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  content: { 'application/json': { schema: schemaOf(schema, io) } },
})
const file = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }

/** `/towns/:town/flows/:id` → `/towns/{town}/flows/{id}`. */
const templated = (path: string) => path.replace(/:(\w+)/g, '{$1}')

function parameters({ path, params, query, method }: Route) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const schema = params.shape[name]
    return {
      name,
      in: 'path',
      required: true,
      schema: schema instanceof z.ZodType ? schemaOf(schema, 'input') : { type: 'string' },
    }
  })
  const fields = query instanceof z.ZodObject ? Object.entries(query.shape) : []
  const inQuery = fields.map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input'),
  }))
  const inHeader =
    method === 'get' ? [] : [{ name: REQUEST_HEADER, in: 'header', required: true, schema: { const: '1' } }]
  return [...inPath, ...inQuery, ...inHeader]
}

function operation(route: Route) {
  const { summary, who, path, body, answer, maxFileBytes } = route
  const isPublic = who === 'anyone'
  return {
    summary,
    ...(typeof who === 'string' ? {} : { description: `For: ${who.join(', ')}.` }),
    tags: [path.split('/').find(part => part !== '' && part !== 'towns' && !part.startsWith(':')) ?? 'towns'],
    security: isPublic ? [] : [{ session: [] }],
    parameters: parameters(route),
    ...(body && { requestBody: { required: true, ...json(body, 'input') } }),
    ...(maxFileBytes !== null && { requestBody: { required: true, ...file } }),
    responses: {
      200: { description: 'Done', ...(answer ? json(answer, 'output') : file) },
      default: { description: 'Refused; `code` says why', ...json(apiError, 'output') },
    },
  }
}

/** The OpenAPI document of these routes, made of the very schemas that check them. */
export function openapi(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = templated(route.path)
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pregoner',
      version: '1',
      description: `Every change needs the header \`${REQUEST_HEADER}: 1\` and an Origin of the installation itself.`,
    },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'pregoner' } } },
    paths,
  }
}
