/** Reads the paths of submodules from the text of `.gitmodules`. */
export function readSubmodules(text: string): string[] {
  return [...text.matchAll(PATH)].map(([, path = '']) => path.replaceAll('"', '').trim())
}

/** "path = vendor/store" */
const PATH = /^[ \t]*path[ \t]*=([^\r\n]*)/gmu
