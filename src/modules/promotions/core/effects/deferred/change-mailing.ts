import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam, flagParam } from '../../language/params.ts';

/** A mailing to the member is switched on or off. */
export const changeMailing = defineDeferred({
  code: 'change-mailing',
  title: {
    ru: 'рассылка {mailingCode}: {isOn}',
    en: 'mailing {mailingCode}: {isOn}',
  },
  params: Type.Object(
    {
      mailingCode: codeParam({ ru: 'Рассылка', en: 'Mailing' }, 'mailing'),
      isOn: flagParam(
        { ru: 'Включить', en: 'On' },
        { yes: { ru: 'включить', en: 'on' }, no: { ru: 'выключить', en: 'off' } },
      ),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
});
