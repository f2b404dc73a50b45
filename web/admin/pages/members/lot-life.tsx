import { Text, Timeline } from '@mantine/core';
import {
  type Icon,
  IconArrowBackUp,
  IconArrowsExchange,
  IconCalendarPlus,
  IconCoin,
  IconFlame,
  IconHourglass,
  IconLock,
  IconLockOpen,
  IconShoppingBag,
  IconSparkles,
  IconUserEdit,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency, EntryKind, LotTimeline, Movement } from '#modules/ledger/admin-contract.ts';
import { PointsOf } from '../../../kit/components/amounts.tsx';
import { type Format, useFormat } from '../../../kit/use-format.ts';
import { EntryBasis } from './entry-basis.tsx';
import classes from './lot-drawer.module.css';
import { type Milestone, milestonesOf, type Step } from './lot-milestones.ts';

const SIGNS: Partial<Record<EntryKind, Icon>> = {
  redemption: IconShoppingBag,
  'redemption-reversal': IconArrowBackUp,
  'accrual-reversal': IconArrowBackUp,
  hold: IconLock,
  release: IconLockOpen,
  expiry: IconFlame,
  extension: IconCalendarPlus,
  activation: IconSparkles,
  credit: IconUserEdit,
  debit: IconUserEdit,
  'transfer-out': IconArrowsExchange,
  'transfer-in': IconArrowsExchange,
  'transfer-back': IconArrowsExchange,
};

const MILESTONES: Readonly<Record<Milestone['kind'], Icon>> = {
  wokeUp: IconSparkles,
  willWake: IconHourglass,
  waits: IconHourglass,
  willBurn: IconFlame,
  dueBurn: IconFlame,
};

/** Movements and milestones of a lot in the order of time; what lies ahead is told as such. */
export function LotLife({ timeline }: { readonly timeline: LotTimeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [now] = useState(() => new Date().toISOString());
  const steps = milestonesOf(timeline, now);
  const done = steps.filter((step) => !step.isAhead).length;
  return (
    <Timeline active={done - 1} bulletSize={26} lineWidth={2} color="pine">
      {steps.map((step, place) => {
        const Sign = step.movement === null ? MILESTONES[step.kind] : signOf(step.movement);
        const isLoss = (step.movement?.points ?? 0) < 0 || /burn/i.test(step.kind);
        return (
          <Timeline.Item
            key={`${step.at} ${step.movement?.seq ?? step.kind}`}
            bullet={<Sign size={14} aria-hidden />}
            color={isLoss ? 'clay' : 'pine'}
            lineVariant={steps[place + 1]?.isAhead === true ? 'dashed' : 'solid'}
            data-step={step.movement?.kind ?? step.kind}
            title={
              step.movement === null
                ? t(`lot.${step.kind}`, { what: format.code('confirmation', step.awaits ?? '') })
                : t(`entry.kind.${step.movement.kind}`)
            }
          >
            <Text fz="xs" c="dimmed" className="figure">
              {whenOf(step, format) ?? t('lot.ahead')}
              {step.at !== null && step.isAhead && ` · ${t('lot.ahead')}`}
            </Text>
            {step.movement !== null && (
              <MovementBody movement={step.movement} currency={timeline.currency} />
            )}
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}

/** When a step was or will be; what burns at midnight burns with the day before it. */
function whenOf({ kind, at }: Step, format: Format): string | undefined {
  if (at === null) return undefined;
  return kind === 'willBurn' || kind === 'dueBurn' ? format.lastDayBefore(at) : format.moment(at);
}

const signOf = ({ kind }: Movement): Icon => SIGNS[kind] ?? IconCoin;

type BodyProps = { readonly movement: Movement; readonly currency: Currency };

function MovementBody({ movement, currency }: BodyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points, heldPoints, repaidPoints, remainingPoints, dates } = movement;
  const of = (n: number) => format.pointsOf(n, currency);
  const isRedating = movement.kind === 'extension' || movement.kind === 'activation';
  return (
    <>
      <div className={classes.figures}>
        {points !== 0 && (
          <Text span fw={650} inherit>
            <PointsOf points={points} currency={currency} sign />
          </Text>
        )}
        {heldPoints > 0 && <span>{t('lot.heldNow', { points: of(heldPoints) })}</span>}
        {heldPoints < 0 && <span>{t('lot.freed', { points: of(-heldPoints) })}</span>}
        {repaidPoints > 0 && <span>{t('lot.repaid', { points: of(repaidPoints) })}</span>}
        {points !== 0 && (
          <Text span inherit c="dimmed">
            {t('lot.left', { points: of(remainingPoints) })}
          </Text>
        )}
        {isRedating && dates !== null && (
          <span>
            {dates.expiresAt === null
              ? t('lot.noEnd')
              : t('lot.newEnd', { day: format.lastDayBefore(dates.expiresAt) })}
          </span>
        )}
        {movement.kind === 'activation' && dates !== null && (
          <span>{t('lot.newStart', { day: format.dayOf(dates.activeFrom) })}</span>
        )}
      </div>
      <Text fz="xs" component="div">
        <EntryBasis entry={movement} currency={currency} />
      </Text>
    </>
  );
}
