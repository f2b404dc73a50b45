import { Type } from 'typebox';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { Lot } from './lot.ts';

/** What travels: per currency the lots' points and, in a merge, the debt. */
export type Cargo = readonly {
  readonly currencyCode: string;
  readonly debt: number;
  readonly lots: readonly CargoLot[];
}[];

/** Points of a lot on their way, with everything that the lot on the other side must keep. */
export type CargoLot = Pick<
  Lot,
  | 'earnedAt'
  | 'activeFrom'
  | 'awaits'
  | 'expiresAt'
  | 'lifetime'
  | 'receiptId'
  | 'promotionCode'
  | 'partnerCode'
  | 'funderCode'
> & {
  /** The lot that they came out of. */
  readonly fromLotId: string;
  readonly points: number;
};

/** Points on their way from one member's accounts to another's. */
export type Transit = {
  readonly id: string;
  readonly memberId: MemberId;
  readonly toMemberId: MemberId;
  readonly kind: 'transfer' | 'gift' | 'merge' | 'unmerge';
  readonly state: 'sent' | 'received' | 'returned';
  readonly cargo: Cargo;
  readonly sentAt: Instant;
  /** null: still under way. */
  readonly settledAt: Instant | null;
};

const CLOSED = { additionalProperties: false } as const;
const Moment = Type.Integer({ 'x-unit': 'epoch-milliseconds' });
const OrNull = <Shape extends typeof Moment | ReturnType<typeof Type.String>>(shape: Shape) =>
  Type.Union([shape, Type.Null()]);

const CargoLotShape = Type.Object(
  {
    fromLotId: Type.String(),
    points: Type.Integer({ minimum: 1 }),
    earnedAt: Moment,
    activeFrom: Moment,
    awaits: OrNull(Type.String()),
    expiresAt: OrNull(Moment),
    lifetime: OrNull(Type.String()),
    receiptId: OrNull(Type.String()),
    promotionCode: Type.String(),
    partnerCode: Type.String(),
    funderCode: Type.String(),
  },
  CLOSED,
);

/** A transit as the sending leg's answer carries it to the receiving one. */
export const TransitShape = Type.Unsafe<Transit>(
  Type.Object(
    {
      id: Type.String(),
      memberId: Type.Integer({ minimum: 1 }),
      toMemberId: Type.Integer({ minimum: 1 }),
      kind: Type.Enum(['transfer', 'gift', 'merge', 'unmerge']),
      state: Type.Enum(['sent', 'received', 'returned']),
      cargo: Type.Array(
        Type.Object(
          {
            currencyCode: Type.String(),
            debt: Type.Integer({ minimum: 0 }),
            lots: Type.Array(CargoLotShape),
          },
          CLOSED,
        ),
      ),
      sentAt: Moment,
      settledAt: OrNull(Moment),
    },
    CLOSED,
  ),
);
