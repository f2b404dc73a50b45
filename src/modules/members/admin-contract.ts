import { type Static, Type } from 'typebox';
import { InstantShape, PointsShape, TextShape, UuidShape } from '#shared/schema.ts';

const closed = { additionalProperties: false } as const;
const nullableString = Type.Union([Type.String(), Type.Null()]);

export const MemberRowShape = Type.Object({
  memberId: Type.String({ description: 'Golden id, mbr_…' }),
  name: Type.Union([Type.String(), Type.Null()], {
    description: 'Masked: И••• П.; null: not told',
  }),
  phone: Type.Union([Type.String(), Type.Null()], { description: 'Masked: +7 ••• •••-12-34' }),
  tierCode: Type.String(),
  registeredOn: Type.String({ description: 'YYYY-MM-DD' }),
});

export const MemberListQueryShape = Type.Object(
  {
    query: Type.Optional(
      Type.String({ maxLength: 64, description: 'A whole phone, card number or golden id' }),
    ),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);

export const MemberListShape = Type.Object({
  members: Type.Array(MemberRowShape),
  nextCursor: nullableString,
});

export const MemberParamsShape = Type.Object(
  { memberId: Type.String({ pattern: '^mbr_[0-9a-z]{1,16}$' }) },
  closed,
);

export const AccountShape = Type.Object({
  currencyCode: Type.String(),
  currencyTitle: TextShape,
  divisibility: Type.Integer({ description: 'Decimal places of one whole point' }),
  spendablePoints: PointsShape({ description: 'Can be spent now' }),
  pendingPoints: PointsShape({ description: 'Accrued, not yet active' }),
  balancePoints: Type.Integer({ description: 'Balance less debt; negative when points are owed' }),
  debtPoints: PointsShape({ description: 'Owed: the next accrual pays it first' }),
  seq: Type.Integer({ minimum: 0, description: 'Number of the last entry' }),
});

export const LotShape = Type.Object({
  lotId: Type.String(),
  currencyCode: Type.String(),
  amountPoints: PointsShape({ description: 'As accrued' }),
  remainingPoints: PointsShape({ description: 'Not yet spent or burnt' }),
  activeFrom: InstantShape({ description: 'From when it can be spent' }),
  expiresAt: Type.Union([InstantShape({ description: 'When it burns' }), Type.Null()]),
  state: Type.Union([Type.Literal('active'), Type.Literal('pending'), Type.Literal('expired')], {
    description: 'At the moment of the answer',
  }),
  receiptId: UuidShape({ description: 'Receipt that earned it' }),
  bucket: Type.Integer({ description: 'Bucket of that receipt' }),
  promotionCode: Type.String(),
});

export const MemberDetailShape = Type.Object({
  memberId: Type.String({ description: 'Golden id, mbr_…' }),
  name: nullableString,
  phone: nullableString,
  birthYear: Type.Union([Type.Integer(), Type.Null()], { description: 'The day stays hidden' }),
  tierCode: Type.String(),
  tags: Type.Array(Type.String()),
  registeredOn: Type.String(),
  registeredAt: InstantShape({ description: 'When the member registered' }),
  cards: Type.Array(
    Type.Object({
      number: Type.String({ description: 'Masked: •••• 1234' }),
      issuedAt: InstantShape({ description: 'When it was issued' }),
    }),
  ),
  accounts: Type.Array(AccountShape),
  lots: Type.Array(LotShape, { description: 'First to burn first; at most 500' }),
});

export const EntryShape = Type.Object({
  seq: Type.Integer({ minimum: 1 }),
  currencyCode: Type.String(),
  kind: Type.Union([
    Type.Literal('accrual'),
    Type.Literal('redemption'),
    Type.Literal('accrual-reversal'),
    Type.Literal('redemption-reversal'),
  ]),
  amountPoints: Type.Integer({ description: 'Positive: to the member; negative: from the member' }),
  balancePoints: Type.Integer({ description: 'After this entry, balance less debt' }),
  postedAt: InstantShape({ description: "Server's time" }),
  occurredAt: InstantShape({ description: "Till's time" }),
  receiptId: UuidShape({ description: 'The receipt' }),
  bucket: Type.Integer({ description: 'Bucket of the receipt' }),
  partnerCode: Type.String(),
});

export const EntryListQueryShape = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);

export const EntryListShape = Type.Object({
  entries: Type.Array(EntryShape, { description: 'Newest first' }),
  nextCursor: nullableString,
});

export type MemberRow = Static<typeof MemberRowShape>;
export type MemberList = Static<typeof MemberListShape>;
export type MemberListQuery = Static<typeof MemberListQueryShape>;
export type MemberDetail = Static<typeof MemberDetailShape>;
export type Account = Static<typeof AccountShape>;
export type Lot = Static<typeof LotShape>;
export type Entry = Static<typeof EntryShape>;
export type EntryList = Static<typeof EntryListShape>;
export type EntryListQuery = Static<typeof EntryListQueryShape>;
