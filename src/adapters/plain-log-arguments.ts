/** Arguments of `git log` that say again whatever users may have set for their own eyes. */
export const plainLogArguments: readonly string[] = [
  '--encoding=UTF-8',
  '--root',
  '--no-follow',
  '--no-renames',
  '--no-show-signature',
  '--no-notes',
  '--no-color',
  '--no-ext-diff',
  '--ignore-submodules=none',
  '-O/dev/null',
]
