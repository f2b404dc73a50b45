import { type Static, Type } from 'typebox';
import { nameShape } from './shapes.ts';

const word = <const Word extends string>(value: Word) => Type.Literal(value);

/** What a rule set says about one of its counters. Values begin at 0 in each period. */
export const CounterShape = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' }),
    title: nameShape('Name for people'),
    period: Type.Optional(
      Type.Union(
        [
          word('hour'),
          word('day'),
          word('week'),
          word('month'),
          word('year'),
          word('offer'),
          word('none'),
        ],
        { description: 'When it begins at 0 again, on the wall of the store; absent = never' },
      ),
    ),
  },
  { additionalProperties: false },
);

export type CounterDefinition = Static<typeof CounterShape>;
