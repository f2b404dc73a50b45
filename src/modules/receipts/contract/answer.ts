import { type Static, Type } from 'typebox';
import { InstantShape, KopecksShape, PointsShape, TextShape, UuidShape } from '#shared/schema.ts';
import { HintsShape } from './hint.ts';
import { BalanceShape } from './parts.ts';
import { VerdictShape } from './verdict.ts';

export const AccrualShape = Type.Object({
  promotionCode: Type.String(),
  currencyCode: Type.String(),
  points: PointsShape({ description: 'Points accrued' }),
  activeFrom: InstantShape({ description: 'From when they can be spent' }),
  expiresAt: Type.Union([InstantShape({ description: 'When they burn' }), Type.Null()]),
});

/** Points that a promotion takes from the balance; they pay for nothing. */
export const DebitShape = Type.Object({
  promotionCode: Type.String(),
  currencyCode: Type.String(),
  points: PointsShape({ description: 'Points taken, no more than there are' }),
});

/** A promotion that could be chosen: of a group, one applies. */
export const ChoiceShape = Type.Object({
  promotionCode: Type.String({ description: 'For `chosenPromotions`' }),
  title: TextShape,
  group: Type.String({ description: 'Choices of one group exclude each other' }),
  worthKopecks: KopecksShape({ description: 'What it would be worth to the buyer' }),
});

export const AnswerLineShape = Type.Object({
  lineNo: Type.Integer({ description: 'Line of the receipt' }),
  grossKopecks: KopecksShape({ description: 'Quantity × price' }),
  discountKopecks: KopecksShape({ description: 'Discounts of the line' }),
  redeemedPoints: PointsShape({ description: 'Points that pay for the line' }),
  redeemedKopecks: KopecksShape({ description: 'The part paid by points' }),
  payableKopecks: KopecksShape({ description: 'Money to pay: gross − discount − redeemed' }),
  discounts: Type.Array(
    Type.Object({
      promotionCode: Type.String(),
      kopecks: KopecksShape({ description: 'Discount' }),
    }),
  ),
  accruals: Type.Array(
    Type.Object({
      promotionCode: Type.String(),
      currencyCode: Type.String(),
      points: PointsShape({ description: 'Points that this line earned' }),
    }),
  ),
});

const outcome = {
  receiptId: UuidShape({ description: 'Id of the purchase; the X-Op-Id of its confirm' }),
  bucket: Type.Integer({
    minimum: 0,
    maximum: 16_383,
    description: 'Send it back with returns and cancels',
  }),
  ruleSetVersion: Type.Integer({
    minimum: 1,
    description: 'Version of the promotions that decided',
  }),
  member: Type.Union([
    Type.Null(),
    Type.Object({
      memberId: Type.String({ description: 'Golden id, mbr_…' }),
      tierCode: Type.String(),
    }),
  ]),
  grossKopecks: KopecksShape({ description: 'Before discounts' }),
  discountKopecks: KopecksShape({ description: 'All discounts' }),
  redeemedPoints: PointsShape({ description: 'Points that pay' }),
  redeemedKopecks: KopecksShape({ description: 'The part paid by points' }),
  payableKopecks: KopecksShape({ description: 'Money to pay' }),
  lines: Type.Array(AnswerLineShape),
  accruals: Type.Array(AccrualShape),
  debits: Type.Array(DebitShape),
  balances: Type.Array(BalanceShape),
  messages: Type.Array(
    Type.Object({ promotionCode: Type.String(), channel: Type.String(), text: TextShape }),
  ),
  choices: Type.Array(ChoiceShape, {
    description:
      'Of each group in which one is chosen, all that could be; none chosen: the best applies',
  }),
  trace: Type.Optional(Type.Array(VerdictShape)),
};

export const CalculateAnswerShape = Type.Object({
  ...outcome,
  redeemablePointsMax: PointsShape({ description: 'Most points that could pay for this basket' }),
  hints: Type.Optional(HintsShape),
  digest: Type.String({ description: 'Proof of this calculation, for the confirm' }),
  calculatedAt: InstantShape({ description: "Server's time" }),
  expiresAt: InstantShape({ description: 'Until when the confirm may come' }),
});

export const ConfirmAnswerShape = Type.Object({
  ...outcome,
  receiptNumber: Type.String(),
  confirmedAt: InstantShape({ description: "Server's time" }),
});

export type CalculateAnswer = Static<typeof CalculateAnswerShape>;
export type Debit = Static<typeof DebitShape>;
export type Choice = Static<typeof ChoiceShape>;
export type ConfirmAnswer = Static<typeof ConfirmAnswerShape>;
