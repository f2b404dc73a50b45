import { useTranslation } from 'react-i18next';
import type { ConfirmAnswer } from '#modules/receipts/contract.ts';
import { storeName, usePartnerTitle } from '../../../kit/directory.ts';
import { useFormat } from '../../../kit/use-format.ts';
import type { DraftLine } from './draft.ts';
import classes from './slip.module.css';
import type { Reversal, Sale } from './use-till.ts';

type SlipLine = ConfirmAnswer['lines'][number];

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

/** The paper that the till would print, with points before and after. */
export function Slip({ sale }: { readonly sale: Sale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const partnerTitle = usePartnerTitle();
  const { answer, place, asked, draft } = sale;
  return (
    <article className={classes.slip} data-testid="slip" aria-label={t('slip.title')}>
      <header className={classes.head}>
        <strong>{partnerTitle(place.store.partnerCode)}</strong>
        <span>{storeName(place.store, format.words)}</span>
        <span>
          {format.moment(asked.occurredAt, place.store.zone)} {format.zone(place.store.zone)}
        </span>
        <span>{t('slip.numbers', { till: place.terminalCode, number: answer.receiptNumber })}</span>
      </header>
      <ol className={classes.lines}>
        {draft.lines.map((line) => (
          <LineOnPaper
            key={line.lineNo}
            line={line}
            answer={answer.lines.find((each) => each.lineNo === line.lineNo)}
          />
        ))}
      </ol>
      <dl className={classes.sums}>
        <Sum label={t('slip.gross')} value={format.money(answer.grossKopecks)} />
        {answer.discountKopecks > 0 && (
          <Sum label={t('slip.discount')} value={format.money(-answer.discountKopecks)} />
        )}
        {answer.redeemedKopecks > 0 && (
          <Sum label={t('slip.byPoints')} value={format.money(-answer.redeemedKopecks)} />
        )}
        <Sum label={t('slip.total')} value={format.money(answer.payableKopecks)} isTotal />
        <Sum
          label={format.code('payment', draft.payment)}
          value={format.money(answer.payableKopecks)}
        />
      </dl>
      {answer.member !== null && <PointsOnPaper sale={sale} />}
      <div className={classes.messages}>
        {answer.messages
          .filter((message) => message.channel === 'slip')
          .map((message) => (
            <p key={message.promotionCode}>{format.words(message.text)}</p>
          ))}
      </div>
      {sale.reversals.map((reversal) => (
        <ReversalOnPaper key={reversal.answer.versionNo} reversal={reversal} />
      ))}
      <footer className={classes.foot}>{t('slip.thanks')}</footer>
    </article>
  );
}

type SumProps = { readonly label: string; readonly value: string; readonly isTotal?: boolean };

function Sum({ label, value, isTotal = false }: SumProps) {
  return (
    <div className={isTotal ? classes.total : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

type LineProps = { readonly line: DraftLine; readonly answer: SlipLine | undefined };

function LineOnPaper({ line, answer }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (answer === undefined) return null;
  return (
    <li>
      <span>{format.words(line.goods.title)}</span>
      <span className={classes.price}>
        {format.quantity(line.quantityMilli)} × {format.money(line.goods.priceKopecks)}
        <b>{format.money(answer.grossKopecks)}</b>
      </span>
      {answer.discountKopecks > 0 && (
        <span className={classes.price}>
          {t('slip.discount')}
          <b>{format.money(-answer.discountKopecks)}</b>
        </span>
      )}
    </li>
  );
}

function PointsOnPaper({ sale }: { readonly sale: Sale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer, before } = sale;
  const earned = sum(answer.accruals.map((each) => each.points));
  return (
    <dl className={classes.sums} data-testid="slip-points">
      <BalanceOnPaper label={t('slip.pointsBefore')} balances={before} />
      {answer.redeemedPoints > 0 && (
        <Sum label={t('slip.pointsSpent')} value={format.points(-answer.redeemedPoints)} />
      )}
      {answer.debits.map((each) => (
        <Sum
          key={each.promotionCode + each.currencyCode}
          label={titleOf(answer, each.promotionCode, format.words)}
          value={format.points(-each.points)}
        />
      ))}
      {answer.accruals.map((each) => (
        <Sum
          key={each.promotionCode + each.currencyCode}
          label={titleOf(answer, each.promotionCode, format.words)}
          value={format.points(each.points, { sign: true })}
        />
      ))}
      {answer.accruals.length > 1 && (
        <Sum label={t('slip.pointsEarned')} value={format.points(earned, { sign: true })} />
      )}
      <BalanceOnPaper label={t('slip.pointsAfter')} balances={answer.balances} isTotal />
    </dl>
  );
}

type BalanceProps = {
  readonly label: string;
  readonly balances: ConfirmAnswer['balances'];
  readonly isTotal?: boolean;
};

/** One row per currency; its code is told only where there are several. */
function BalanceOnPaper({ label, balances, isTotal = false }: BalanceProps) {
  const format = useFormat();
  if (balances.length === 0)
    return <Sum label={label} value={format.points(0)} isTotal={isTotal} />;
  return balances.map((each) => (
    <Sum
      key={each.currencyCode}
      label={balances.length > 1 ? `${label} · ${each.currencyCode}` : label}
      value={format.points(each.balancePoints)}
      isTotal={isTotal}
    />
  ));
}

function titleOf(
  answer: ConfirmAnswer,
  code: string,
  words: (text: { ru: string; en: string }) => string,
): string {
  const verdict = answer.trace?.find((each) => each.promotionCode === code);
  return verdict === undefined ? code : words(verdict.title);
}

function ReversalOnPaper({ reversal }: { readonly reversal: Reversal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer } = reversal;
  const takenBack = sum(answer.takenBack.map((each) => each.points));
  return (
    <dl className={classes.sums} data-testid="slip-reversal">
      <Sum label={t(`slip.${reversal.kind}`)} value={format.money(-answer.refundKopecks)} isTotal />
      {takenBack > 0 && <Sum label={t('slip.takenBack')} value={format.points(-takenBack)} />}
      {answer.returnedPoints > 0 && (
        <Sum
          label={t('slip.givenBack')}
          value={format.points(answer.returnedPoints, { sign: true })}
        />
      )}
      {takenBack + answer.returnedPoints > 0 && (
        <BalanceOnPaper label={t('slip.pointsAfter')} balances={answer.balances} isTotal />
      )}
    </dl>
  );
}
