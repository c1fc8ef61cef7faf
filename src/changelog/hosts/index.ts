import { cgit } from './cgit.ts'
import { gerrit } from './gerrit.ts'
import { gitea } from './gitea.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import type { HostDefinition } from './host-definition.ts'

/** The forges whose pages crossoff knows; the first that accepts a remote has it. */
export const hosts = {
  github,
  gitlab,
  gitea,
  gerrit,
  cgit,
} satisfies Record<string, HostDefinition>

/** The word for a forge. */
export type HostName = keyof typeof hosts
