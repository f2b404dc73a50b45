import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { sumOf } from '../basket/numbers.ts';
import { payersOf } from '../basket/payers.ts';
import type {
  Accrual,
  Decision,
  EffectRecord,
  Message,
  Redemption,
  Search,
  Verdicts,
} from '../decision.ts';
import type { RedemptionFacts } from '../facts.ts';
import type { Emission } from '../give/emission.ts';
import { lifespan } from '../language/lifetime.ts';
import { type GivenPoints, isCapped, type Play } from '../play/play.ts';
import type { RuledOut } from '../play/run-steps.ts';
import type { Work } from '../play/work.ts';
import { closeFunding } from './close-funding.ts';
import { closeLimits } from './close-limits.ts';
import { byLineOf, closeLines } from './close-lines.ts';
import { appliedList, verdictList } from './verdict-list.ts';

/** Writes an evaluation down as a decision; sub-events are still to come. */
export function closeDecision(
  work: Work,
  ruleSetVersion: number,
  ruledOut: RuledOut | null,
): Decision {
  const { basket } = work;
  const { gross, price, paid, count } = basket.slices;
  const payers = payersOf(basket.facts);
  const [full, left, redeemed] = [sumOf(gross, count), sumOf(price, count), sumOf(paid, count)];
  const limits = closeLimits(work);
  const effects = effectsOf(work);
  return {
    ruleSetVersion,
    trigger: basket.facts.trigger,
    lines: closeLines(work, payers),
    grossKopecks: kopecks(full),
    discountKopecks: kopecks(full - left),
    redeemedKopecks: kopecks(redeemed),
    payableKopecks: kopecks(left - redeemed),
    redemptions: payers.map((payer) => redemptionOf(work, payer)),
    accruals: accrualsOf(work),
    effects: limits.notices.length === 0 ? effects : [...effects, ...limits.notices],
    messages: messagesOf(work),
    limitUses: limits.uses,
    choices: work.choices,
    funding: closeFunding(work.plays),
    searches: searchesOf(work),
    verdicts: verdictsOf(work, ruledOut),
    children: NO_CHILDREN,
  };
}

function verdictsOf(work: Work, ruledOut: RuledOut | null): Verdicts {
  const count = work.deck.rules.length;
  if (ruledOut === null) return { count, list: appliedList(work) };
  return { count, ruledOut, list: verdictList(work) };
}

function redemptionOf({ basket }: Work, { currencyCode }: RedemptionFacts): Redemption {
  for (const column of basket.redemption) {
    if (column.currencyCode !== currencyCode) continue;
    return {
      currencyCode,
      points: points(column.redeemedPoints),
      kopecks: kopecks(column.redeemedKopecks),
      redeemablePointsMax: points(column.redeemablePointsMax),
    };
  }
  return { currencyCode, points: points(0), kopecks: kopecks(0), redeemablePointsMax: points(0) };
}

// Plain loops, and one empty list for what most receipts have none of: this runs for each of them.

function accrualsOf(work: Work): readonly Accrual[] {
  const { plays } = work;
  let list: Accrual[] | null = null;
  for (let i = 0; i < plays.count; i += 1) {
    const play = plays.records[i];
    if (play === undefined) continue;
    for (let j = 0; j < play.points.length; j += 1) {
      const given = play.points[j];
      if (given === undefined) continue;
      const accrual = accrualOf(work, play, given);
      if (list === null) list = [accrual];
      else list.push(accrual);
    }
  }
  return list ?? NO_ACCRUALS;
}

function accrualOf(work: Work, { rule }: Play, given: GivenPoints): Accrual {
  const { activeFrom, expiresAt } = lifespan(given.lifetime, work.basket.facts);
  return {
    promotionCode: rule.code,
    currencyCode: given.currencyCode,
    points: points(given.points),
    activeFrom,
    expiresAt,
    byLine: byLineOf(work, given),
  };
}

function effectsOf({ plays }: Work): readonly EffectRecord[] {
  let list: EffectRecord[] | null = null;
  for (let i = 0; i < plays.count; i += 1) {
    for (const { record } of standing(plays.records[i])) {
      if (record === null) continue;
      list ??= [];
      list.push(record);
    }
  }
  return list ?? NO_EFFECTS;
}

function messagesOf({ plays }: Work): readonly Message[] {
  let list: Message[] | null = null;
  for (let i = 0; i < plays.count; i += 1) {
    for (const { message } of standing(plays.records[i])) {
      if (message === null) continue;
      list ??= [];
      list.push(message);
    }
  }
  return list ?? NO_MESSAGES;
}

/** What a promotion asks of others, unless caps have taken back all that it gave. */
function standing(play: Play | undefined): readonly Emission[] {
  return play === undefined || play.emissions.length === 0 || isCapped(play)
    ? NO_EMISSIONS
    : play.emissions;
}

function searchesOf({ plays }: Work): readonly Search[] {
  let list: Search[] | null = null;
  for (let i = 0; i < plays.count; i += 1) {
    const search = plays.records[i]?.search ?? null;
    if (search === null) continue;
    const { promotionCodes, value, proved, gapKopecks } = search;
    list ??= [];
    list.push({ promotionCodes, value, proved, gapKopecks });
  }
  return list ?? NO_SEARCHES;
}

const NO_ACCRUALS: readonly Accrual[] = [];
const NO_EFFECTS: readonly EffectRecord[] = [];
const NO_MESSAGES: readonly Message[] = [];
const NO_EMISSIONS: readonly Emission[] = [];
const NO_SEARCHES: readonly Search[] = [];
const NO_CHILDREN: readonly Decision[] = [];
