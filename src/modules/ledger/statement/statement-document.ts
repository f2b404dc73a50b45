import type { Content, Document } from 'pdfmake';
import { instant } from '#shared/time.ts';
import type { Statement, StatementAccount } from '../admin-contract.ts';
import { dayText, figure, momentText, namedFigure, signedFigure } from './statement-figures.ts';
import type { PdfLook } from './statement-look.ts';
import { movementTable } from './statement-table.ts';
import { WORDS } from './statement-words.ts';

const GREY = '#5f6368';
const LINE = '#d5d8dc';
const MARGIN = 42;

/** The pages of a statement. */
export function statementDocument(statement: Statement, look: PdfLook): Document {
  const { language } = look;
  const accounts = statement.accounts.flatMap((account) =>
    accountContent(account, statement, look),
  );
  const nothing = { text: WORDS.noAccounts[language], margin: [0, 16, 0, 0] };
  return {
    info: {
      title: `${WORDS.title[language]} ${statement.memberId}`,
      creationDate: new Date(look.madeAt),
    },
    language: language === 'ru' ? 'ru-RU' : 'en-GB',
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, 54],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    footer: (page, pages) => footer(statement, look, `${page} ${WORDS.of[language]} ${pages}`),
    content: [head(statement, look), ...(accounts.length === 0 ? [nothing] : accounts)],
  };
}

function head(statement: Statement, { language, madeAt, holder }: PdfLook): Content {
  const period = `${dayText(statement.from, language)} – ${dayText(statement.to, language)}`;
  const lines = [
    [WORDS.member, holder === undefined ? statement.memberId : `${holder}, ${statement.memberId}`],
    [WORDS.period, period],
    [WORDS.made, `${momentText(madeAt, statement.zone, language)} (${statement.zone})`],
  ] as const;
  return [
    { text: WORDS.title[language], fontSize: 18, bold: true, margin: [0, 0, 0, 8] },
    {
      table: {
        widths: [70, '*'],
        body: lines.map(([label, text]) => [{ text: label[language], color: GREY }, text]),
      },
      layout: { ...NO_LINES, paddingLeft: () => 0, paddingTop: () => 1, paddingBottom: () => 1 },
    },
  ];
}

const NO_LINES = { hLineWidth: () => 0, vLineWidth: () => 0 };

function accountContent(
  account: StatementAccount,
  statement: Statement,
  look: PdfLook,
): readonly Content[] {
  const { language } = look;
  const { currency, movements } = account;
  const title = { text: currency.title[language], fontSize: 13, bold: true };
  const nothing = { text: WORDS.nothing[language], color: GREY, margin: [0, 8, 0, 0] };
  return [
    {
      stack: [{ ...title, margin: [0, 20, 0, 6] }, figures(account, look)],
      unbreakable: true,
    },
    movements.length === 0 ? nothing : movementTable(account, statement, look),
    outlookContent(account, look),
  ];
}

/** Opening, in, out, closing: four figures in a row. */
function figures(account: StatementAccount, { language }: PdfLook): Content {
  const { currency, opening, closing, movements } = account;
  const amounts = movements.map((movement) => movement.amountPoints);
  const sumOf = (some: readonly number[]) => some.reduce((sum, points) => sum + points, 0);
  const income = sumOf(amounts.filter((points) => points > 0));
  const outgo = sumOf(amounts.filter((points) => points < 0));
  const cells = [
    [WORDS.opening, figure(opening.balancePoints, currency, language)],
    [WORDS.income, signedFigure(income, currency, language)],
    [WORDS.outgo, signedFigure(outgo, currency, language)],
    [WORDS.closing, namedFigure(closing.balancePoints, currency, language)],
  ] as const;
  return {
    table: {
      widths: ['*', '*', '*', '*'],
      body: [
        cells.map(([label, text]) => [
          { text: label[language], color: GREY, fontSize: 8 },
          { text, fontSize: 12, bold: label === WORDS.closing, noWrap: true },
        ]),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: () => 0,
      paddingTop: () => 5,
      paddingBottom: () => 5,
    },
  };
}

/** What was known at the end of points that can be spent, wake and burn. */
function outlookContent(account: StatementAccount, look: PdfLook): Content {
  const { language } = look;
  const { closing, currency, expiring, isExpirySuspended, pending } = account;
  const named = (points: number) => namedFigure(points, currency, language);
  const weeks = expiring.weeks
    .filter((week) => week.points > 0)
    .map(
      (week) => [`${WORDS.week[language]} ${dayText(week.monday, language)}`, week.points] as const,
    );
  const expiry = isExpirySuspended
    ? [WORDS.suspended[language]]
    : rows(
        [
          ...weeks,
          [WORDS.later[language], expiring.laterPoints],
          [WORDS.never[language], expiring.neverPoints],
        ],
        named,
      );
  const woken = pending.map(({ on, awaits, points }) => {
    const confirmed = `${WORDS.afterConfirmation[language]} (${awaits ?? ''})`;
    return [on === null ? confirmed : dayText(on, language), points] as const;
  });
  const standing = [
    [WORDS.spendable[language], closing.spendablePoints],
    [WORDS.reserved[language], closing.heldPoints],
    [WORDS.pending[language], closing.pendingPoints],
    [WORDS.overdue[language], closing.overduePoints],
    [WORDS.debt[language], closing.debtPoints],
  ] as const;
  const columns = [
    column(WORDS.closing[language], rows(standing, named)),
    ...(woken.length === 0 ? [] : [column(WORDS.wakes[language], rows(woken, named))]),
    ...(expiry.length === 0 ? [] : [column(WORDS.expiring[language], expiry)]),
  ];
  return { columns, columnGap: 24, margin: [0, 12, 0, 0], unbreakable: true };
}

type Labelled = readonly (readonly [label: string, points: number])[];

function rows(labelled: Labelled, named: (points: number) => string): Content[] {
  return labelled
    .filter(([, points]) => points !== 0)
    .map(([label, points]) => ({
      columns: [
        { text: label, width: '*' },
        { text: named(points), width: 'auto', noWrap: true, alignment: 'right' },
      ],
      columnGap: 8,
      margin: [0, 1, 0, 1],
    }));
}

function column(title: string, lines: readonly Content[]): Content {
  const heading = { text: title, bold: true, fontSize: 9, margin: [0, 0, 0, 3] };
  return { width: '*', stack: [heading, ...lines] };
}

function footer(statement: Statement, { language }: PdfLook, pages: string): Content {
  const asOf = momentText(instant(Date.parse(statement.asOf)), statement.zone, language);
  return {
    columns: [
      { text: `${statement.memberId} · ${WORDS.asOf[language]} ${asOf}`, width: '*' },
      { text: `${WORDS.page[language]} ${pages}`, width: 'auto', alignment: 'right' },
    ],
    margin: [MARGIN, 18, MARGIN, 0],
    color: GREY,
    fontSize: 8,
  };
}
