import type { Text } from '#shared/text.ts';
import type { Deck } from '../compile/deck.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { VERDICT, type VerdictEntry } from '../decision.ts';
import { describeLimit } from '../describe/describe-limits.ts';
import type { Facts } from '../facts.ts';
import type { Why } from '../language/condition.ts';
import { type Finding, findingOf } from './explained.ts';
import { whyMissed } from './missed-leaf.ts';

/** What an entry of the list of verdicts is read against. */
export type Reading = { readonly deck: Deck; readonly rule: Rule; readonly facts: Facts };

type Read = (detail: VerdictEntry, reading: Reading) => Finding;

/** Reads an entry of the list of verdicts. */
export function explainEntry(entry: VerdictEntry, reading: Reading): Finding {
  return READ_BY_CODE[entry[1]]?.(entry, reading) ?? findingOf('missed', null);
}

const READ_BY_CODE: Readonly<Record<number, Read>> = {
  [VERDICT.missed]: ([, , leaf, , distance], { rule, facts }) => {
    const value = typeof distance === 'number' ? distance : null;
    const unit = rule.leaves[Number(leaf)]?.unit ?? null;
    const reason = whyMissed(rule, { leaf: Number(leaf), distance: value }, facts);
    const measured = value === null || unit === null ? null : { unit, value };
    return { ...findingOf('missed', reason), distance: measured };
  },
  [VERDICT.blocked]: ([, , by], { deck }) =>
    byAnother('blocked', deck.rules[Number(by)], (title) => ({
      code: 'blocked',
      text: {
        ru: `отключена акцией «${title.ru}»`,
        en: `switched off by “${title.en}”`,
      },
    })),
  [VERDICT.outbid]: ([, , by], { deck }) =>
    byAnother('outbid', deck.rules[Number(by)], (title) => ({
      code: 'outbid',
      text: { ru: `уступает акции «${title.ru}»`, en: `outbid by “${title.en}”` },
    })),
  [VERDICT.requires]: ([, , by], { deck, rule }) => {
    const other = deck.rules[Number(by)];
    if (other !== undefined) return byAnother('requires', other, waitsFor);
    const code = notLive(deck, rule);
    return { ...findingOf('requires', waitsFor({ ru: code, en: code })), by: code };
  },
  [VERDICT.limited]: ([, , number], { rule }) => {
    const limit = rule.promotion.limits?.[Number(number)];
    return findingOf('limited', limit === undefined ? USED_UP : usedUp(describeLimit(limit)));
  },
  [VERDICT.noEffect]: ([, , why]) => findingOf('no-effect', WHY_NO_EFFECT[Number(why)] ?? null),
  [VERDICT.capped]: () => findingOf('capped', CAPPED),
  [VERDICT.applied]: ([, , kopecks, flags, ...points]) => ({
    ...findingOf('applied', WHY_LESS[Number(flags)] ?? null),
    discountKopecks: Number(kopecks),
    points: points.filter(isPoints),
  }),
};

function byAnother(
  verdict: 'blocked' | 'outbid' | 'requires',
  other: Rule | undefined,
  why: (title: Text) => Why,
): Finding {
  if (other === undefined) return findingOf(verdict, null);
  return { ...findingOf(verdict, why(other.promotion.title)), by: other.code };
}

function waitsFor(title: Text): Why {
  return {
    code: 'requires',
    text: { ru: `только после акции «${title.ru}»`, en: `only after “${title.en}”` },
  };
}

/** The first that is required and not live. */
function notLive(deck: Deck, { promotion }: Rule): string {
  const live = new Set(deck.rules.map(({ code }) => code));
  return promotion.stacking.requires?.find((code) => !live.has(code)) ?? '';
}

function usedUp(limit: Text): Why {
  return {
    code: 'limit-used-up',
    text: { ru: `предел исчерпан: ${limit.ru}`, en: `the limit is used up: ${limit.en}` },
  };
}

function isPoints(detail: VerdictEntry[number]): detail is readonly [string, number] {
  return typeof detail === 'object' && detail !== null;
}

const USED_UP: Why = {
  code: 'limit-used-up',
  text: { ru: 'предел исчерпан', en: 'the limit is used up' },
};

const CAPPED: Why = {
  code: 'capped',
  text: {
    ru: 'другие скидки заняли весь предел',
    en: 'other discounts have used up the cap',
  },
};

/** By number: see WHY_NOTHING of decision.ts. */
const WHY_NO_EFFECT: readonly Why[] = [
  {
    code: 'no-goods-selected',
    text: { ru: 'в чеке нет подходящих товаров', en: 'no goods of the receipt take part' },
  },
  {
    code: 'nothing-to-give',
    text: { ru: 'на этом чеке выгода равна нулю', en: 'it comes to nothing on this receipt' },
  },
  {
    code: 'nothing-left',
    text: { ru: 'другие акции ничего не оставили', en: 'other promotions have left nothing' },
  },
];

/** By the flags of an applied promotion: 1 = by its own limit, 2 = by a cap, 3 = by both. */
const WHY_LESS: Readonly<Record<number, Why>> = {
  1: {
    code: 'own-limit',
    text: { ru: 'срезано до предела акции', en: 'cut to the promotion’s limit' },
  },
  2: {
    code: 'common-cap',
    text: { ru: 'срезано общим пределом скидки', en: 'cut by a common cap' },
  },
  3: {
    code: 'own-limit',
    text: {
      ru: 'срезано пределом акции и общим пределом',
      en: 'cut by its limit and by a common cap',
    },
  },
};
