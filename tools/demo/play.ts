import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { RegisterAnswerShape } from '#modules/members/contract.ts';
import {
  CalculateAnswerShape,
  ConfirmAnswerShape,
  ReversalAnswerShape,
} from '#modules/receipts/contract.ts';
import { ErrorShape } from '#shared/schema.ts';
import { formatInstant } from '#shared/time.ts';
import type { Act, Joining, Regret, Visit } from './day.ts';
import { countAnswer, countExpected, countUnexpected, type Tally } from './tally.ts';
import { newOpId, type Till, type TillAnswer, type TillRequest } from './till.ts';

/** A purchase that the server has acknowledged. */
export type Confirmed = { readonly receiptId: string; readonly bucket: number };

export type Play = {
  readonly tally: Tally;
  readonly tillByCode: ReadonlyMap<string, Till>;
  /** Acknowledged purchases by the number of the visit. */
  readonly confirmedByVisit: Map<number, Confirmed>;
  /** Called after each act. */
  readonly onAct: () => void;
};

/**
 * Plays acts through tills: each till works off its own acts in order, all tills at once. Nobody stands
 * at two tills at a time: the acts of one card wait for each other, and nobody buys before joining.
 * @param isStopped asked before each act; true ends the play early
 */
export async function playActs(
  acts: readonly Act[],
  play: Play,
  isStopped: () => boolean = () => false,
): Promise<void> {
  const turns = new Map<string, Promise<void>>();
  const joined = joinings(acts);
  const queues = Map.groupBy(acts, (act) => act.terminalCode);
  const work = async (terminalCode: string, queue: readonly Act[]): Promise<void> => {
    const till = play.tillByCode.get(terminalCode);
    if (till === undefined) throw new Error(`no till ${terminalCode}`);
    for (const act of queue) {
      if (act.kind !== 'joining' && act.card !== null) await joined.get(act.card)?.promise;
      if (isStopped()) return joined.forEach((one) => one.resolve());
      await inTurn(turns, cardOf(act), () => playAct(act, { ...play, till }));
      if (act.kind === 'joining') joined.get(act.member.card)?.resolve();
      play.onAct();
    }
  };
  await Promise.all([...queues].map(([code, queue]) => work(code, queue)));
}

/**
 * Tills run at their own speed, so a newcomer's purchase may come up before the joining has been played
 * elsewhere: it waits. Acts wait only for acts of an earlier time, so tills never wait in a circle.
 */
function joinings(acts: readonly Act[]): Map<string, PromiseWithResolvers<void>> {
  const cards = acts.flatMap((act) => (act.kind === 'joining' ? [act.member.card] : []));
  return new Map(cards.map((card) => [card, Promise.withResolvers<void>()]));
}

async function inTurn(
  turns: Map<string, Promise<void>>,
  card: string | null,
  work: () => Promise<void>,
): Promise<void> {
  if (card === null) return work();
  const before = turns.get(card) ?? Promise.resolve();
  const mine = before.then(work);
  // A failed act ends the play; those who wait for the same card need not fail with it.
  turns.set(
    card,
    mine.catch(() => undefined),
  );
  return mine;
}

function cardOf(act: Act): string | null {
  return act.kind === 'joining' ? act.member.card : act.card;
}

/** A play as seen from one till. */
type Counter = Play & { readonly till: Till };

async function playAct(act: Act, counter: Counter): Promise<void> {
  if (act.kind === 'visit') return playVisit(act, counter);
  if (act.kind === 'joining') return playJoining(act, counter);
  return playRegret(act, counter);
}

async function playVisit(visit: Visit, counter: Counter): Promise<void> {
  counter.tally.visits += 1;
  const basket = basketBody(visit);
  if (visit.strangerCard !== null) await showStrangerCard(visit.strangerCard, basket, counter);
  if (visit.flow === 'one-shot') {
    const body = { ...basket, receiptNumber: receiptNumber(visit) };
    return confirm(visit, counter, { path: CONFIRM, opId: newOpId(), body });
  }
  const first = await ask(counter, CalculateAnswerShape, { path: CALCULATE, body: basket });
  if (first === undefined) return;
  const spendPoints = Math.floor((first.redeemablePointsMax * visit.spendPercent) / 100);
  const body = spendPoints === 0 ? basket : { ...basket, spendPoints };
  const last =
    spendPoints === 0 ? first : await ask(counter, CalculateAnswerShape, { path: CALCULATE, body });
  counter.tally.calculations += spendPoints === 0 ? 1 : 2;
  if (last === undefined || visit.isCalculatedOnly) return;
  const { ruleSetVersion, digest } = last;
  const calculation = { ruleSetVersion, digest };
  return confirm(visit, counter, {
    path: CONFIRM,
    opId: last.receiptId,
    body: { ...body, receiptNumber: receiptNumber(visit), calculation },
  });
}

