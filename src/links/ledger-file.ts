/** The file that a repository keeps in what is known of its links to the web. */
export const LEDGER_FILE = 'crossoff.links.json'
