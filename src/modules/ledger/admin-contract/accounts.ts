import { type Static, Type } from 'typebox';
import { InstantShape, PointsShape, TextShape, UuidShape } from '#shared/schema.ts';
import {
  CLOSED,
  CurrencyCodeShape,
  CurrencyShape,
  dayShape,
  MemberIdShape,
  nullableInstant,
  nullableString,
  pageFields,
  receiptFields,
  signedPoints,
} from './parts.ts';

/** Every kind of movement, in the order in which screens offer them. */
export const ENTRY_KINDS = [
  'accrual',
  'accrual-reversal',
  'redemption',
  'redemption-reversal',
  'credit',
  'debit',
  'purchase',
  'hold',
  'release',
  'activation',
  'extension',
  'suspension',
  'expiry',
  'reactivation',
  'repayment',
  'fee',
  'transfer-out',
  'transfer-in',
  'transfer-back',
  'exchange-out',
  'exchange-in',
  'merge-out',
  'merge-in',
] as const;
const EntryKindShape = Type.Enum(ENTRY_KINDS);

/** What a lot is at the moment of the answer; held points are told besides. */
export const LOT_STATES = ['active', 'pending', 'awaiting', 'expired', 'spent'] as const;
/** Which lots to list: those with points, all or of one kind, or the exhausted ones. */
export const LOT_FILTERS = ['open', 'active', 'pending', 'awaiting', 'held', 'closed'] as const;

export const MemberAccountParamsShape = Type.Object({ memberId: MemberIdShape }, CLOSED);

export const AccountListQueryShape = Type.Object(
  {
    zone: Type.Optional(Type.String({ maxLength: 64, description: 'IANA zone of days and weeks' })),
  },
  CLOSED,
);

export const AccountShape = Type.Object({
  currency: CurrencyShape,
  spendablePoints: PointsShape({ description: 'Can be spent now' }),
  heldPoints: PointsShape({ description: 'Reserved by open holds' }),
  pendingPoints: PointsShape({ description: 'Not active yet' }),
  overduePoints: PointsShape({ description: 'Burnt and not written off yet' }),
  debtPoints: PointsShape({ description: 'Owed: the next accrual pays it first' }),
  balancePoints: signedPoints('Balance less debt; negative when points are owed'),
  pending: Type.Array(
    Type.Object({
      on: Type.Union([dayShape('They wake on'), Type.Null()], {
        description: 'null: once confirmed',
      }),
      awaits: Type.Union([Type.String(), Type.Null()], { description: 'Confirmation' }),
      points: PointsShape({ description: 'So many' }),
    }),
    { description: 'By day, the earliest first' },
  ),
  holds: Type.Array(
    Type.Object({
      holdId: UuidShape({ description: 'Hold' }),
      points: PointsShape({ description: 'Reserved' }),
      openedAt: InstantShape({ description: 'When it was opened' }),
      lapsesAt: InstantShape({ description: 'When it is set free by itself' }),
      partnerCode: Type.String(),
      ...receiptFields,
    }),
  ),
  expiring: Type.Object({
    weeks: Type.Array(
      Type.Object({
        monday: dayShape('Week of'),
        points: PointsShape({ description: 'Burn in it' }),
      }),
      { description: 'This week and the seven after it' },
    ),
    laterPoints: PointsShape({ description: 'Burn after these weeks' }),
    neverPoints: PointsShape({ description: 'Do not burn' }),
  }),
  isExpirySuspended: Type.Boolean({ description: 'true: dates stand, nothing burns' }),
  seq: Type.Integer({ minimum: 0, description: 'Number of the last entry' }),
});

export const AccountListShape = Type.Object({ accounts: Type.Array(AccountShape) });

export const LotShape = Type.Object({
  lotId: Type.String(),
  currencyCode: Type.String(),
  state: Type.Enum(LOT_STATES),
  amountPoints: PointsShape({ description: 'As they came in' }),
  remainingPoints: PointsShape({ description: 'Still on the account' }),
  heldPoints: PointsShape({ description: 'Part of it that holds reserve' }),
  burntPoints: PointsShape({ description: 'Written off because their time was over' }),
  earnedAt: InstantShape({ description: 'Business time of what they came for' }),
  activeFrom: InstantShape({ description: 'From when they can be spent' }),
  awaits: Type.Union([Type.String(), Type.Null()], { description: 'Confirmation they wait for' }),
  expiresAt: nullableInstant('When they burn; null: never'),
  isSliding: Type.Boolean({ description: 'true: activity moves the end' }),
  ...receiptFields,
  promotionCode: Type.String(),
  partnerCode: Type.String(),
  funderCode: Type.String({ description: 'Who bears the cost; empty: the partner' }),
});

