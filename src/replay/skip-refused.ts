import { CrossoffError } from '../errors.ts'

/** Does one step; what operations refuse to look at is left to the splices. */
export function skipRefused(step: () => void): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof CrossoffError && error.code === 'operation-refused')) throw error
  }
}
