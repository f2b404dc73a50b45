import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetail } from '#modules/receipts/admin-contract.ts';
import { useFormat } from '../use-format.ts';
import { distanceOf } from '../verdict-distance.ts';
import classes from './verdict-list.module.css';

type Verdict = ReceiptDetail['verdicts'][number];

/** What is of most use stands first: what could still be had, then what others took, then what was never meant. */
const ORDER: readonly Verdict['verdict'][] = [
  'missed',
  'limited',
  'requires',
  'outbid',
  'blocked',
  'capped',
  'no-effect',
  'no-goods',
  'wrong-audience',
  'wrong-time',
  'wrong-place',
  'applied',
];

const COLORS: Partial<Record<Verdict['verdict'], string>> = {
  limited: 'yellow',
  capped: 'yellow',
  outbid: 'clay',
  blocked: 'clay',
};

/** Which promotions fired, with amounts, and why every other one did not. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { t } = useTranslation();
  const fired = verdicts.filter((each) => each.verdict === 'applied');
  const missed = verdicts
    .filter((each) => each.verdict !== 'applied')
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const titles = new Map(verdicts.map((each) => [each.promotionCode, each.title]));
  return (
    <Stack gap="lg">
      <section aria-label={t('verdict.fired')}>
        <Title order={3} fz="md" mb={6}>
          {t('verdict.fired')}{' '}
          <Text span c="dimmed" fw={400}>
            {fired.length}
          </Text>
        </Title>
        {fired.length === 0 && (
          <Text c="dimmed" fz="sm">
            {t('verdict.nothingFired')}
          </Text>
        )}
        <ul className={classes.list}>
          {fired.map((each) => (
            <Fired key={each.promotionCode} verdict={each} />
          ))}
        </ul>
      </section>
      {missed.length > 0 && (
        <section aria-label={t('verdict.notFired')}>
          <Title order={3} fz="md" mb={6}>
            {t('verdict.notFired')}{' '}
            <Text span c="dimmed" fw={400}>
              {missed.length}
            </Text>
          </Title>
          <ul className={classes.list}>
            {missed.map((each) => (
              <Missed key={each.promotionCode} verdict={each} titles={titles} />
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}

function Fired({ verdict }: { readonly verdict: Verdict }) {
  const format = useFormat();
  return (
    <li className={classes.row} data-verdict={verdict.verdict}>
      <IconCircleCheck size={20} className={classes.fired} aria-hidden />
      <div style={{ flex: 1 }}>
        <Text fz="sm" fw={550}>
          {format.words(verdict.title)}
        </Text>
        {verdict.reason !== null && (
          <Text fz="xs" c="dimmed">
            {format.words(verdict.reason.text)}
          </Text>
        )}
      </div>
      <Group gap={6} wrap="nowrap" className={classes.amounts}>
        {verdict.discountKopecks > 0 && (
          <Badge variant="light" color="clay" size="lg" tt="none">
            {format.money(-verdict.discountKopecks)}
          </Badge>
        )}
        {verdict.points > 0 && (
          <Badge variant="light" color="pine" size="lg" tt="none">
            {format.points(verdict.points, { sign: true })}
          </Badge>
        )}
      </Group>
    </li>
  );
}

type MissedProps = {
  readonly verdict: Verdict;
  readonly titles: ReadonlyMap<string, Verdict['title']>;
};

function Missed({ verdict, titles }: MissedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const winner = verdict.by === null ? undefined : titles.get(verdict.by);
  const more = distanceOf(verdict.reason, format, t);
  return (
    <li className={classes.row} data-verdict={verdict.verdict}>
      <IconCircleDashed size={20} className={classes.missed} aria-hidden />
      <div style={{ flex: 1 }}>
        <Text fz="sm">{format.words(verdict.title)}</Text>
        <Text fz="xs" c="dimmed">
          {verdict.reason !== null && format.words(verdict.reason.text)}
          {verdict.reason === null &&
            winner !== undefined &&
            t('verdict.by', { title: format.words(winner) })}
          {more !== '' && ` · ${more}`}
        </Text>
      </div>
      {verdict.verdict !== 'missed' && (
        <Badge variant="light" color={COLORS[verdict.verdict] ?? 'gray'} tt="none" fw={550}>
          {t(`verdict.word.${verdict.verdict}`)}
        </Badge>
      )}
    </li>
  );
}
