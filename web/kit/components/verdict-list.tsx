import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetail } from '#modules/receipts/admin-contract.ts';
import { type Format, useFormat } from '../use-format.ts';
import classes from './verdict-list.module.css';

type Verdict = ReceiptDetail['verdicts'][number];
type Distance = NonNullable<NonNullable<Verdict['reason']>['distance']>;

const COLORS: Readonly<Record<Verdict['verdict'], string>> = {
  applied: 'pine',
  outbid: 'clay',
  missed: 'gray',
  limited: 'yellow',
  'no-effect': 'gray',
};

/** Which promotions fired, with amounts, and why every other one did not. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { t } = useTranslation();
  const fired = verdicts.filter((each) => each.verdict === 'applied');
  const missed = verdicts.filter((each) => each.verdict !== 'applied');
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
      <Text fz="sm" fw={550} flex={1}>
        {format.words(verdict.title)}
      </Text>
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
  const winner = verdict.outbidBy === null ? undefined : titles.get(verdict.outbidBy);
  const more = moreOf(verdict, format, t);
  return (
    <li className={classes.row} data-verdict={verdict.verdict}>
      <IconCircleDashed size={20} className={classes.missed} aria-hidden />
      <div style={{ flex: 1 }}>
        <Text fz="sm">{format.words(verdict.title)}</Text>
        <Text fz="xs" c="dimmed">
          {verdict.reason !== null && format.words(verdict.reason.text)}
          {verdict.reason === null && winner !== undefined
            ? t('verdict.outbidBy', { title: format.words(winner) })
            : null}
          {more !== '' && ` · ${more}`}
        </Text>
      </div>
      {verdict.verdict !== 'missed' && (
        <Badge variant="light" color={COLORS[verdict.verdict]} tt="none" fw={550}>
          {t(`verdict.${verdict.verdict}`)}
        </Badge>
      )}
    </li>
  );
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** The distance in words, unless the reason has told it already. */
function moreOf({ reason }: Verdict, format: Format, t: TFunction): string {
  if (reason === null || reason.distance === null) return '';
  const words = distanceWords(reason.distance, format, t);
  return digitsOf(format.words(reason.text)).includes(digitsOf(words)) ? '' : words;
}

function distanceWords(distance: Distance, format: Format, t: TFunction): string {
  switch (distance.unit) {
    case 'kopecks':
      return t('verdict.short', { amount: format.money(distance.value) });
    case 'milli':
      return t('verdict.short', {
        amount: t('verdict.pieces', { value: format.quantity(distance.value) }),
      });
    case 'minutes':
      return distance.value < 60
        ? t('verdict.inMinutes', { minutes: distance.value })
        : t('verdict.inHours', {
            hours: Math.floor(distance.value / 60),
            minutes: distance.value % 60,
          });
    case 'days':
      return t('verdict.left', { amount: format.count('days', distance.value) });
    case 'receipts':
      return t('verdict.left', { amount: format.count('receipts', distance.value) });
  }
}
