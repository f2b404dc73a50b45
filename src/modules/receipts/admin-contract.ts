import { type Static, Type } from 'typebox';
import {
  CodeShape,
  InstantShape,
  KopecksShape,
  PointsShape,
  TextShape,
  UuidShape,
} from '#shared/schema.ts';
import { AccrualShape, AnswerLineShape, VerdictShape } from './contract.ts';

const closed = { additionalProperties: false } as const;
const nullableString = Type.Union([Type.String(), Type.Null()]);

/** What has become of a receipt: `returned` means at least one line came back, in part or whole. */
export const ReceiptStateShape = Type.Union([
  Type.Literal('sale'),
  Type.Literal('returned'),
  Type.Literal('cancelled'),
  Type.Literal('void'),
]);

const header = {
  receiptId: UuidShape({ description: 'The receipt' }),
  bucket: Type.Integer({ minimum: 0, maximum: 16_383 }),
  kind: ReceiptStateShape,
  versionCount: Type.Integer({ minimum: 1, description: 'The confirm and what came after it' }),
  recordedAt: InstantShape({ description: "Server's time" }),
  occurredAt: InstantShape({ description: "Till's time" }),
  localTime: Type.String({ description: "Till's time on the store's wall, YYYY-MM-DDTHH:MM" }),
  zone: Type.String({ description: 'IANA zone of the store' }),
  storeCode: Type.String(),
  storeTitle: TextShape,
  partnerCode: Type.String(),
  member: Type.Union([
    Type.Null(),
    Type.Object({
      memberId: Type.String({ description: 'Golden id, mbr_…' }),
      name: Type.Union([Type.String(), Type.Null()], { description: 'Masked' }),
    }),
  ]),
  grossKopecks: KopecksShape({ description: 'Before discounts' }),
  discountKopecks: KopecksShape({ description: 'All discounts' }),
  redeemedKopecks: KopecksShape({ description: 'The part paid by points' }),
  payableKopecks: KopecksShape({ description: 'Money paid' }),
  redeemedPoints: PointsShape({ description: 'Points that paid' }),
  accruedPoints: PointsShape({ description: 'Points earned, all currencies' }),
};

export const ReceiptRowShape = Type.Object(header);

