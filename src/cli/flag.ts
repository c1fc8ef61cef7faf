/** An option of a command, as data: parsing, `--help` and the reference page derive from it. */
export interface FlagDefinition {
  /** The long name, without dashes. */
  readonly name: string
  /** One letter, without a dash. */
  readonly short?: string
  /** What its value is called, in capitals; absent for a switch. */
  readonly value?: string
  /** What it does; lower case, no full stop. */
  readonly summary: string
  /** Whether it may be given more than once; the values keep their order. */
  readonly isRepeatable?: boolean
  /** Whether `--no-NAME` says the opposite. */
  readonly isNegatable?: boolean
}

/** The options of every command. */
export const globalFlags: readonly FlagDefinition[] = [
  {
    name: 'file',
    short: 'f',
    value: 'FILE',
    summary: 'the document; else the config names it, or it is found',
  },
  {
    name: 'config',
    value: 'FILE',
    summary: 'the config; else it is searched up to the root of the repository',
  },
  { name: 'cwd', short: 'C', value: 'FOLDER', summary: 'run as if started there' },
  { name: 'json', summary: 'print the result as JSON' },
  {
    name: 'color',
    isNegatable: true,
    summary: 'colour the output; else on a terminal, as NO_COLOR and FORCE_COLOR say',
  },
  { name: 'verbose', summary: 'say more, on standard error' },
  { name: 'quiet', short: 'q', summary: 'print nothing but errors' },
  { name: 'help', short: 'h', summary: 'explain the command' },
]

/** Of the commands that ask for links. */
export const ALLOW_PRIVATE: FlagDefinition = {
  name: 'allow-private',
  summary: 'with --online: ask private addresses too, such as those of an intranet',
}

/** Writes how an option is typed: `-f, --file FILE`. */
export function renderFlag(flag: FlagDefinition): string {
  const short = flag.short === undefined ? '' : `-${flag.short}, `
  const long = flag.isNegatable === true ? `--[no-]${flag.name}` : `--${flag.name}`
  return `${short}${long}${flag.value === undefined ? '' : ` ${flag.value}`}`
}
