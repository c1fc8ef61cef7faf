/** Gives the name of the machine that a URL is asked of: all its ports are one, and a final dot changes nothing. */
export function hostNameOf({ hostname }: URL): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
}
