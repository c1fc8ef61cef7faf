/** What makes git print raw changes, and take a file for renamed where half its bytes are in another that is gone. */
export const renameArguments: readonly string[] = [
  '-z',
  '--raw',
  '--no-abbrev',
  '-M50%',
  '-l1000',
  '--no-rename-empty',
]
