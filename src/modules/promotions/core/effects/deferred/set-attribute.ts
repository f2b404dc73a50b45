import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam, labelled } from '../../language/params.ts';

const LABEL = { ru: 'Значение', en: 'Value' };

/** An attribute of the member gets a value. */
export const setAttribute = defineDeferred({
  code: 'set-attribute',
  title: {
    ru: 'записать признак {attribute}: {value}',
    en: 'set the attribute {attribute} to {value}',
  },
  params: Type.Object(
    {
      attribute: codeParam({ ru: 'Признак', en: 'Attribute' }, 'attribute'),
      value: Type.Union([Type.String({ maxLength: 200 }), Type.Integer(), Type.Boolean()], {
        'x-unit': 'scalar',
        ...labelled(LABEL),
      }),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
});
