import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import {
  CLOSED,
  choice,
  codeParam,
  daysParam,
  optionParam,
  optionsOf,
} from '../../language/params.ts';
import { MAIN_TIERS } from '../../people/tier-of.ts';
import { neededProblems } from '../../validate/needed.ts';

const OPS = optionsOf(
  optionParam('assess', { ru: 'пересчитать', en: 'assess' }),
  optionParam('set', { ru: 'установить', en: 'set' }),
  optionParam('up', { ru: 'повысить', en: 'raise' }),
  optionParam('down', { ru: 'понизить', en: 'lower' }),
  optionParam('extend', { ru: 'продлить', en: 'extend' }),
);

/** The member's tier of a group is assessed anew, set, raised, lowered or extended. */
export const changeTier = defineDeferred({
  code: 'change-tier',
  title: {
    ru: '{op} уровень[ {tierCode}][ в группе {tierGroup}][ на {days}]',
    en: '{op} the tier[ {tierCode}][ of the group {tierGroup}][ for {days}]',
  },
  params: Type.Object(
    {
      tierGroup: Type.Optional(codeParam({ ru: 'Группа уровней', en: 'Tier group' }, 'tier-group')),
      op: Type.Union(OPS, choice({ ru: 'Действие', en: 'Change' })),
      tierCode: Type.Optional(codeParam({ ru: 'Уровень', en: 'Tier' }, 'tier')),
      days: Type.Optional(daysParam({ ru: 'Дней', en: 'Days' }, 1)),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  defaults: { tierGroup: MAIN_TIERS },
  problems: (params) => [
    ...(params.op === 'set' ? neededProblems(params, 'tierCode') : []),
    ...(params.op === 'extend' ? neededProblems(params, 'days') : []),
  ],
});
