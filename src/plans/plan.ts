import type { InferOutput } from 'valibot'
import type { planSchema } from './plan-schema.ts'

/**
 * Operations on documents, applied one after another, all or none.
 *
 * ```json
 * { "version": 1, "operations": [{ "op": "drop", "target": { "path": ["TODO", "Fetchers"] } }] }
 * ```
 */
export type Plan = InferOutput<typeof planSchema>

/** One operation of a plan; `op` tells which. */
export type Operation = Plan['operations'][number]
