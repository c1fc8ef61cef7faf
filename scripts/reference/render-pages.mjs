import { codeBlock, page, sentence, table } from './markdown.mjs'
import { renderCommand } from './render-command.mjs'
import { schemaRows } from './schema-rows.mjs'
import { toSchema } from './to-schema.mjs'

const reference = 'docs/reference'
/** The properties that make an object a target. */
const targetNames = 'path,kind,nth,expect'

const samplePlan = `{
  "version": 1,
  "operations": [{ "op": "drop", "target": { "path": ["TODO", "Fetchers"] } }]
}`

const valueHead = ['value', 'form', 'meaning']

/**
 * Renders every page of the reference, and the JSON Schemas.
 *
 * @param {import('./with-sources.mjs').Sources} sources
 * @returns {Promise<Map<string, string>>} Texts by their paths.
 */
export async function renderPages(sources) {
  const { operations, resolvers, slugs, sites, hosts, reporters, formats } = sources
  const { fragmentTools: fragments, outcomeRules: outcomes } = sources
  const commands = await loadCommands(sources)
  const configSchema = toSchema(sources.configSchema, {
    title: 'crossoff configuration',
    description: 'What crossoff.config.json and its like may hold.',
  })
  const planSchema = toSchema(sources.planSchema, {
    title: 'crossoff plan',
    description: 'Operations on TODO documents, applied one after another, all or none.',
  })
  const baselineSchema = toSchema(sources.baselineSchema, {
    title: 'crossoff baseline',
    description: 'Findings that a repository lives with.',
  })
  const targetSchema = toSchema(sources.target, { title: '', description: '' })
  return new Map([
    ...folder('commands', commands, (name, each) => renderCommand(name, each, sources)),
    ...folder('operations', operations, (name, each) => renderOperation(name, each, commands)),
    ...folder('resolvers', resolvers, renderResolver),
    ...folder('slugs', slugs, renderSlugs),
    ...folder('sites', sites, renderSite),
    ...folder('hosts', hosts, renderHost),
    ...(await renderReporters(sources)),
    ...folder('outcomes', outcomes, renderOutcome),
    ...folder('formats', formats, renderFormat),
    ...folder('fragments', fragments, renderFragments),
    [
      `${reference}/README.md`,
      renderIndex({
        ...{ commands, operations, resolvers, slugs, sites, hosts, reporters },
        ...{ outcomes, formats, fragments },
      }),
    ],
    [`${reference}/rules.md`, renderRules(sources.rules)],
    [`${reference}/config.md`, renderConfig(configSchema, sources.configNames)],
    [`${reference}/baseline.md`, renderBaseline(baselineSchema)],
    [`${reference}/plan.md`, renderPlan(planSchema, targetSchema, operations)],
    ['schema/config.schema.json', `${JSON.stringify(configSchema, null, 2)}\n`],
    ['schema/baseline.schema.json', `${JSON.stringify(baselineSchema, null, 2)}\n`],
    ['schema/plan.schema.json', `${JSON.stringify(planSchema, null, 2)}\n`],
  ])
}

/** @param {import('./with-sources.mjs').Sources} sources */
async function loadCommands({ listCommands, findCommand }) {
  /** @type {Record<string, any>} */
  const found = {}
  for (const { name } of await listCommands()) {
    found[name] = await findCommand(name)
  }
  return found
}

/**
 * @param {string} name
 * @param {Record<string, any>} registry
 * @param {(key: string, definition: any) => string} render
 * @returns {[string, string][]}
 */
function folder(name, registry, render) {
  return Object.entries(registry).map(([key, definition]) => [
    `${reference}/${name}/${key}.md`,
    render(key, definition),
  ])
}

/**
 * @param {string} key
 * @param {any} operation
 * @param {Record<string, any>} commands
 */
