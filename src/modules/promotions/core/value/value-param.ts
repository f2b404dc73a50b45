import { Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import type { Text } from '#shared/text.ts';
import { labelled } from '../language/params.ts';
import type { ValueObject } from './value.ts';

type Bounds = {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether lines may differ in it; else it is one number for the whole promotion. */
  readonly isPerLine?: boolean;
};

/**
 * A field that takes an integer within bounds, or a Value that works one out (docs/engine.md 4.5). What
 * a Value is made of is checked by validate-value.ts, whose words are better than a schema's.
 */
export const valueParam = (unit: string, label: Text, bounds: Bounds = {}) => {
  const { minimum = 0, maximum = AMOUNT_MAX, isPerLine = false } = bounds;
  return Type.Union(
    [
      Type.Integer({ minimum, maximum }),
      Type.Unsafe<ValueObject>({ type: 'object', description: 'A Value, worked out' }),
    ],
    { 'x-unit': unit, 'x-value': isPerLine ? 'line' : 'promotion', ...labelled(label) },
  );
};
