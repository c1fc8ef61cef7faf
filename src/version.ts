declare const __CROSSOFF_VERSION__: string
declare const __CROSSOFF_BUILD__: string

/** The version of this package, as `package.json` states it; the bundler and the test runner fill it in. */
export const version: string = __CROSSOFF_VERSION__

/** The version, and the hash of the sources that it was built from: what a cache is kept by. */
export const build = `${__CROSSOFF_VERSION__}-${__CROSSOFF_BUILD__}`