function renderOperation(key, operation, commands) {
  const { properties, required } = toSchema(operation.values, { title: '', description: '' })
  const { op, ...values } = properties
  const known = new Map([[targetNames, '[target](../plan.md#target)']])
  return page(`Operation \`${key}\``, `src/operations/${key}.ts`, [
    sentence(operation.summary),
    `In a [plan](../plan.md), \`op\` is \`${JSON.stringify(op.const)}\`, and these values stand beside it:`,
    table(valueHead, schemaRows({ properties: values, required }, known)),
    Object.hasOwn(commands, key)
      ? `At the command line: [\`crossoff ${key}\`](../commands/${key}.md).`
      : 'No command makes it; plans do.',
  ])
}

/**
 * @param {string} key
 * @param {any} resolver
 */
function renderResolver(key, resolver) {
  return page(`Resolver \`${key}\``, `src/links/resolvers/${key}.ts`, [sentence(resolver.summary)])
}

/**
 * @param {string} key
 * @param {any} definition
 */
function renderSlugs(key, definition) {
  const { summary, source, indexes, readsAttributes } = definition
  const attributes = readsAttributes
    ? 'An attribute block at the end of a heading, `{#id}`, gives the anchor.'
    : 'An attribute block at the end of a heading, `{#id}`, is text like any other.'
  return page(`Slugs \`${key}\``, `src/links/slugs/${key}.ts`, [
    sentence(summary),
    attributes,
    `The page of a directory is ${indexes.map((/** @type {string} */ name) => `\`${name}\``).join(' or ')}, in any letter case.`,
    `The rules followed: <${source}>`,
  ])
}

/**
 * @param {string} key
 * @param {any} site
 */
function renderSite(key, { summary, slugsAt }) {
  return page(`Site \`${key}\``, `src/links/sites/${key}.ts`, [
    sentence(summary),
    slugsAt === undefined
      ? 'Its anchors are not known: a fragment that GitHub would not give is unknown, and not reported.'
      : 'A fragment is dead where neither the site nor GitHub gives it.',
  ])
}

/**
 * @param {string} key
 * @param {any} host
 */
function renderHost(key, host) {
  const pages = ['commit', 'issue', 'request', 'change'].filter((page) => host[page] !== undefined)
  return page(`Host \`${key}\``, `src/changelog/hosts/${key}.ts`, [
    sentence(host.summary),
    `What it shows, by the keys of the config's \`links\`: ${pages.map((name) => `\`${name}\``).join(', ')}.`,
    `The rules followed: <${host.source}>`,
  ])
}

/**
 * Shows what each form makes of one report.
 *
 * @param {import('./with-sources.mjs').Sources} sources
 */
function renderReporters(sources) {
  return Promise.all(
    Object.entries(sources.reporters).map(([key, entry]) => renderReporter(key, entry, sources)),
  )
}

/**
 * @param {string} key
 * @param {import('../../src/reporters/index.ts').ReporterEntry} entry
 * @param {import('./with-sources.mjs').Sources} sources
 * @returns {Promise<[string, string]>}
 */
async function renderReporter(key, { summary, load }, { sampleReport, plainPalette }) {
  const { explanation, render } = await load()
  const sample = render(sampleReport, { palette: plainPalette })
  return [
    `${reference}/reporters/${key}.md`,
    page(`Reporter \`${key}\``, `src/reporters/${key}.ts`, [
      sentence(summary),
      explanation,
      codeBlock(languageOf(sample), sample),
    ]),
  ]
}

