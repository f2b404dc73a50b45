import type { Rule } from '../compile/ranked-rule.ts';
import { VERDICT, WHY_NOTHING } from '../decision.ts';
import type { Seat } from './seat.ts';
import { LIMITED, NO_GOODS } from './try-rule.ts';
import type { Work } from './work.ts';

/** Notes that a promotion was switched off. */
export function tellBlocked(work: Work, rule: Rule, by: number): void {
  work.verdict[rule.number] = VERDICT.blocked;
  work.detail[rule.number] = by;
}

/** Notes that a promotion must wait for another. @param number of the other, −1 = it is not live */
export function tellRequires(work: Work, rule: Rule, number: number): void {
  work.verdict[rule.number] = VERDICT.requires;
  work.detail[rule.number] = number;
}

/** Notes that another promotion was better, or came first. */
export function tellOutbid(work: Work, rule: Rule, by: Rule): void {
  work.verdict[rule.number] = VERDICT.outbid;
  work.detail[rule.number] = by.number;
}

/** Notes that a limit has left nothing. */
export function tellLimited(work: Work, rule: Rule, limit: number): void {
  work.verdict[rule.number] = VERDICT.limited;
  work.detail[rule.number] = limit;
}

/** Notes that a try came to nothing. @param isAgain it had come to something before */
export function tellEmpty(work: Work, { rule, trial, tried }: Seat, isAgain: boolean): void {
  if (tried === LIMITED) return tellLimited(work, rule, trial.limitedBy);
  work.verdict[rule.number] = VERDICT.noEffect;
  const { noGoodsSelected, nothingToGive, nothingLeft } = WHY_NOTHING;
  const why = tried === NO_GOODS ? noGoodsSelected : nothingToGive;
  work.detail[rule.number] = isAgain ? nothingLeft : why;
}
