import { Type } from 'typebox';
import { InstantShape, TextShape, UuidShape } from '#shared/schema.ts';

/** What the shapes of the ledger's wire have in common. */
export const CLOSED = { additionalProperties: false } as const;

export const nullableString = Type.Union([Type.String(), Type.Null()]);

export const MemberIdShape = Type.String({
  pattern: '^mbr_[0-9a-z]{1,16}$',
  description: 'Golden id, mbr_…',
});

export const CurrencyCodeShape = Type.String({
  pattern: '^[a-z0-9-]{1,32}$',
  description: 'Currency',
});

export const dayShape = (description: string) =>
  Type.String({ description: `${description}, YYYY-MM-DD` });

/** Points that may be negative. */
export const signedPoints = (description: string) =>
  Type.Integer({ description, 'x-unit': 'points' });

export const nullableInstant = (description: string) =>
  Type.Union([InstantShape({ description }), Type.Null()]);

/** The receipt behind something, with what it takes to open it. */
export const receiptFields = {
  receiptId: Type.Union([UuidShape({ description: 'Receipt' }), Type.Null()]),
  bucket: Type.Integer({ description: 'Bucket of the member and of the receipt' }),
};

export const pageFields = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};

/** A currency as far as figures of it are shown. */
export const CurrencyShape = Type.Object({
  code: Type.String(),
  title: TextShape,
  plural: Type.Object(
    { ru: Type.Array(Type.String()), en: Type.Array(Type.String()) },
    {
      description: 'Word forms by plural category: ru one, few, many; en one, other; may be empty',
    },
  ),
  divisibility: Type.Integer({ description: 'Decimal places of one whole point' }),
  partnerCode: Type.Union([Type.String(), Type.Null()], {
    description: 'Owner; null: the operator',
  }),
  purpose: Type.Enum(['spendable', 'qualifying']),
});
