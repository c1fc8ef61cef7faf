/** Where the baseline stands, from the repository's root. */
export const BASELINE_FILE = 'crossoff.baseline.json'
