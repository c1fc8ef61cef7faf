import ts from 'typescript'
import { parseSource } from './read-imports.ts'
import type { SourceFiles } from './source-files.ts'

/** Names whose answer changes with the machine, the moment or the locale. */
const worldlyNames = new Set([
  'process',
  'globalThis',
  'console',
  'fetch',
  'performance',
  'navigator',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'Intl',
  'Date.now',
  'Date.parse',
  'Math.random',
  'crypto.randomUUID',
])

const localeMethods = /^(?:localeCompare|toLocale\w*)$/u

/** Says where a file asks the world, or keeps state between calls. */
export function checkPurity(files: SourceFiles): string[] {
  return [...files].flatMap(([path, text]) => {
    const source = parseSource(path, text)
    const found: string[] = []
    const report = (node: ts.Node, problem: string): void => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push(`${path}:${String(line + 1)}: ${problem}`)
    }
    const visit = (node: ts.Node): void => {
      const problem = worldlyUse(node)
      if (problem !== undefined) report(node, `${problem} asks the world`)
      ts.forEachChild(node, visit)
    }
    visit(source)
    for (const node of source.statements.flatMap(stateOf)) report(node, 'state of the module')
    return found
  })
}

function worldlyUse(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`
    if (worldlyNames.has(name) || localeMethods.test(node.name.text)) return `\`${name}\``
    return undefined
  }
  if (ts.isIdentifier(node) && worldlyNames.has(node.text) && isReference(node)) {
    return `\`${node.text}\``
  }
  const isDate =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date'
  if (isDate && (ts.isCallExpression(node) || (node.arguments ?? []).length === 0)) {
    return 'the present `Date`'
  }
  return undefined
}

/** Not the name of a property, a parameter or a type: the value that the world gives. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return !(
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isTypeReferenceNode(parent)
  )
}

/** `let` and `var`, and collections that start empty: they are there to be filled. */
function stateOf(statement: ts.Statement): ts.Node[] {
  if (!ts.isVariableStatement(statement)) return []
  const { declarationList } = statement
  if ((declarationList.flags & ts.NodeFlags.Const) === 0) return [statement]
  return declarationList.declarations.filter(
    ({ initializer }) =>
      initializer !== undefined &&
      ts.isNewExpression(initializer) &&
      /^(?:Weak)?(?:Map|Set)$/u.test(initializer.expression.getText()) &&
      (initializer.arguments ?? []).length === 0,
  )
}
