import { options } from '../options'
export const shared = { markdown: options }
