import { randomBytes } from 'node:crypto';
import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';
import {
  CalculateAnswerShape,
  ConfirmAnswerShape,
  ReversalAnswerShape,
} from '#modules/receipts/contract.ts';
import { uuidv7 } from '#shared/ids.ts';
import { ErrorShape } from '#shared/schema.ts';
import { atLocal, formatInstant, type Instant, parseLocalDate } from '#shared/time.ts';
import { type Place, ScenarioError } from './scenario-error.ts';
import {
  memberOf,
  type Outcome,
  ruleOf,
  type Sold,
  type Stage,
  type StagedShop,
  shopOf,
  soldOf,
} from './stage.ts';
import type { CancelStep, Item, PurchaseStep, ReturnStep, WallTime, Who } from './steps.ts';
import type { WorldRequest } from './world.ts';

const CALCULATE = '/pos/v1/receipts/calculate';
const CONFIRM = '/pos/v1/receipts/confirm';
const RETURN = '/pos/v1/receipts/return';
const CANCEL = '/pos/v1/receipts/cancel';

/** `receipt` and `calculate`. */
export async function purchase(stage: Stage, step: PurchaseStep, place: Place): Promise<void> {
  const shop = shopOf(stage, step.shop, place);
  if (step.at !== null) {
    stage.world.clock.set(formatInstant(momentOf(step.at, shop.zone, place)));
  }
  const basket = basketOf(stage, step, place);
  const isCalculation = step.kind === 'calculate';
  const body = isCalculation ? basket : { ...basket, receiptNumber: receiptNumber(stage) };
  const path = isCalculation ? CALCULATE : CONFIRM;
  await send(stage, { terminalCode: shop.terminalCode, path, opId: newOpId(stage), body }, place);
  remember(stage, step, shop);
}

/** `confirm`: the last calculation, with its own basket unless another one is given. */
export async function confirm(
  stage: Stage,
  items: readonly Item[] | null,
  place: Place,
): Promise<void> {
  const { calculation } = stage;
  if (calculation === null) throw new ScenarioError(place, 'expected a calculate before a confirm');
  const { request, answer } = calculation;
  const { ruleSetVersion, digest } = answer;
  const body = {
    ...withItems(stage, request.body, items),
    receiptNumber: receiptNumber(stage),
    calculation: { ruleSetVersion, digest },
  };
  await send(stage, { ...request, path: CONFIRM, opId: answer.receiptId, body }, place);
}

/** `again`: the last request byte for byte under its own id, or with another basket. */
export async function again(
  stage: Stage,
  items: readonly Item[] | null,
  place: Place,
): Promise<void> {
  const { request } = stage;
  if (request === null) throw new ScenarioError(place, 'expected a request before again');
  await send(stage, { ...request, body: withItems(stage, request.body, items) }, place);
}

/** `return`: what is named, or everything that is still with the buyer. */
export async function giveBack(stage: Stage, step: ReturnStep, place: Place): Promise<void> {
  const sold = soldOf(stage, step.of, place);
  const lines =
    step.items.length === 0
      ? [...sold.remaining].map(([lineNo, quantityMilli]) => ({ lineNo, quantityMilli }))
      : step.items.map(({ name, quantityMilli }) => ({
          lineNo: sold.lineNoByName.get(name) ?? UNKNOWN_LINE,
          quantityMilli,
        }));
  const body = { ...referenceTo(stage, sold), returnNumber: receiptNumber(stage), lines };
  const { terminalCode } = step.shop === null ? sold.shop : shopOf(stage, step.shop, place);
  await send(stage, { terminalCode, path: RETURN, opId: newOpId(stage), body }, place);
  if (stage.outcome?.kind !== 'reversal') return;
  for (const line of stage.outcome.body.lines) {
    if (line.remainingMilli === 0) sold.remaining.delete(line.lineNo);
    else sold.remaining.set(line.lineNo, line.remainingMilli);
  }
}

/** `cancel`. */
export async function cancel(stage: Stage, step: CancelStep, place: Place): Promise<void> {
  const sold = soldOf(stage, step.of, place);
  const { terminalCode } = step.shop === null ? sold.shop : shopOf(stage, step.shop, place);
  const body = referenceTo(stage, sold);
  await send(stage, { terminalCode, path: CANCEL, opId: newOpId(stage), body }, place);
}

const UNKNOWN_LINE = 9999;

