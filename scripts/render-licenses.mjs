import { readFileSync } from 'node:fs'

/**
 * Writes the notices of the packages that are part of the bundle, sorted by name and version.
 *
 * @param {Iterable<import('rollup-plugin-license').Dependency>} dependencies
 * @returns {string}
 */
export function renderLicenses(dependencies) {
  const blocks = [...dependencies]
    .sort((a, b) => compare(`${a.name}@${a.version}`, `${b.name}@${b.version}`))
    .map(renderLicense)
  return [
    'crossoff contains parts of the packages below, each under its own licence.\n',
    ...blocks,
  ].join(`\n${'-'.repeat(80)}\n\n`)
}

/** @param {import('rollup-plugin-license').Dependency} dependency */
function renderLicense(dependency) {
  const { name, version, license, licenseText, author } = dependency
  const head = [`${name} ${version}`, `Licence: ${license}`]
  if (author?.name) head.push(`Author: ${author.name}`)
  const text = licenseText ?? ownTermsOf(dependency)
  return `${head.join('\n')}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
}

/**
 * The terms of a package that names a licence and ships no copy of it.
 *
 * @param {import('rollup-plugin-license').Dependency} dependency
 */
function ownTermsOf({ name, license, author }) {
  if (license?.replace(/^\((.*)\)$/u, '$1') !== 'MIT' || !author?.name) {
    throw new Error(`${name} ships no licence text and is not plainly MIT: \`${license}\``)
  }
  const terms = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8')
  return terms.replace(/^Copyright .*$/mu, `Copyright (c) ${author.name}`)
}

/**
 * Compares by code units: the same order on every machine.
 *
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  if (a === b) return 0
  return a < b ? -1 : 1
}
