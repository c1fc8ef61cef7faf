// Prints the closing line of a test run, from the result that vitest wrote: `N passed, 0 failed`.
// A test that was skipped fails the run, but where CROSSOFF_MAY_SKIP=1 says that this machine
// lacks what it needs; each is named.
import { readFileSync } from 'node:fs'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('which result? expected the path of a JSON file of vitest')
const result = JSON.parse(readFileSync(file, 'utf8'))
const { numPassedTests, numFailedTests, success } = result
/** @type {string[]} */
const skipped = []
for (const { assertionResults } of result.testResults) {
  for (const { status, fullName } of assertionResults) {
    if (status !== 'passed' && status !== 'failed') skipped.push(fullName)
  }
}
for (const name of skipped) console.log(`skipped: ${name}`)
console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
const maySkip = skipped.length === 0 || process.env['CROSSOFF_MAY_SKIP'] === '1'
process.exitCode = success && numPassedTests > 0 && numFailedTests === 0 && maySkip ? 0 : 1
