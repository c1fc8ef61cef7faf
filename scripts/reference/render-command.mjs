import { codeBlock, page, sentence, table } from './markdown.mjs'

/**
 * Renders the page of a command: what `--help` shows, with room for more.
 *
 * @param {string} name
 * @param {any} command
 * @param {import('./with-sources.mjs').Sources} sources
 */
export function renderCommand(
  name,
  command,
  { renderUsage, renderFlag, globalFlags, exitCodeMeanings },
) {
  const { summary, description = [], examples } = command
  return page(`crossoff ${name}`, 'src/cli/', [
    sentence(summary),
    ...description,
    codeBlock('sh', renderUsage(command)),
    ...titledTable('## Arguments', ['argument', 'meaning'], command.arguments.map(argumentRow)),
    ...titledTable('## Options', ['option', 'meaning'], command.flags.map(flagRow(renderFlag))),
    ...titledTable(
      '## Options of every command',
      ['option', 'meaning'],
      globalFlags.map(flagRow(renderFlag)),
    ),
    ...(examples.length === 0 ? [] : ['## Examples', codeBlock('sh', renderExamples(examples))]),
    '## Exit codes',
    table(
      ['code', 'meaning'],
      [...exitCodeMeanings].map(([code, meaning]) => [String(code), meaning]),
    ),
  ])
}

/**
 * @param {string} title
 * @param {readonly string[]} head
 * @param {readonly string[][]} rows
 */
function titledTable(title, head, rows) {
  return rows.length === 0 ? [] : [title, table(head, rows)]
}

/** @param {any} argument */
function argumentRow({ name, summary, isOptional, isRepeatable }) {
  const notes = [isOptional ? 'optional' : '', isRepeatable ? 'repeatable' : ''].filter(Boolean)
  const suffix = notes.length === 0 ? '' : ` (${notes.join(', ')})`
  return [`\`${name}\``, `${summary}${suffix}`]
}

/** @param {import('./with-sources.mjs').Sources['renderFlag']} renderFlag */
function flagRow(renderFlag) {
  return (/** @type {any} */ flag) => {
    const suffix = flag.isRepeatable ? ' (repeatable)' : ''
    return [`\`${renderFlag(flag)}\``, `${flag.summary}${suffix}`]
  }
}

/** @param {readonly any[]} examples */
function renderExamples(examples) {
  return examples.map(({ words, summary }) => `# ${summary}\ncrossoff ${words}`).join('\n\n')
}
