export { requestHash } from './calculation.ts';
export { RECEIPTS_PARTITIONED } from './partitioned.ts';
export { type ReceiptFeed, receiptFeed } from './read-feed.ts';
export { type DeskDeps, openReceiptDesk, type ReceiptDesk } from './receipt-desk.ts';
export { receiptNewsOf } from './receipt-news.ts';
export { rememberCalculations } from './remember-calculations.ts';
export { receiptPosRoutes } from './routes.ts';
