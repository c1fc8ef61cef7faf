export type { FileSet, MarkdownFile, Message, MessageOptions } from './markdown-file.ts'
export type { RemarkCrossoffOptions } from './read-options.ts'
export { remarkCrossoff as default } from './remark-crossoff.ts'