async function send(stage: Stage, request: WorldRequest, place: Place): Promise<void> {
  const { status, body, isReplay } = await stage.world.send(request);
  stage.request = request;
  stage.outcome = outcomeOf(request.path, { status, body, isReplay }, place);
  stage.unclaimed = stage.outcome.kind === 'refusal' ? place : null;
  if (status === 200 && request.path === CALCULATE) {
    stage.calculation = { request, answer: shaped(CalculateAnswerShape, body, place) };
  }
}

function outcomeOf(
  path: string,
  { status, body, isReplay }: { status: number; body: unknown; isReplay: boolean },
  place: Place,
): Outcome {
  if (status !== 200) {
    const { code, text } = shaped(ErrorShape, body, place).error;
    return { kind: 'refusal', code, text: text.en };
  }
  if (path === CALCULATE) {
    return { kind: 'purchase', body: shaped(CalculateAnswerShape, body, place), isReplay };
  }
  if (path === CONFIRM) {
    return { kind: 'purchase', body: shaped(ConfirmAnswerShape, body, place), isReplay };
  }
  return { kind: 'reversal', body: shaped(ReversalAnswerShape, body, place), isReplay };
}

function shaped<Shape extends TSchema>(shape: Shape, body: unknown, place: Place) {
  if (Check(shape, body)) return body;
  throw new ScenarioError(place, `the answer is not of the shape: ${JSON.stringify(body)}`);
}

function remember(stage: Stage, step: PurchaseStep, shop: StagedShop): void {
  if (stage.outcome?.kind !== 'purchase') return;
  const { receiptId, bucket } = stage.outcome.body;
  const sold: Sold = {
    receiptId,
    bucket,
    shop,
    lineNoByName: new Map(step.items.map((item, place) => [item.name, place + 1])),
    remaining: new Map(step.items.map((item, place) => [place + 1, item.quantityMilli])),
  };
  stage.sold = sold;
  if (step.label !== null) stage.soldByLabel.set(step.label, sold);
}

function basketOf(stage: Stage, step: PurchaseStep, place: Place) {
  const payments = step.payments.map(({ method, kopecks }) => ({ method, kopecks }));
  return {
    occurredAt: formatInstant(stage.world.clock.now()),
    explain: true,
    lines: linesOf(stage, step.items),
    ...memberField(stage, step.who, place),
    ...(step.channel === null ? {} : { channel: step.channel }),
    ...(step.spend === null ? {} : { spendPoints: step.spend }),
    ...(step.chosen.length === 0 ? {} : { chosenPromotions: codesOf(stage, step.chosen, place) }),
    ...(step.coupons.length === 0 ? {} : { coupons: step.coupons }),
    ...(payments.length === 0 ? {} : { payments }),
  };
}

function codesOf(stage: Stage, titles: readonly string[], place: Place): readonly string[] {
  return titles.map((title) => ruleOf(stage, title, place).code);
}

function memberField(stage: Stage, who: Who, place: Place): object {
  switch (who.kind) {
    case 'anonymous':
      return {};
    case 'member':
      return { member: { card: memberOf(stage, who.name, place).card } };
    case 'card':
      return { member: { card: stage.members.get(who.number)?.card ?? who.number } };
    case 'phone':
      return { member: { phone: stage.members.get(who.number)?.phone ?? who.number } };
  }
}

function linesOf(stage: Stage, items: readonly Item[]) {
  return items.map(({ name, quantityMilli, priceKopecks }, place) => ({
    lineNo: place + 1,
    sku: stage.names.goods(name),
    quantityMilli,
    priceKopecks,
  }));
}

function withItems(stage: Stage, body: unknown, items: readonly Item[] | null): object {
  const known = typeof body === 'object' && body !== null ? body : {};
  return items === null ? known : { ...known, lines: linesOf(stage, items) };
}

function referenceTo(stage: Stage, { receiptId, bucket }: Sold) {
  return { receiptId, bucket, occurredAt: formatInstant(stage.world.clock.now()) };
}

function momentOf(at: WallTime, zone: string, place: Place): Instant {
  const date = parseLocalDate(at.date);
  if (date === undefined) throw new ScenarioError(place, `expected a day, there is no ${at.date}`);
  return atLocal(date, at.minuteOfDay, zone);
}

function receiptNumber(stage: Stage): string {
  stage.receipts += 1;
  return `${stage.prefix}-${stage.receipts}`;
}

function newOpId(stage: Stage): string {
  return uuidv7(stage.world.clock.now(), randomBytes(10));
}
