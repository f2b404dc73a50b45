import { present } from '#shared/assert.ts';
import { kopecks, NO_MONEY } from '#shared/money.ts';
import { NO_POINTS, points } from '#shared/points.ts';
import type { CompiledRule } from './compile-rule.ts';
import { reason } from './condition.ts';
import type { Reason, Verdict } from './decision.ts';
import type { Given, Nothing } from './outcome.ts';
import type { Played } from './stacking.ts';

/** Verdicts on all live rules, in evaluation order; each rule has either played or missed. */
export function verdicts(
  rules: readonly CompiledRule[],
  found: { readonly played: readonly Played[]; readonly misses: ReadonlyMap<CompiledRule, Reason> },
): readonly Verdict[] {
  const playedByRule = new Map(found.played.map((played) => [played.rule, played]));
  return rules.map((rule) => {
    const missed = found.misses.get(rule);
    if (missed !== undefined) return emptyVerdict(rule, { verdict: 'missed', reason: missed });
    return playedVerdict(present(playedByRule.get(rule), `verdict on ${rule.code}`));
  });
}

/** The verdict on a promotion that gave something. */
export function appliedVerdict(applied: {
  readonly rule: CompiledRule;
  readonly given: Given;
}): Verdict {
  const { rule, given } = applied;
  return {
    promotionCode: rule.code,
    title: rule.promotion.title,
    verdict: given.isLimited ? 'limited' : 'applied',
    discountKopecks: kopecks(given.discountKopecks),
    points: points(given.pointsTotal),
    reason: given.isLimited ? OWN_LIMIT : null,
    outbidBy: null,
  };
}

function playedVerdict(played: Played): Verdict {
  if ('given' in played) return appliedVerdict(played);
  const { rule } = played;
  if ('nothing' in played) {
    return emptyVerdict(rule, { verdict: 'no-effect', reason: WHY_NOTHING[played.nothing] });
  }
  const winner = played.outbidBy;
  return {
    ...emptyVerdict(rule, { verdict: 'outbid', reason: outbid(winner) }),
    outbidBy: winner.code,
  };
}

function emptyVerdict(
  rule: CompiledRule,
  found: { readonly verdict: Verdict['verdict']; readonly reason: Reason },
): Verdict {
  return {
    promotionCode: rule.code,
    title: rule.promotion.title,
    verdict: found.verdict,
    discountKopecks: NO_MONEY,
    points: NO_POINTS,
    reason: found.reason,
    outbidBy: null,
  };
}

function outbid(winner: CompiledRule): Reason {
  const { title } = winner.promotion;
  return reason('outbid', { ru: `уступает акции «${title.ru}»`, en: `outbid by “${title.en}”` });
}

const OWN_LIMIT = reason('own-limit', {
  ru: 'срезано до предела акции на чек',
  en: 'cut to the promotion’s limit per receipt',
});

const WHY_NOTHING: Readonly<Record<Nothing, Reason>> = {
  'no-goods-selected': reason('no-goods-selected', {
    ru: 'в чеке нет подходящих товаров',
    en: 'no goods of the receipt take part',
  }),
  'nothing-to-give': reason('nothing-to-give', {
    ru: 'на этом чеке выгода равна нулю',
    en: 'it comes to nothing on this receipt',
  }),
  'nothing-left': reason('nothing-left', {
    ru: 'другие скидки уже довели цену до нуля',
    en: 'other discounts have already brought the price to zero',
  }),
};