export const LotListQueryShape = Type.Object(
  {
    currencyCode: Type.Optional(CurrencyCodeShape),
    show: Type.Optional(Type.Enum(LOT_FILTERS)),
    ...pageFields,
  },
  CLOSED,
);

export const LotListShape = Type.Object({
  lots: Type.Array(LotShape, { description: 'First to burn first; exhausted ones: newest first' }),
  nextCursor: nullableString,
});

export const LotParamsShape = Type.Object(
  { memberId: MemberIdShape, lotId: UuidShape({ description: 'Lot' }) },
  CLOSED,
);

export const MovementShape = Type.Object({
  seq: Type.Integer({ minimum: 1, description: "Number among the account's entries" }),
  kind: EntryKindShape,
  postedAt: InstantShape({ description: "Server's time" }),
  occurredAt: InstantShape({ description: "Till's time" }),
  points: signedPoints('Into the lot (+) or out of it (−)'),
  heldPoints: signedPoints('Newly reserved in the lot (+) or set free (−)'),
  remainingPoints: PointsShape({ description: 'In the lot after it' }),
  repaidPoints: PointsShape({ description: 'Came in, but paid off debt at once' }),
  ...receiptFields,
  partnerCode: Type.String(),
  counterpartId: Type.Union([Type.String(), Type.Null()], { description: 'The other member' }),
  reason: Type.Union([TextShape, Type.Null()], { description: 'Of a change by hand' }),
  dates: Type.Union([
    Type.Null(),
    Type.Object(
      {
        activeFrom: InstantShape({ description: 'From when they can be spent' }),
        awaits: nullableString,
        expiresAt: nullableInstant('When they burn; null: never'),
      },
      { description: 'That it gave to the lot' },
    ),
  ]),
  memo: nullableString,
  operationId: Type.String(),
});

export const LotTimelineShape = Type.Object({
  lot: LotShape,
  currency: CurrencyShape,
  movements: Type.Array(MovementShape, { description: 'All that touched it, the oldest first' }),
});

export const EntryShape = Type.Object({
  seq: Type.Integer({ minimum: 1, description: "Number among the account's entries" }),
  currencyCode: Type.String(),
  kind: EntryKindShape,
  amountPoints: signedPoints('Change of balance less debt; 0: points changed their state only'),
  heldPoints: signedPoints('Change of what holds reserve'),
  balancePoints: signedPoints('After this entry, balance less debt'),
  debtPoints: PointsShape({ description: 'Owed after this entry' }),
  postedAt: InstantShape({ description: "Server's time" }),
  occurredAt: InstantShape({ description: "Till's time" }),
  ...receiptFields,
  partnerCode: Type.String(),
  counterpartId: Type.Union([Type.String(), Type.Null()], { description: 'The other member' }),
  reason: Type.Union([TextShape, Type.Null()], { description: 'Of a change by hand' }),
  memo: nullableString,
  operationId: Type.String(),
  lots: Type.Array(
    Type.Object({
      lotId: Type.String(),
      points: signedPoints('Into the lot (+) or out of it (−)'),
      promotionCode: Type.String(),
    }),
    { description: 'Lots that it touched' },
  ),
});

export const EntryListQueryShape = Type.Object(
  {
    currencyCode: Type.Optional(CurrencyCodeShape),
    kind: Type.Optional(EntryKindShape),
    ...pageFields,
  },
  CLOSED,
);

export const EntryListShape = Type.Object({
  entries: Type.Array(EntryShape, { description: 'Newest first' }),
  nextCursor: nullableString,
});

export type Account = Static<typeof AccountShape>;
export type AccountList = Static<typeof AccountListShape>;
export type EntryKind = Static<typeof EntryKindShape>;
export type Entry = Static<typeof EntryShape>;
export type EntryList = Static<typeof EntryListShape>;
export type EntryListQuery = Static<typeof EntryListQueryShape>;
export type Lot = Static<typeof LotShape>;
export type LotFilter = (typeof LOT_FILTERS)[number];
export type LotList = Static<typeof LotListShape>;
export type LotListQuery = Static<typeof LotListQueryShape>;
export type LotTimeline = Static<typeof LotTimelineShape>;
export type Movement = Static<typeof MovementShape>;
