import type { Terminal } from '#modules/partners/core/index.ts';
import { type PosRoute, posRoute } from '#platform/http/pos-routes.ts';
import {
  CalculateAnswerShape,
  CalculateRequestShape,
  CancelRequestShape,
  ConfirmAnswerShape,
  ConfirmRequestShape,
  ReturnRequestShape,
  ReversalAnswerShape,
} from './contract.ts';
import type { ReceiptDesk } from './receipt-desk.ts';

/** Till routes of the receipts module. */
export function receiptPosRoutes(desk: ReceiptDesk): PosRoute<Terminal>[] {
  return [
    posRoute<Terminal, typeof CalculateRequestShape>({
      path: '/pos/v1/receipts/calculate',
      summary: 'What a basket costs and earns; changes nothing',
      limit: 'receipt',
      isOperation: false,
      request: CalculateRequestShape,
      answer: CalculateAnswerShape,
      story: async (call) => ({ answer: await desk.calculate(call), isReplay: false }),
    }),
    posRoute<Terminal, typeof ConfirmRequestShape>({
      path: '/pos/v1/receipts/confirm',
      summary: 'The purchase is paid: points are spent and earned',
      limit: 'receipt',
      isOperation: true,
      request: ConfirmRequestShape,
      answer: ConfirmAnswerShape,
      story: (call) => desk.confirm(call),
    }),
    posRoute<Terminal, typeof ReturnRequestShape>({
      path: '/pos/v1/receipts/return',
      summary: 'Goods come back: money, spent and earned points follow',
      limit: 'receipt',
      isOperation: true,
      request: ReturnRequestShape,
      answer: ReversalAnswerShape,
      story: (call) => desk.giveBack(call),
    }),
    posRoute<Terminal, typeof CancelRequestShape>({
      path: '/pos/v1/receipts/cancel',
      summary: 'The purchase is off, confirmed or not',
      limit: 'receipt',
      isOperation: true,
      request: CancelRequestShape,
      answer: ReversalAnswerShape,
      story: (call) => desk.cancel(call),
    }),
  ];
}
