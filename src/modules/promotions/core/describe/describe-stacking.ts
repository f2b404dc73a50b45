import type { Text } from '#shared/text.ts';
import type { Stacking } from '../language/stacking-shape.ts';
import { POLICIES } from '../policies/index.ts';
import { joinWords, namesWords, percentWords, sameWords } from './words.ts';

/** How a promotion gets on with others, in words; null when there is nothing but the usual to say. */
export function describeStacking(stacking: Stacking): Text | null {
  const parts = [...policyWords(stacking), ...modifierWords(stacking)];
  return parts.length === 0 ? null : joinWords(parts, sameWords(', '));
}

function policyWords({ group, policy }: Stacking): readonly Text[] {
  // What adds up goes without saying: nobody expects one discount to cost him another.
  if (policy === undefined || policy === 'sum') return [];
  const { title } = POLICIES[policy];
  return [{ ru: `в группе ${group} ${title.ru}`, en: `in the group ${group} ${title.en}` }];
}

function modifierWords(stacking: Stacking): readonly Text[] {
  const { exclusive, blocks, blockedBy, requires, takesUnits, isAlways, capBasisPoints } = stacking;
  return [
    ...(exclusive === undefined ? [] : [EXCLUSIVE[exclusive]]),
    ...listWords(blocks, { ru: 'отключает', en: 'switches off' }),
    ...listWords(blockedBy, { ru: 'отключается акциями', en: 'is switched off by' }),
    ...listWords(requires, { ru: 'только после', en: 'only after' }),
    ...(takesUnits === undefined ? [] : [TAKES_UNITS[takesUnits]]),
    ...(isAlways === true ? [ALWAYS] : []),
    ...(capBasisPoints === undefined ? [] : [capWords(capBasisPoints)]),
  ];
}

function listWords(codes: readonly string[] | undefined, verb: Text): readonly Text[] {
  if (codes === undefined) return [];
  const names = namesWords(codes);
  return [{ ru: `${verb.ru} ${names.ru}`, en: `${verb.en} ${names.en}` }];
}

function capWords(capBasisPoints: number): Text {
  const share = percentWords(capBasisPoints);
  return {
    ru: `скидка группы не больше ${share.ru}`,
    en: `the group takes off ${share.en} at most`,
  };
}

const ALWAYS: Text = { ru: 'действует при любых других акциях', en: 'applies whatever others do' };

const EXCLUSIVE: Readonly<Record<NonNullable<Stacking['exclusive']>, Text>> = {
  line: { ru: 'одна на своей строке', en: 'alone on its lines' },
  group: { ru: 'одна в группе', en: 'alone in its group' },
  all: { ru: 'исключает все другие', en: 'excludes all others' },
};

const TAKES_UNITS: Readonly<Record<NonNullable<Stacking['takesUnits']>, Text>> = {
  no: { ru: 'товары остаются для других акций', en: 'its goods stay for others' },
  phase: { ru: 'товары заняты до конца фазы', en: 'its goods are taken for the phase' },
  receipt: { ru: 'товары заняты до конца чека', en: 'its goods are taken for the receipt' },
};
