import { anchor } from './anchor.ts'
import { data } from './data.ts'
import { file } from './file.ts'
import { http } from './http.ts'
import { mailto } from './mailto.ts'
import { reference } from './reference.ts'
import type { ResolverDefinition } from './resolver.ts'
import { scheme } from './scheme.ts'
import { tel } from './tel.ts'
import { template } from './template.ts'

/** How targets are looked up; the first that takes a target has it, so their order matters. */
export const resolvers = {
  reference,
  template,
  anchor,
  http,
  mailto,
  tel,
  data,
  scheme,
  file,
} satisfies Record<string, ResolverDefinition>
