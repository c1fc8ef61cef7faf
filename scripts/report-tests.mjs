// Prints the closing line of a test run, from the result that vitest wrote: `N passed, 0 failed`.
import { readFileSync } from 'node:fs'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('which result? expected the path of a JSON file of vitest')
const result = JSON.parse(readFileSync(file, 'utf8'))
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = result
const skipped = numPendingTests + numTodoTests
if (skipped > 0) console.log(`${skipped} skipped`)
console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
process.exitCode = success && numPassedTests > 0 && numFailedTests === 0 && skipped === 0 ? 0 : 1
