import type { Text } from '#shared/text.ts';
import { joinWords, moneyWords, pointsWords, sameWords } from '../describe/words.ts';
import type { Promotion } from '../language/rule.ts';
import type { Audience, Finding, VerdictWord } from './explained.ts';

/** Puts a finding into the sentence that somebody reads; the promotion's own words win. */
export function told(promotion: Promotion, finding: Finding, audience: Audience): Text {
  const own = ownWords(promotion, finding, audience);
  if (own !== undefined) return own;
  const words = wordsOf(finding);
  if (audience === 'marketer') {
    const verdict = VERDICT_WORDS[finding.verdict];
    const [ru, en] = [`${verdict.ru}: ${words.ru}`, `${verdict.en}: ${words.en}`];
    return { ru: `${promotion.code} — ${ru}`, en: `${promotion.code}: ${en}` };
  }
  const { title } = promotion;
  return { ru: `«${title.ru}»: ${words.ru}`, en: `“${title.en}”: ${words.en}` };
}

function ownWords(
  { explain = {} }: Promotion,
  { verdict, distance }: Finding,
  audience: Audience,
): Text | undefined {
  if (verdict === 'applied') {
    if (audience === 'member') return explain.memberText;
    if (audience === 'cashier') return explain.cashierText;
    return audience === 'slip' ? explain.receiptText : undefined;
  }
  const isNear = verdict === 'missed' && distance !== null && audience !== 'marketer';
  return isNear ? explain.nearMissText : undefined;
}

function wordsOf(finding: Finding): Text {
  const { verdict, reason } = finding;
  if (verdict !== 'applied') return reason?.text ?? VERDICT_WORDS[verdict];
  const gifts = giftWords(finding);
  if (reason === null) return gifts;
  return { ru: `${gifts.ru} (${reason.text.ru})`, en: `${gifts.en} (${reason.text.en})` };
}

function giftWords({ discountKopecks, points }: Finding): Text {
  const gifts: Text[] = [];
  if (discountKopecks > 0) {
    const money = moneyWords(discountKopecks);
    gifts.push({ ru: `скидка ${money.ru}`, en: `${money.en} off` });
  }
  for (const [, amount] of points) {
    const sign = amount > 0 ? '+' : '';
    const words = pointsWords(amount);
    gifts.push({ ru: `${sign}${words.ru}`, en: `${sign}${words.en}` });
  }
  return gifts.length === 0 ? VERDICT_WORDS.applied : joinWords(gifts, sameWords(', '));
}

/** Each verdict in a word or two. */
export const VERDICT_WORDS: Readonly<Record<VerdictWord, Text>> = {
  'wrong-place': { ru: 'не здесь', en: 'not here' },
  'wrong-time': { ru: 'не сейчас', en: 'not now' },
  'wrong-audience': { ru: 'не для этого покупателя', en: 'not for this buyer' },
  'no-goods': { ru: 'в чеке нет товаров акции', en: 'none of its goods on the receipt' },
  missed: { ru: 'условие не выполнено', en: 'a condition is not met' },
  blocked: { ru: 'отключена другой акцией', en: 'switched off by another' },
  requires: { ru: 'ждёт другую акцию', en: 'waits for another' },
  limited: { ru: 'предел исчерпан', en: 'the limit is used up' },
  'no-effect': { ru: 'ничего не дала', en: 'came to nothing' },
  outbid: { ru: 'уступила другой акции', en: 'outbid by another' },
  capped: { ru: 'срезана до нуля', en: 'cut to nothing' },
  applied: { ru: 'сработала', en: 'applied' },
};
