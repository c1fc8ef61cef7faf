import { dirname, join } from 'node:path/posix'
import * as v from 'valibot'
import type { Entry } from '../changelog/entry.ts'
import type { FragmentKinds, Markup } from '../changelog/fragments/fragment-tool.ts'
import { type FragmentToolName, fragmentTools } from '../changelog/fragments/index.ts'
import type { EntryTemplate } from '../changelog/render-item.ts'
import { planFragments } from '../changelog/fragments/plan-fragments.ts'
import { CrossoffError } from '../errors.ts'
import type { FileTree } from '../ports.ts'
import type { Ports } from './ports.ts'

/** Which fragments are written, and how. */
export interface FragmentRequest {
  readonly tool: FragmentToolName
  /** Folder of the fragments, from the repository's root, where it is another than the tool's own. */
  readonly folder?: string | undefined
  readonly markup?: Markup | undefined
  readonly kinds?: FragmentKinds | undefined
  /** Packages that the changes are released with; else the nearest above the document is. */
  readonly packages?: readonly string[] | undefined
  /** Tells what would be written, and writes nothing. */
  readonly isDryRun?: boolean | undefined
  /** What a user's module makes of entries. */
  readonly template?: EntryTemplate | undefined
}

/** What was written, and what a person has to do. */
export interface WrittenFragments {
  /** Paths of what was written, from the repository's root; none where all is there. */
  readonly files: readonly string[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** Writes entries as files of another tool, which makes its changelog of them; it removes none. */
export async function writeFragments(
  entries: readonly Entry[],
  request: FragmentRequest,
  ports: Ports,
): Promise<WrittenFragments> {
  const tool = fragmentTools[request.tool]
  const folder = request.folder ?? tool.folder
  const present = readFolder(ports.tree, folder)
  const { fragments, obsolete, misnamed } = planFragments(
    entries,
    tool,
    {
      markup: request.markup,
      kinds: request.kinds,
      template: request.template,
      packages: (file) => request.packages ?? [findPackage(ports.tree, file)],
    },
    new Map([...present].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
    await ports.loadEngine(),
  )
  const changes = fragments.map(({ path, text }) => {
    const before = present.get(path)
    const after = new TextEncoder().encode(text)
    return { path: join(folder, path), after, ...(before !== undefined && { before }) }
  })
  if (request.isDryRun !== true) await ports.write(changes)
  return {
    files: changes.map(({ path }) => path),
    notes: [
      ...obsolete.map(
        (path) => `\`${join(folder, path)}\` tells of what is no change now; remove it`,
      ),
      ...misnamed.map(
        ({ path, name }) =>
          `\`${join(folder, path)}\` would be \`${join(folder, name)}\` now; rename it`,
      ),
    ],
  }
}

function readFolder(tree: FileTree, folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const name of tree.list(folder)) {
    const bytes = tree.read(join(folder, name))
    if (bytes !== undefined) files.set(name, bytes)
  }
  return files
}

/** The name of the package that a file belongs to. */
function findPackage(tree: FileTree, file: string): string {
  for (let folder = file; folder !== '.';) {
    folder = dirname(folder)
    const bytes = tree.read(join(folder, 'package.json'))
    const name = bytes === undefined ? undefined : readName(new TextDecoder().decode(bytes))
    if (name !== undefined) return name
  }
  throw new CrossoffError('usage', `no \`package.json\` above \`${file}\` has a name`, {
    help: 'say which packages the change is released with',
  })
}

/** A `package.json` that is broken is not ours to report. */
function readName(text: string): string | undefined {
  const { success, output } = v.safeParse(manifest, text)
  return success ? output.name : undefined
}

const manifest = v.pipe(v.string(), v.parseJson(), v.object({ name: v.string() }))
