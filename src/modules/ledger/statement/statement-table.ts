import type { Content } from 'pdfmake';
import { instant } from '#shared/time.ts';
import type { Statement, StatementAccount, StatementMovement } from '../admin-contract.ts';
import { figure, momentText, signedFigure, wordsOr } from './statement-figures.ts';
import type { StatementLook } from './statement-look.ts';
import { memoText } from './statement-memo.ts';
import { movementWords, WORDS } from './statement-words.ts';

const GREY = '#5f6368';
const LINE = '#e3e5e8';

/** The movements of an account, one row each; the head is repeated on every page. */
export function movementTable(
  account: StatementAccount,
  statement: Statement,
  look: StatementLook,
): Content {
  const { language } = look;
  const head = [
    headCell(WORDS.posted[language]),
    headCell(WORDS.what[language]),
    headCell(WORDS.points[language], 'right'),
    headCell(WORDS.balance[language], 'right'),
  ];
  const rows = account.movements.map((movement) => row(movement, { account, statement, look }));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [82, '*', 'auto', 'auto'],
      body: [head, ...rows],
    },
    layout: {
      hLineWidth: (at: number) => (at === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: (at: number) => (at === 0 ? 0 : 8),
      paddingRight: (at: number) => (at === 3 ? 0 : 8),
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
    margin: [0, 8, 0, 0],
  };
}

function headCell(text: string, alignment = 'left'): Content {
  return { text, alignment, color: GREY, fontSize: 8 };
}

type Of = {
  readonly account: StatementAccount;
  readonly statement: Statement;
  readonly look: StatementLook;
};

function row(movement: StatementMovement, { account, statement, look }: Of): Content[] {
  const { language } = look;
  const { currency } = account;
  const { amountPoints, balancePoints, heldPoints } = movement;
  const at = momentText(instant(Date.parse(movement.postedAt)), statement.zone, language);
  const points = amountPoints === 0 ? '' : signedFigure(amountPoints, currency, language);
  const held = `${WORDS.reserved[language].toLowerCase()} ${signedFigure(heldPoints, currency, language)}`;
  const details = detailsOf(movement, statement, look);
  return [
    { text: at, noWrap: true },
    [
      { text: movementWords(movement)[language] },
      ...(details === '' ? [] : [{ text: details, color: GREY, fontSize: 8 }]),
    ],
    [
      { text: points, alignment: 'right', noWrap: true },
      ...(heldPoints === 0
        ? []
        : [{ text: held, alignment: 'right', color: GREY, fontSize: 8, noWrap: true }]),
    ],
    {
      text: figure(balancePoints, currency, language),
      alignment: 'right',
      noWrap: true,
    },
  ];
}

/** Who, what for, with whom: whatever is known and not plain from the kind. */
function detailsOf(movement: StatementMovement, statement: Statement, look: StatementLook): string {
  const { language, titles } = look;
  const { counterpartId, partnerCode, promotionCodes, receiptId } = movement;
  const [posted, occurred] = [movement.postedAt, movement.occurredAt].map((moment) =>
    momentText(instant(Date.parse(moment)), statement.zone, language),
  );
  const isLate = dayPart(occurred) !== dayPart(posted);
  return [
    partnerCode === '' ? '' : wordsOr(titles?.partner(partnerCode), partnerCode, language),
    promotionCodes.map((code) => wordsOr(titles?.promotion(code), code, language)).join(', '),
    receiptId === null ? '' : `${WORDS.receipt[language].toLowerCase()} …${receiptId.slice(-12)}`,
    isLate ? `${WORDS.occurred[language].toLowerCase()} ${occurred}` : '',
    counterpartId ?? '',
    memoText(movement, statement, language),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function dayPart(moment = ''): string {
  return moment.slice(0, -5);
}
