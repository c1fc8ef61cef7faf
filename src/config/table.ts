import * as v from 'valibot'

/** Keys and values; a list, whose indexes JavaScript takes for keys, is none. */
export function table<
  Key extends v.BaseSchema<string, string | number | symbol, v.BaseIssue<unknown>>,
  Value extends v.GenericSchema,
>(key: Key, value: Value): v.RecordSchema<Key, Value, undefined> {
  const record = v.record(key, value)
  return {
    ...record,
    '~run': (dataset, config) =>
      record['~run'](Array.isArray(dataset.value) ? { value: 'a list' } : dataset, config),
  }
}
