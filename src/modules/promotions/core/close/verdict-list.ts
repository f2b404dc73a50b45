import { broken } from '#shared/assert.ts';
import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { nextBit } from '../compile/bits.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { VERDICT, type VerdictEntry } from '../decision.ts';
import { isCapped, type Play } from '../play/play.ts';
import type { Work } from '../play/work.ts';

type PointsEntry = readonly [currencyCode: string, points: number];

/** Verdicts on all promotions that were not ruled out, by number; see docs/engine.md 12.2. */
export function verdictList(work: Work): VerdictEntry[] {
  const { deck, survivors } = work;
  const list: VerdictEntry[] = [];
  const count = deck.rules.length;
  for (let i = nextBit(survivors, 0, count); i >= 0; i = nextBit(survivors, i + 1, count)) {
    const rule = deck.rules[i];
    if (rule !== undefined) list.push(entryOf(work, rule));
  }
  return list;
}

/** Verdicts on the applied ones only, by number. */
export function appliedList({ plays }: Work): VerdictEntry[] {
  const list: VerdictEntry[] = [];
  for (let i = 0; i < plays.count; i += 1) {
    const play = plays.records[i];
    if (play !== undefined && !isCapped(play)) list.push(appliedEntry(play));
  }
  return list.length < 2 ? list : list.sort(([a], [b]) => a - b);
}

function entryOf(work: Work, rule: Rule): VerdictEntry {
  const { number } = rule;
  const code = work.verdict[number] ?? 0;
  const detail = work.detail[number] ?? 0;
  if (code === VERDICT.missed) return missedEntry(work, rule, detail);
  if (code === VERDICT.applied) {
    const play = work.plays.records[detail];
    if (play !== undefined) return isCapped(play) ? [number, VERDICT.capped] : appliedEntry(play);
  }
  if (code === 0) broken(`no verdict on ${rule.code}`);
  return [number, code, detail];
}

function missedEntry(work: Work, rule: Rule, leaf: number): VerdictEntry {
  const { number, leaves } = rule;
  const distance = work.distance[number] ?? 0;
  if (distance <= 0) return [number, VERDICT.missed, leaf, null, null];
  return [number, VERDICT.missed, leaf, leaves[leaf]?.unit ?? null, distance];
}

function appliedEntry(play: Play): VerdictEntry {
  const flags = (play.isLimited ? 1 : 0) + (play.isCut ? 2 : 0);
  const { number } = play.rule;
  const discount = kopecks(play.discount);
  const [only] = play.points;
  if (only === undefined) return [number, VERDICT.applied, discount, flags];
  if (play.points.length > 1) return [number, VERDICT.applied, discount, flags, ...pointsOf(play)];
  return [number, VERDICT.applied, discount, flags, [only.currencyCode, points(only.points)]];
}

/** Points by currency, what was taken is negative; zeros left out. */
function pointsOf(play: Play): readonly PointsEntry[] {
  const sums = new Map<string, number>();
  for (const { currencyCode, points: given } of play.points) {
    sums.set(currencyCode, (sums.get(currencyCode) ?? 0) + given);
  }
  return [...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}
