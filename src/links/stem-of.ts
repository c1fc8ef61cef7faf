/** Takes the extension off a name: one that two names share would make all short names alike. */
export function stemOf(name: string): string {
  return name.replace(EXTENSION, '')
}

/** ".md" */
const EXTENSION = /\.[a-z]{1,5}$/iu
