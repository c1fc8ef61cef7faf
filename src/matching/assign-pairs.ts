/** Two items that may be the same, and how much speaks for it. */
export interface Candidate {
  readonly old: number
  readonly new: number
  /** More than 0. */
  readonly score: number
}

/**
 * Chooses the pairs whose scores add up to the most, each item in one pair at most.
 *
 * An auction (Bertsekas 1988): items of the old revision bid for those of the new one, each as much
 * as it would lose by taking its second choice. Unlike taking the best pair first, that finds that
 * two good pairs are better than a perfect one and a left-over. The sum is at most `STEP` times the
 * number of items below the best one.
 *
 * @returns The chosen pairs, by the number of the old item.
 */
export function assignPairs(candidates: readonly Candidate[]): Candidate[] {
  const offers = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const list = offers.get(candidate.old)
    if (list === undefined) offers.set(candidate.old, [candidate])
    else list.push(candidate)
  }
  const prices = new Map<number, number>()
  const owners = new Map<number, Candidate>()
  const bidders = [...offers.keys()].sort((a, b) => b - a)
  for (let bidder = bidders.pop(); bidder !== undefined; bidder = bidders.pop()) {
    const bid = chooseBid(offers.get(bidder) ?? [], prices)
    if (bid === undefined) continue
    const outbid = owners.get(bid.candidate.new)
    if (outbid !== undefined) bidders.push(outbid.old)
    owners.set(bid.candidate.new, bid.candidate)
    prices.set(bid.candidate.new, bid.price)
  }
  return [...owners.values()].sort((a, b) => a.old - b.old)
}

/** What a bid goes beyond the bidder's second choice by, so that an auction ends. */
const STEP = 1 / 512

/** The offer that is worth most at today's prices, and what is bid; none where all cost too much. */
function chooseBid(
  offers: readonly Candidate[],
  prices: ReadonlyMap<number, number>,
): { readonly candidate: Candidate; readonly price: number } | undefined {
  let best: Candidate | undefined
  let gain = 0
  // To stay alone is worth nothing, and is the second choice where there is no other.
  let second = 0
  for (const candidate of offers) {
    const value = candidate.score - (prices.get(candidate.new) ?? 0)
    if (value > gain) {
      second = gain
      gain = value
      best = candidate
    } else if (value > second) second = value
  }
  if (best === undefined) return undefined
  return { candidate: best, price: (prices.get(best.new) ?? 0) + gain - second + STEP }
}
