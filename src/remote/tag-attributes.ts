/** The attributes of a tag, by their names in lower case. */
export type TagAttributes = Readonly<Record<string, string | undefined>>
