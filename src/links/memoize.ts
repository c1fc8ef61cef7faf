/** Makes a function of a text remember what it gave. */
export function memoize<Key extends string, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>()
  return (key) => {
    const entry = known.get(key) ?? { value: read(key) }
    known.set(key, entry)
    return entry.value
  }
}

/** Makes a function that works only when it is first called. */
export function lazily<Value>(read: () => Value): () => Value {
  const once = memoize(read)
  return () => once('')
}