export const ReceiptListQueryShape = Type.Object(
  {
    storeCode: Type.Optional(CodeShape({ description: 'Only this store' })),
    memberId: Type.Optional(Type.String({ pattern: '^mbr_[0-9a-z]{1,16}$' })),
    from: Type.Optional(InstantShape({ description: 'Recorded at this moment or later' })),
    to: Type.Optional(InstantShape({ description: 'Recorded before this moment' })),
    kind: Type.Optional(ReceiptStateShape),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);

export const ReceiptListShape = Type.Object({
  receipts: Type.Array(ReceiptRowShape, { description: 'Newest first' }),
  nextCursor: nullableString,
});

/** Data of the event `receipt` in `GET /receipts/feed`. */
export const ReceiptFeedEventShape = Type.Object({
  ...header,
  event: Type.Union([
    Type.Literal('confirmed'),
    Type.Literal('returned'),
    Type.Literal('cancelled'),
  ]),
});

export const ReceiptParamsShape = Type.Object(
  {
    bucket: Type.Integer({ minimum: 0, maximum: 16_383 }),
    receiptId: UuidShape({ description: 'The receipt' }),
  },
  closed,
);

export const ReceiptVersionShape = Type.Object({
  versionNo: Type.Integer({ minimum: 0, description: '0 for calculations, the confirm is 1' }),
  kind: Type.Union([
    Type.Literal('calculation'),
    Type.Literal('confirm'),
    Type.Literal('void'),
    Type.Literal('return'),
    Type.Literal('cancel'),
  ]),
  operationId: Type.String(),
  recordedAt: InstantShape({ description: "Server's time" }),
  occurredAt: InstantShape({ description: "Till's time" }),
  localTime: Type.String({ description: "Till's time on the store's wall" }),
  terminalCode: Type.String(),
  ruleSetVersion: Type.Integer(),
  moneyKopecks: Type.Integer({ description: 'Positive: paid; negative: given back' }),
  redeemedPoints: Type.Integer({ description: 'Positive: spent; negative: given back' }),
  accruedPoints: Type.Integer({ description: 'Positive: earned; negative: taken back' }),
  reason: nullableString,
  lines: Type.Array(
    Type.Object({
      lineNo: Type.Integer(),
      quantityMilli: Type.Integer({ description: 'Bought, or come back in a return' }),
      moneyKopecks: Type.Integer(),
    }),
  ),
});

export const ReceiptDetailShape = Type.Object({
  ...header,
  receiptNumber: Type.String(),
  terminalCode: Type.String(),
  channel: Type.String(),
  partnerTitle: TextShape,
  ruleSetVersion: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      ...AnswerLineShape.properties,
      sku: Type.String(),
      title: TextShape,
      groupCode: nullableString,
      quantityMilli: Type.Integer(),
      returnedMilli: Type.Integer({ minimum: 0, description: 'Came back so far' }),
      priceKopecks: KopecksShape({ description: 'Price of one whole unit' }),
    }),
  ),
  discounts: Type.Array(
    Type.Object({
      promotionCode: Type.String(),
      title: TextShape,
      kopecks: KopecksShape({ description: 'Discount of the whole receipt by this promotion' }),
    }),
  ),
  accruals: Type.Array(Type.Object({ ...AccrualShape.properties, title: TextShape })),
  payments: Type.Array(
    Type.Object({ method: Type.String(), kopecks: KopecksShape({ description: 'Paid so' }) }),
  ),
  coupons: Type.Array(Type.String()),
  messages: Type.Array(
    Type.Object({ promotionCode: Type.String(), channel: Type.String(), text: TextShape }),
  ),
  versions: Type.Array(ReceiptVersionShape, { description: 'In order of recording' }),
  verdicts: Type.Array(VerdictShape, {
    description: 'Every promotion of that rule set, by replaying the decision',
  }),
  replay: Type.Union(
    [Type.Literal('same'), Type.Literal('different'), Type.Literal('unavailable')],
    { description: 'Whether the replay came to the totals that were answered at the till' },
  ),
});

export const TillParamsShape = Type.Object(
  {
    action: Type.Union([
      Type.Literal('calculate'),
      Type.Literal('confirm'),
      Type.Literal('cancel'),
      Type.Literal('return'),
      Type.Literal('balance'),
      Type.Literal('register'),
    ]),
  },
  closed,
);

/** The till emulator: `body` is what the real POS route gets, signed as `terminalCode`. */
export const TillRequestShape = Type.Object(
  {
    terminalCode: CodeShape({ description: 'Terminal to play' }),
    opId: Type.Optional(UuidShape({ description: 'X-Op-Id; minted when absent' })),
    memberId: Type.Optional(
      Type.String({
        pattern: '^mbr_[0-9a-z]{1,16}$',
        description: "Puts this member's card into the body, so that no screen shows the number",
      }),
    ),
    body: Type.Record(Type.String(), Type.Unknown(), { description: 'Body of the POS request' }),
  },
  closed,
);

export const TillAnswerShape = Type.Object({
  opId: Type.String({ description: 'X-Op-Id that was sent' }),
  status: Type.Integer({ description: 'HTTP status of the POS route' }),
  headers: Type.Object({ replayed: Type.Boolean() }),
  body: Type.Unknown({ description: 'As the POS route answered' }),
});

export type ReceiptRow = Static<typeof ReceiptRowShape>;
export type ReceiptState = Static<typeof ReceiptStateShape>;
export type ReceiptList = Static<typeof ReceiptListShape>;
export type ReceiptListQuery = Static<typeof ReceiptListQueryShape>;
export type ReceiptFeedEvent = Static<typeof ReceiptFeedEventShape>;
export type ReceiptVersion = Static<typeof ReceiptVersionShape>;
export type ReceiptDetail = Static<typeof ReceiptDetailShape>;
export type ReceiptParams = Static<typeof ReceiptParamsShape>;
export type TillAction = Static<typeof TillParamsShape>['action'];
export type TillRequest = Static<typeof TillRequestShape>;
export type TillAnswer = Static<typeof TillAnswerShape>;
