import { posix } from 'node:path'
import ts from 'typescript'
import { parseSource } from './read-imports.ts'
import type { SourceFiles } from './source-files.ts'

/** One line of a registry. */
export interface RegistryEntry {
  /** The word users type. */
  readonly key: string
  /** The file that the value comes from; none where it is written in the registry itself. */
  readonly path: string | undefined
}

/** An `index.ts` that exports an object literal. */
export interface Registry {
  /** `src/operations/index.ts`. */
  readonly path: string
  /** The name of the export. */
  readonly name: string
  /** In the order of the file. */
  readonly entries: readonly RegistryEntry[]
}

/** Reads every registry: each object literal that an `index.ts` below the root exports. */
export function readRegistries(files: SourceFiles): Registry[] {
  return [...files]
    .filter(([path]) => path.endsWith('/index.ts') && path !== 'src/index.ts')
    .flatMap(([path, text]) => readRegistry(path, parseSource(path, text)))
}

function readRegistry(path: string, source: ts.SourceFile): Registry[] {
  const imported = readImportedNames(source)
  return source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ name, initializer }) => {
      const literal = literalOf(initializer)
      if (literal === undefined) return []
      const entries = literal.properties.map((property) => readEntry(property, path, imported))
      return [{ path, name: name.getText(), entries }]
    })
}

/** Looks through `as const` and `satisfies`. */
function literalOf(node: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  if (node === undefined) return undefined
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return literalOf(node.expression)
  return ts.isObjectLiteralExpression(node) ? node : undefined
}

function readEntry(
  property: ts.ObjectLiteralElementLike,
  path: string,
  imported: ReadonlyMap<string, string>,
): RegistryEntry {
  const key =
    property.name !== undefined && 'text' in property.name ? property.name.text : property.getText()
  const specifier = findSpecifier(property, imported)
  return { key, path: specifier && posix.join(posix.dirname(path), specifier) }
}

/** The file behind a value: an imported name, or the `import()` of a lazy entry. */
function findSpecifier(node: ts.Node, imported: ReadonlyMap<string, string>): string | undefined {
  if (ts.isIdentifier(node) && imported.has(node.text)) return imported.get(node.text)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments
    return argument !== undefined && ts.isStringLiteral(argument) ? argument.text : undefined
  }
  // A shorthand property is its own name; of `key: value`, only the value tells the file.
  const parts = ts.isPropertyAssignment(node) ? [node.initializer] : node.getChildren()
  for (const part of parts) {
    const specifier = findSpecifier(part, imported)
    if (specifier !== undefined) return specifier
  }
  return undefined
}

function readImportedNames(source: ts.SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const statement of source.statements.filter((each) => ts.isImportDeclaration(each))) {
    const { importClause, moduleSpecifier } = statement
    const bindings = importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings) || !ts.isStringLiteral(moduleSpecifier)) continue
    for (const { name } of bindings.elements) names.set(name.text, moduleSpecifier.text)
  }
  return names
}
