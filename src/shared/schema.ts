import { Type } from 'typebox';
import { UUIDV7_PATTERN } from './ids.ts';

/** Largest money and points that travel on the wire: 10¹³ units, far inside the safe integers. */
export const AMOUNT_MAX = 10_000_000_000_000;

type Words = { readonly description: string };

/** Money in kopecks, 0 … 10¹³. */
export const KopecksShape = (words: Words) =>
  Type.Integer({ minimum: 0, maximum: AMOUNT_MAX, 'x-unit': 'kopecks', ...words });

/** Points in the smallest unit of their currency, 0 … 10¹³. */
export const PointsShape = (words: Words) =>
  Type.Integer({ minimum: 0, maximum: AMOUNT_MAX, 'x-unit': 'points', ...words });

/** A quantity in thousandths of a unit (pieces, kilograms, litres), 1 … 10⁹. */
export const QuantityShape = (words: Words) =>
  Type.Integer({ minimum: 1, maximum: 1_000_000_000, 'x-unit': 'thousandths', ...words });

/** A UUIDv7 in lower case. */
export const UuidShape = (words: Words) =>
  Type.String({ pattern: UUIDV7_PATTERN, 'x-unit': 'uuidv7', ...words });

/** An RFC 3339 timestamp with an offset; stories refuse days that do not exist. */
export const InstantShape = (words: Words) =>
  Type.String({ minLength: 20, maxLength: 40, format: 'date-time', 'x-unit': 'rfc3339', ...words });

/** A short machine code. */
export const CodeShape = (words: Words) =>
  Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$', ...words });

/** Words in both languages. */
export const TextShape = Type.Object({ ru: Type.String(), en: Type.String() });

/** The one shape of every error. */
export const ErrorShape = Type.Object({
  error: Type.Object({
    code: Type.String({ description: 'Stable code; machines decide by it' }),
    path: Type.Union([Type.String(), Type.Null()], {
      description: 'JSON pointer of the wrong field',
    }),
    text: TextShape,
    remedy: TextShape,
    details: Type.Record(Type.String(), Type.Unknown()),
    requestId: Type.String(),
  }),
});