/** The till tries the card, hears that nobody has it, and sells without. */
async function showStrangerCard(card: string, basket: object, counter: Counter): Promise<void> {
  const body = { ...basket, member: { card } };
  await ask(counter, CalculateAnswerShape, { path: CALCULATE, body, isRefusalForeseen: true });
}

async function confirm(visit: Visit, counter: Counter, request: TillRequest): Promise<void> {
  const answer = await ask(counter, ConfirmAnswerShape, request);
  if (answer === undefined) return;
  const { tally } = counter;
  counter.confirmedByVisit.set(visit.no, { receiptId: answer.receiptId, bucket: answer.bucket });
  tally.receipts += 1;
  tally.memberReceipts += visit.card === null ? 0 : 1;
  tally.grossKopecks += answer.grossKopecks;
  tally.discountKopecks += answer.discountKopecks;
  tally.payableKopecks += answer.payableKopecks;
  tally.spentPoints += answer.redeemedPoints;
  tally.earnedPoints += answer.accruals.reduce((sum, accrual) => sum + accrual.points, 0);
  if (visit.isSentTwice) await sendAgain(counter, request, JSON.stringify(answer));
}

async function playRegret(regret: Regret, counter: Counter): Promise<void> {
  const receipt = counter.confirmedByVisit.get(regret.visitNo);
  if (receipt === undefined) return;
  const identified = regret.card === null ? {} : { member: { card: regret.card } };
  const reference = { ...receipt, ...identified, occurredAt: formatInstant(regret.at) };
  const isReturn = regret.kind === 'return';
  const request = {
    path: isReturn ? '/pos/v1/receipts/return' : '/pos/v1/receipts/cancel',
    opId: newOpId(),
    body: isReturn
      ? { ...reference, returnNumber: `R-${regret.visitNo}`, lines: regret.lines }
      : { ...reference, reason: 'demo' },
  };
  const answer = await ask(counter, ReversalAnswerShape, request);
  if (answer === undefined) return;
  const { tally } = counter;
  if (isReturn) tally.returns += 1;
  else tally.cancels += 1;
  tally.refundKopecks += answer.refundKopecks;
  tally.givenBackPoints += answer.returnedPoints;
  tally.takenBackPoints += answer.takenBack.reduce((sum, taken) => sum + taken.points, 0);
  if (regret.isSentTwice) await sendAgain(counter, request, JSON.stringify(answer));
}

async function playJoining({ member }: Joining, counter: Counter): Promise<void> {
  const { phone, card, firstName, lastName, birthDate } = member;
  const body = { phone, card, firstName, lastName, birthDate };
  const request = { path: '/pos/v1/members/register', opId: newOpId(), body };
  const answer = await ask(counter, RegisterAnswerShape, request);
  if (answer !== undefined) counter.tally.registrations += 1;
}

const CALCULATE = '/pos/v1/receipts/calculate';
const CONFIRM = '/pos/v1/receipts/confirm';

function basketBody(visit: Visit) {
  return {
    occurredAt: formatInstant(visit.at),
    channel: visit.channel,
    lines: visit.basket,
    ...(visit.card === null ? {} : { member: { card: visit.card } }),
    ...(visit.coupon === null ? {} : { coupons: [visit.coupon] }),
  };
}

function receiptNumber(visit: Visit): string {
  return `${visit.terminalCode}-${visit.no}`;
}

/** Sends and counts; an answer that is not of the shape, or a refusal, is unexpected. */
async function ask<Shape extends TSchema>(
  { till, tally }: Counter,
  shape: Shape,
  request: TillRequest,
): Promise<Static<Shape> | undefined> {
  const answer = await till.send(request);
  countAnswer(tally, answer);
  const body: unknown = parsed(answer.text);
  if (answer.status === 200 && Check(shape, body)) return body;
  const code = codeOf(answer, body);
  if (request.isRefusalForeseen === true) countExpected(tally, code);
  else countUnexpected(tally, code, `${till.terminalCode} ${request.path} ${answer.text}`);
  return undefined;
}

/** The same bytes under the same id must bring the same answer, marked as a repeat. */
async function sendAgain(
  { till, tally }: Counter,
  request: TillRequest,
  known: string,
): Promise<void> {
  const answer = await till.send(request);
  countAnswer(tally, answer);
  if (answer.isReplay && JSON.stringify(parsed(answer.text)) === known) tally.replays += 1;
  else countUnexpected(tally, 'repeat-differs', `${request.path} ${answer.text}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(answer: TillAnswer, body: unknown): string {
  if (Check(ErrorShape, body)) return body.error.code;
  return answer.status === 200 ? 'answer-shape-unknown' : `http-${answer.status}`;
}
