import { meetAudience } from '../compile/audience-index.ts';
import { type Bits, setBit } from '../compile/bits.ts';
import { allowedByPlace, allowedByTime } from '../compile/facts-index.ts';
import { STEPS } from '../compile/steps.ts';
import type { PromotionBits } from '../decision.ts';
import { playStep } from './play-step.ts';
import type { Work } from './work.ts';

/** Promotions that were ruled out before anything was looked at; null = nobody asked. */
export type RuledOut = {
  readonly place: PromotionBits;
  readonly time: PromotionBits;
  readonly audience: PromotionBits;
  readonly goods: PromotionBits;
};

/** Plays a whole decision on a basket that is open; gives what the index ruled out. */
export function runSteps(work: Work): RuledOut | null {
  const ruledOut = ruleOut(work);
  for (let step = 0; step < STEPS; step += 1) playStep(work, step);
  return ruledOut;
}

/** Puts in play what place, time, audience and goods allow; see docs/engine.md 4.2. */
export function ruleOut(work: Work): RuledOut | null {
  const { deck, basket, audience, inPlay, survivors } = work;
  const place = allowedByPlace(deck.facts, basket.facts, basket);
  const time = allowedByTime(deck.facts, basket.facts, basket);
  const words = survivors.length;
  for (let word = 0; word < words; word += 1) {
    survivors[word] = (place[word] ?? 0) & (time[word] ?? 0);
    inPlay[word] = 0;
  }
  meetAudience(deck.audience, basket, { met: audience, among: survivors });
  const ruledOut = work.isExplained ? wordsOf(work, { place, time }) : null;
  const isAnonymous = basket.facts.member === null;
  const goods = basket.goods.met.bits;
  for (let word = 0; word < words; word += 1) {
    const forMembers = isAnonymous ? (deck.forMembers[word] ?? 0) : 0;
    const allowed = survivors[word] ?? 0;
    const meant = allowed & (audience.bits[word] ?? 0) & ~forMembers;
    const left = meant & (goods[word] ?? 0);
    survivors[word] = left;
    if (ruledOut !== null) {
      ruledOut.audience[word] = allowed & ~meant;
      ruledOut.goods[word] = meant & ~left;
    }
    if (left !== 0) putInPlay(work, word << 5, left);
  }
  return ruledOut;
}

/** Words of what was ruled out: those of place and time filled, the others still to be. */
function wordsOf({ deck }: Work, { place, time }: { readonly place: Bits; readonly time: Bits }) {
  const { noWords } = deck;
  const wrong: Record<keyof RuledOut, number[]> = {
    place: noWords.slice(),
    time: noWords.slice(),
    audience: noWords.slice(),
    goods: noWords.slice(),
  };
  for (let word = 0; word < noWords.length; word += 1) {
    const here = place[word] ?? 0;
    wrong.place[word] = (deck.live[word] ?? 0) & ~here;
    wrong.time[word] = here & ~(time[word] ?? 0);
  }
  return wrong;
}

/** Sets the bits of a word of promotions, by number, in the order of play; there is no verdict on them yet. */
function putInPlay({ deck, inPlay, verdict }: Work, first: number, bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const number = first + 31 - Math.clz32(left & -left);
    setBit(inPlay, deck.rankOf[number] ?? 0);
    verdict[number] = 0;
  }
}
