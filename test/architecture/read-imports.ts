import { posix } from 'node:path'
import ts from 'typescript'
import type { SourceFiles } from './source-files.ts'

/** One place where a file names another: import, type import, re-export or `import()`. */
export interface Import {
  /** `src/document/read-items.ts`. */
  readonly from: string
  /** 1-based. */
  readonly line: number
  /** A path of this repository for a relative specifier, else the specifier itself. */
  readonly to: string
}

/** Reads what files name, type-only imports included, in the order of the files and their lines. */
export function readImports(files: SourceFiles): Import[] {
  return [...files].flatMap(([from, text]) => {
    const source = parseSource(from, text)
    return findSpecifiers(source).map((specifier) => ({
      from,
      line: source.getLineAndCharacterOfPosition(specifier.getStart(source)).line + 1,
      to: resolveSpecifier(from, specifier.text),
    }))
  })
}

/** Parses one file, with parents, as all checks of this folder want it. */
export function parseSource(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

function findSpecifiers(source: ts.SourceFile): ts.StringLiteral[] {
  const found: ts.StringLiteral[] = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined && ts.isStringLiteral(specifier)) found.push(specifier)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0]
  }
  return undefined
}

function resolveSpecifier(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
}
