import { Type } from 'typebox';
import { LifetimeShape } from '#shared/lifetime.ts';
import { CodeShape, UuidShape } from '#shared/schema.ts';

/** For `Type.Object` of an operation's parameters: nothing besides what is named. */
export const CLOSED = { additionalProperties: false } as const;

/** Most points that one operation moves. */
export const POINTS_MAX = 1_000_000_000_000;

/** Most points that an account holds or owes, far inside the safe integers. */
export const ACCOUNT_POINTS_MAX = 1_000_000_000_000_000;

export const CURRENCY = Type.String({
  pattern: '^[a-z0-9-]{1,32}$',
  description: 'Code of the currency',
});

export const POINTS = Type.Integer({
  minimum: 1,
  maximum: POINTS_MAX,
  'x-unit': 'points',
  description: 'Points in the smallest unit of the currency',
});

export const PROMOTION = CodeShape({ description: 'What the points are given for' });

export const REASON = CodeShape({ description: 'Why, by a code of the programme' });

export const FUNDER = CodeShape({ description: 'Who bears the cost; absent = the partner' });

export const LIFETIME = LifetimeShape;

export const HOLD = UuidShape({ description: 'Id of the operation that opened the hold' });

export const EARLIER_OPERATION = UuidShape({ description: 'Id of the earlier operation' });

export const TRANSIT = UuidShape({ description: 'Id of the operation that sent the points' });

export const RECEIPT = UuidShape({ description: 'Id of the receipt' });

export const MEMBER = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Golden id of the other member',
});
