/**
 * Writes a text as the message of a workflow command of GitHub.
 *
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Writes a text as the value of one of its properties. */
export function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
