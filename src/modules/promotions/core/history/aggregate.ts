import { type Static, Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { GOODS_PARAMS } from '../basket/goods.ts';
import { CLOSED, codesParam, dateParam, minuteParam, weekdaysParam } from '../language/params.ts';

const count = Type.Integer({ minimum: 1, maximum: 3660 });
const RoundShape = Type.Optional(
  Type.Union([
    Type.Literal('day'),
    Type.Literal('month'),
    Type.Literal('quarter'),
    Type.Literal('year'),
  ]),
);

/** The stretch of a member's history that a query looks at, in the store's calendar. */
const HistoryPeriodShape = Type.Union([
  Type.Object(
    {
      from: dateParam({ ru: 'С даты', en: 'From date' }),
      to: dateParam({ ru: 'По дату', en: 'To date' }),
    },
    CLOSED,
  ),
  Type.Object({ lastDays: count, roundTo: RoundShape }, CLOSED),
  Type.Object({ lastMonths: count, roundTo: RoundShape }, CLOSED),
  Type.Object({ lastQuarters: count, roundTo: RoundShape }, CLOSED),
  Type.Object({ lastYears: count, roundTo: RoundShape }, CLOSED),
]);

/** A query about a member's purchases that a rule set declares; conditions name it by its key. */
export const AggregateShape = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,63}$' }),
    period: HistoryPeriodShape,
    storeCodes: Type.Optional(codesParam({ ru: 'Магазины', en: 'Stores' }, 'store')),
    ...GOODS_PARAMS,
    weekdays: Type.Optional(weekdaysParam({ ru: 'Дни недели', en: 'Weekdays' })),
    hours: Type.Optional(
      Type.Object(
        {
          fromMinute: minuteParam({ ru: 'С', en: 'From' }, 1440),
          toMinute: minuteParam({ ru: 'До', en: 'To' }, 1440),
        },
        CLOSED,
      ),
    ),
    minReceiptKopecks: Type.Optional(Type.Integer({ minimum: 1, maximum: AMOUNT_MAX })),
  },
  CLOSED,
);

export type Aggregate = Static<typeof AggregateShape>;
