import { Type } from 'typebox';
import { recordOf, WORTH_PARAM } from '../../give/deferred.ts';
import { NO_EMISSION } from '../../give/emission.ts';
import { emit } from '../../give/give-terms.ts';
import { defineEffect } from '../../language/effect.ts';
import { CLOSED, choice, codeParam, optionParam, optionsOf } from '../../language/params.ts';
import { ANY_PHASE } from '../../language/phases.ts';
import { compileValue } from '../../value/compile-value.ts';
import { VALUE_MAX } from '../../value/value.ts';
import { valueNeeds } from '../../value/value-needs.ts';
import { valueParam } from '../../value/value-param.ts';

const OPS = optionsOf(
  optionParam('set', { ru: 'установить', en: 'set' }),
  optionParam('add', { ru: 'прибавить', en: 'add' }),
);

/** A variable that conditions and Values of later phases read. */
export const setVariable = defineEffect({
  code: 'set-variable',
  title: { ru: '{op} {value}: {variable}', en: '{op} {variable}: {value}' },
  params: Type.Object(
    {
      variable: codeParam({ ru: 'Переменная', en: 'Variable' }, 'variable'),
      op: Type.Union(OPS, choice({ ru: 'Действие', en: 'Change' })),
      value: valueParam(
        'number',
        { ru: 'Значение', en: 'Value' },
        { minimum: -VALUE_MAX, maximum: VALUE_MAX },
      ),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  kind: 'deferred',
  phases: ANY_PHASE,
  needs: ({ value }) => valueNeeds(value),
  prepare: ({ variable, op, value, worthKopecks = 0 }, context) => ({
    variable,
    op,
    value: compileValue(value, context),
    worthKopecks,
  }),
  apply: ({ variable, op, value, worthKopecks }, trial) => {
    const change = { variable, op, value: value.at(trial.basket, trial.selection, -1) };
    const record = recordOf('set-variable', trial.promotion, change);
    emit(trial, { ...NO_EMISSION, record, variable: change, worthKopecks });
  },
});
