import ts from 'typescript'
import { parseSource } from './read-imports.ts'
import type { SourceFiles } from './source-files.ts'

/** Says which statements run when a file is imported, where only declarations may stand. */
export function checkImportEffects(files: SourceFiles): string[] {
  return checkStatements(files, isDeclaration, 'runs when the file is imported')
}

/** Says which statements of an index do more than pass a name on. */
export function checkReExports(files: SourceFiles): string[] {
  const isReExport = (statement: ts.Statement): boolean =>
    ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined
  return checkStatements(files, isReExport, 'is not a re-export')
}

function checkStatements(
  files: SourceFiles,
  isAllowed: (statement: ts.Statement) => boolean,
  problem: string,
): string[] {
  return [...files].flatMap(([path, text]) => {
    const source = parseSource(path, text)
    return source.statements
      .filter((statement) => !isAllowed(statement))
      .map((statement) => {
        const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source))
        return `${path}:${String(line + 1)}: ${problem}`
      })
  })
}

function isDeclaration(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
}
