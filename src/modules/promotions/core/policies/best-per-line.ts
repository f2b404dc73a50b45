import type { Judging, PolicyEntry } from '../language/policy.ts';
import { type LineWorths, newLineWorths, readLineWorths } from '../play/line-worth.ts';
import type { Seat } from '../play/seat.ts';

/** Each line goes to the one that brings most there; who has something on no line wins beside. */
export const bestPerLine: PolicyEntry = {
  code: 'best-per-line',
  title: { ru: 'на каждую позицию — выгоднейшая', en: 'the best for each line applies' },
  usesBase: true,
  isForAll: false,
  judge,
};

// Working space of one judgement: worths by stander, and the best stander of each line.
const worths: LineWorths[] = [];
let best = new Int32Array(64);

function judge(standers: readonly Seat[], { view }: Judging): void {
  const lines = view.basket.lines.length;
  if (best.length < lines) best = new Int32Array(lines * 2);
  for (let i = 0; i < standers.length; i += 1) {
    const trial = standers[i]?.trial;
    const own = worths[i] ?? newLineWorths(lines);
    worths[i] = own;
    if (trial !== undefined) readLineWorths(trial, lines, own);
  }
  for (let line = 0; line < lines; line += 1) {
    best[line] = winnerOn(line, standers.length);
    const winner = standers[best[line] ?? -1];
    if (winner !== undefined) giveLine(winner, line, lines);
  }
  for (let i = 0; i < standers.length; i += 1) {
    const seat = standers[i];
    if (seat === undefined || seat.isWinner) continue;
    const first = firstLineOf(i, lines);
    const rival = first < 0 ? undefined : standers[best[first] ?? -1];
    if (rival === undefined) seat.isWinner = true;
    else seat.outbidBy = rival.rule;
  }
}

/** The stander that brings most on a line, the first of equals; −1 = nobody brings anything. */
function winnerOn(line: number, standers: number): number {
  let winner = -1;
  let kopecks = 0;
  let points = 0;
  for (let i = 0; i < standers; i += 1) {
    const own = worths[i]?.kopecks[line] ?? -1;
    const ownPoints = worths[i]?.points[line] ?? 0;
    if (own < 0) continue;
    const isBetter = own === kopecks ? ownPoints > points : own > kopecks;
    if (winner >= 0 && !isBetter) continue;
    winner = i;
    kopecks = own;
    points = ownPoints;
  }
  return winner;
}

function giveLine(winner: Seat, line: number, lines: number): void {
  winner.isWinner = true;
  winner.lines ??= new Uint8Array(lines);
  winner.lines[line] = 1;
}

/** The first line on which a stander has something; −1 = there is none. */
function firstLineOf(stander: number, lines: number): number {
  for (let line = 0; line < lines; line += 1) {
    if ((worths[stander]?.kopecks[line] ?? -1) >= 0) return line;
  }
  return -1;
}
