import { Type } from 'typebox';
import { choice, labelled, optionParam, optionsOf } from '../language/params.ts';
import { TRIGGERS, type Trigger } from '../language/triggers.ts';

const LABEL = { ru: 'Событие', en: 'Event' };
const DATA_LABEL = { ru: 'Данные события', en: 'Data of the event' };

/** Fields of effects that raise an event of their own. */
export const EVENT_PARAMS = {
  event: Type.Unsafe<Trigger>(
    Type.Union(
      TRIGGERS.map((code) => Type.Literal(code)),
      { 'x-unit': 'trigger', ...labelled(LABEL) },
    ),
  ),
  data: Type.Optional(
    Type.Record(
      Type.String({ maxLength: 64 }),
      Type.Union([Type.String({ maxLength: 500 }), Type.Integer(), Type.Boolean()]),
      { maxProperties: 50, 'x-unit': 'data', ...labelled(DATA_LABEL) },
    ),
  ),
};

const OVER = optionsOf(
  optionParam('lines', { ru: 'строки', en: 'lines' }),
  optionParam('units', { ru: 'единицы', en: 'units' }),
  optionParam('sets', { ru: 'наборы', en: 'sets' }),
);

/** What an event is raised for, one by one. */
export const OVER_PARAM = Type.Union(OVER, choice({ ru: 'По чему', en: 'Over' }));
export type Over = (typeof OVER)[number]['const'];
