/** Where a repository was cloned from, as far as its pages on the web depend on it. */
export interface Remote {
  /** Scheme, host and port of the web pages: `https://forge.example:8443`. */
  readonly origin: string
  /** Name of the host, in lower case. */
  readonly host: string
  /** Path of the repository without slashes around it, as it is written: `bakery/ovens.git`. */
  readonly directory: string
  /** The same, without `.git` at its end. */
  readonly project: string
  /** Port that SSH goes to, where the URL names one. */
  readonly sshPort?: string
}