/** @param {string} sample */
function languageOf(sample) {
  if (/^[[{]/u.test(sample)) return 'json'
  return sample.startsWith('<') ? 'xml' : sample.startsWith('#') ? 'md' : 'text'
}

/**
 * @param {string} key
 * @param {any} rule
 */
function renderOutcome(key, rule) {
  return page(`Outcome rule \`${key}\``, `src/changelog/outcomes/${key}.ts`, [
    sentence(rule.summary),
    'The [rules](../README.md#outcomes) are asked in their order, and the first that can tell decides.',
  ])
}

/**
 * @param {string} key
 * @param {any} format
 */
function renderFormat(key, format) {
  return page(`Format \`${key}\``, `src/changelog/formats/${key}.ts`, [
    sentence(format.summary),
    `At the command line: [\`crossoff changelog --format ${key}\`](../commands/changelog.md).`,
  ])
}

/**
 * @param {string} key
 * @param {any} tool
 */
function renderFragments(key, { summary, source, folder, markup, kinds }) {
  const name = markup === 'rst' ? 'reStructuredText' : 'Markdown'
  const code = (/** @type {string} */ word) => `\`${word}\``
  return page(`Fragments \`${key}\``, `src/changelog/fragments/${key}.ts`, [
    sentence(summary),
    `Its files stand in \`${folder}/\`, and are taken for ${name}, where nothing else is said.`,
    'What it calls a change: by `breaking`, where the commit is marked with `!`, else by the type of the commit, else by the type of the change.',
    table(
      ['change', 'called'],
      Object.entries(kinds).map(([change, kind]) => [code(change), code(String(kind))]),
    ),
    `The form followed: <${source}>`,
  ])
}

/** @param {Record<string, any>} rules */
function renderRules(rules) {
  const blocks = Object.entries(rules).map(([code, { severity, summary, explanation }]) => {
    return `## ${code}\n\n${sentence(summary)} Severity: ${severity}.\n\n${explanation}`
  })
  return page('Rules', 'src/links/rules.ts', [
    'What `crossoff check` finds, by the code that the config and ignore comments use.',
    ...blocks,
  ])
}

/** @param {Record<string, any>} schema */
function renderBaseline(schema) {
  const { additionalProperties: count } = schema
  return page('Baseline', 'src/links/baseline.ts', [
    'The findings that a repository lives with, in `crossoff.baseline.json` at its root, as `crossoff check --write-baseline` writes them:',
    codeBlock('json', '{\n  "docs/plan.md link/missing-anchor #beds": 2,\n  "version": 1\n}'),
    schema.description,
    count.description,
    'The lines are sorted, and the version comes last, so that every line of a finding ends alike.',
  ])
}

/**
 * @param {Record<string, any>} schema
 * @param {readonly string[]} names
 */
function renderConfig(schema, names) {
  return page('Configuration', 'src/config/config-schema.ts', [
    'crossoff works without a config. The first of these names is the one that `crossoff init` writes; in `package.json`, the config stands under the key `crossoff`:',
    names.map((name) => `- \`${name}\``).join('\n'),
    'An unknown key is an error.',
    table(['key', 'form', 'meaning'], schemaRows(schema)),
    'The keys of `rules` are the [codes of the rules](rules.md).',
    'Editors complete and check a JSON config that names the schema:',
    codeBlock('json', '{ "$schema": "./node_modules/crossoff/schema/config.schema.json" }'),
  ])
}

/**
 * @param {Record<string, any>} schema
 * @param {Record<string, any>} target
 * @param {Record<string, any>} operations
 */
function renderPlan(schema, target, operations) {
  const { operations: list, ...rest } = schema.properties
  const links = Object.entries(operations).map(
    ([key, { summary }]) => `- [\`${key}\`](operations/${key}.md): ${sentence(summary)}`,
  )
  return page('Plan', 'src/plans/plan-schema.ts', [
    'A plan is JSON or YAML, and [`crossoff apply`](commands/apply.md) applies it. Its operations are applied one after another, all or none.',
    table(valueHead, [
      ...schemaRows({ properties: rest, required: schema.required }),
      ['`operations`', 'list of operations', list.description],
    ]),
    codeBlock('json', samplePlan),
    '## Target',
    'Names one item by its path; it must name exactly one.',
    table(valueHead, schemaRows(target)),
    '## Operations',
    links.join('\n'),
  ])
}

/** @param {Record<string, Record<string, any>>} registries */
function renderIndex(registries) {
  const sections = Object.entries(registries).flatMap(([name, registry]) => [
    `## ${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    Object.entries(registry)
      .map(([key, { summary }]) => `- [\`${key}\`](${name}/${key}.md): ${sentence(summary)}`)
      .join('\n'),
  ])
  return page('Reference', 'the registries under src/', [
    'See also: [configuration](config.md), [plan](plan.md), [baseline](baseline.md), [rules](rules.md).',
    ...sections,
  ])
}
