import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;

const PhoneShape = Type.String({
  pattern: '^[+0-9() -]{5,24}$',
  description: 'Phone; E.164 or as dialled in Russia',
});
const CardShape = Type.String({
  pattern: '^[0-9]{8,19}$',
  description: 'Card number with check digit',
});

export const RegisterRequestShape = Type.Object(
  {
    phone: PhoneShape,
    card: Type.Optional(CardShape),
    firstName: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    lastName: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    birthDate: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' }),
    ),
  },
  closed,
);

export const RegisterAnswerShape = Type.Object({
  memberId: Type.String({ description: 'Golden id, mbr_…' }),
  card: Type.String({ description: 'Card number; a virtual one is issued when none was given' }),
  tierCode: Type.String(),
});

export const BalanceRequestShape = Type.Object(
  { card: Type.Optional(CardShape), phone: Type.Optional(PhoneShape) },
  closed,
);

export const BalanceAnswerShape = Type.Object({
  memberId: Type.String(),
  firstName: Type.Union([Type.String(), Type.Null()]),
  tierCode: Type.String(),
  balances: Type.Array(
    Type.Object({
      currencyCode: Type.String(),
      spendablePoints: Type.Integer({ minimum: 0, description: 'Can be spent now' }),
      balancePoints: Type.Integer({ description: 'Balance less debt' }),
      seq: Type.Integer({ minimum: 0, description: 'Number of the last entry of the account' }),
    }),
  ),
});

export type RegisterRequest = Static<typeof RegisterRequestShape>;
export type RegisterAnswer = Static<typeof RegisterAnswerShape>;
export type BalanceRequest = Static<typeof BalanceRequestShape>;
export type BalanceAnswer = Static<typeof BalanceAnswerShape>;
