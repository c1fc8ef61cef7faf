/** What a command was given, after its options were told from its arguments. */
export interface Arguments {
  /** The arguments that are no option, in order. */
  readonly positionals: readonly string[]
  /** Whether a switch is on; `undefined` where it was not given. */
  isOn(name: string): boolean | undefined
  /** The value of an option, the last one where it was given more than once. */
  text(name: string): string | undefined
  /** All values of an option, in order. */
  list(name: string): readonly string[]
}
