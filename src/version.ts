declare const __CROSSOFF_VERSION__: string

/** The version of this package, as `package.json` states it; the bundler and the test runner fill it in. */
export const version: string = __CROSSOFF_VERSION__
