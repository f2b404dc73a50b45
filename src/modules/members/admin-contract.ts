import { type Static, Type } from 'typebox';
import { InstantShape } from '#shared/schema.ts';

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
});

export type MemberRow = Static<typeof MemberRowShape>;
export type MemberList = Static<typeof MemberListShape>;
export type MemberListQuery = Static<typeof MemberListQueryShape>;
export type MemberDetail = Static<typeof MemberDetailShape>;
