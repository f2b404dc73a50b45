import { Alert, Button, Group, Paper, Text } from '@mantine/core';
import { IconBasket, IconBulb, IconMessageCircle, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalculateAnswer, Hint } from '#modules/receipts/contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { useFormat } from '../../../kit/use-format.ts';
import { BasketLine } from './basket-line.tsx';
import classes from './basket-panel.module.css';
import { grossOf } from './draft.ts';
import type { Till } from './use-till.ts';

/** The basket as the cashier sees it: lines, what each got, and the sum on the customer's display. */
export function BasketPanel({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const answer = till.isFresh ? till.calculation?.answer : undefined;
  const { lines } = till.draft;
  return (
    <Paper withBorder className={classes.panel}>
      <Group justify="space-between" px="md" py={10} className={classes.head}>
        <Text fw={600}>{t('till.basket')}</Text>
        {lines.length > 0 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconTrash size={15} />}
            onClick={till.startAnew}
          >
            {t('till.clear')}
          </Button>
        )}
      </Group>
      {lines.length === 0 ? (
        <EmptyState icon={IconBasket} title={t('till.empty')} hint={t('till.emptyHint')} />
      ) : (
        <ul className={classes.lines} aria-label={t('till.basket')}>
          {lines.map((line) => (
            <BasketLine
              key={line.lineNo}
              line={line}
              answer={answer?.lines.find((each) => each.lineNo === line.lineNo)}
              onChange={till.change}
            />
          ))}
        </ul>
      )}
      {answer !== undefined && <Messages messages={answer.messages} />}
      <Hints hints={answer?.hints?.cashier ?? []} />
      {till.error !== null && (
        <div className={classes.problem}>
          <ProblemAlert error={till.error} />
        </div>
      )}
      <Display till={till} />
    </Paper>
  );
}

function Messages({ messages }: { readonly messages: CalculateAnswer['messages'] }) {
  const format = useFormat();
  if (messages.length === 0) return null;
  return (
    <div className={classes.messages}>
      {messages.map((message) => (
        <Alert
          key={message.promotionCode + message.channel}
          variant="light"
          color="clay"
          p="xs"
          icon={<IconMessageCircle size={18} />}
        >
          {format.words(message.text)}
        </Alert>
      ))}
    </div>
  );
}

/** What a little more would bring: for the cashier to offer. */
function Hints({ hints }: { readonly hints: readonly Hint[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (hints.length === 0) return null;
  return (
    <ul className={classes.hints} aria-label={t('till.hints')} data-testid="till-hints">
      {hints.map((hint) => (
        <li key={hint.promotionCode}>
          <IconBulb size={16} aria-hidden />
          {format.words(hint.text)}
        </li>
      ))}
    </ul>
  );
}

/** What the customer sees: the sum to pay, what was saved, what will be earned. */
function Display({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = till.isFresh ? till.calculation?.answer : undefined;
  const gross = till.draft.lines.reduce((sum, line) => sum + grossOf(line), 0);
  const earned = answer?.accruals.reduce((sum, each) => sum + each.points, 0) ?? 0;
  return (
    <div className={classes.display} aria-live="polite" data-testid="till-display">
      <div className={classes.small}>
        {answer === undefined ? (
          <span>{till.draft.lines.length > 0 ? t('till.notCalculated') : t('till.ready')}</span>
        ) : (
          <>
            {answer.discountKopecks > 0 && (
              <span>{t('till.saved', { money: format.money(answer.discountKopecks) })}</span>
            )}
            {answer.redeemedPoints > 0 && <span>{format.points(-answer.redeemedPoints)}</span>}
            <span>{t('till.willEarn', { points: format.points(earned, { sign: true }) })}</span>
          </>
        )}
      </div>
      <div>
        <span className={classes.label}>
          {answer === undefined ? t('till.gross') : t('till.toPay')}
        </span>
        <strong className={classes.big} data-testid="to-pay">
          {format.money(answer?.payableKopecks ?? gross)}
        </strong>
      </div>
    </div>
  );
}
