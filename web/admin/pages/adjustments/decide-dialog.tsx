import { Alert, Anchor, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdjustmentDetail } from '#modules/ledger/admin-contract.ts';
import { adjustmentRulesQuery } from '../../../kit/adjustments.ts';
import { PointsOf } from '../../../kit/components/amounts.tsx';
import { Ago } from '../../../kit/components/moments.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { notify } from '../../../kit/notify.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { adjustmentQuery, useDecide } from './api.ts';
import { Forecast } from './forecast.tsx';

type Props = {
  /** `mbr_…/id`; undefined: closed. */
  readonly open: string | undefined;
  readonly onClose: () => void;
};

/** All that a decision needs on one sheet: who, how much, why, what it does to the balance, whose limit. */
export function DecideDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const isWhole = /^mbr_[0-9a-z]{1,16}\/[0-9a-f-]{36}$/.test(open ?? '');
  return (
    <Modal
      opened={isWhole}
      onClose={onClose}
      title={t('adjustments.dialog')}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isWhole && <Loaded path={`/adjustments/${open}`} onClose={onClose} />}
    </Modal>
  );
}

function Loaded({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const query = useQuery({ ...adjustmentQuery(path), refetchOnMount: 'always' });
  if (query.isPending) return <RowsSkeleton rows={5} />;
  if (query.isError) {
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Sheet detail={query.data} onClose={onClose} />;
}

type SheetProps = { readonly detail: AdjustmentDetail; readonly onClose: () => void };

function Sheet({ detail, onClose }: SheetProps) {
  const { adjustment, forecast } = detail;
  const { t } = useTranslation();
  return (
    <Stack gap="md" data-testid="decision">
      <Asked detail={detail} />
      {forecast !== null && <Forecast adjustment={adjustment} forecast={forecast} />}
      {adjustment.mayDecide === 'decided' && (
        <Alert color="gray" icon={<IconLock size={18} />}>
          {t('adjustments.already', { state: t(`adjustments.states.${adjustment.state}`) })}
        </Alert>
      )}
      {adjustment.mayDecide === 'yes' ? (
        <Decision detail={detail} onClose={onClose} />
      ) : (
        <WhyNot detail={detail} onClose={onClose} />
      )}
    </Stack>
  );
}

function Asked({ detail: { adjustment } }: { readonly detail: AdjustmentDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { maker, direction, points, currency } = adjustment;
  return (
    <div>
      <Text fz="sm" c="dimmed">
        {t('adjustments.proposedBy', { name: maker.isMe ? t('adjustments.me') : maker.name })}
        {' · '}
        <Ago at={adjustment.madeAt} />
      </Text>
      <Text fz={26} fw={700} lh={1.3}>
        <PointsOf points={direction === 'credit' ? points : -points} currency={currency} sign />
      </Text>
      <Anchor
        fz="sm"
        fw={600}
        renderRoot={(props) => (
          <Link to="/members/$memberId" params={{ memberId: adjustment.memberId }} {...props} />
        )}
      >
        {adjustment.memberName ?? t('member.nameless')}
      </Anchor>{' '}
      <Text span fz="xs" c="dimmed" ff="monospace">
        {adjustment.memberId}
      </Text>
      <Text fw={600} mt="sm">
        {format.words(adjustment.reason)}
      </Text>
      <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {adjustment.comment}
      </Text>
    </div>
  );
}

const COMMENT_MIN = 5;

function Decision({ detail: { adjustment, forecast }, onClose }: SheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [comment, setComment] = useState('');
  const [isWhyMissing, setWhyMissing] = useState(false);
  const decide = useDecide((decided) => {
    onClose();
    const points = decided.direction === 'credit' ? decided.points : -decided.points;
    notify({
      message:
        decided.state === 'approved'
          ? t('adjustments.approvedNow', {
              points: format.pointsOf(points, decided.currency, true),
            })
          : t('adjustments.rejectedNow'),
    });
  });
  const send = (verb: 'approve' | 'reject') => {
    const isMissing = verb === 'reject' && comment.trim().length < COMMENT_MIN;
    setWhyMissing(isMissing);
    if (!isMissing) decide.mutate({ adjustment, verb, comment: comment.trim() });
  };
  return (
    <>
      <Textarea
        label={t('adjustments.comment')}
        description={t('adjustments.commentHint')}
        value={comment}
        error={isWhyMissing ? t('adjustments.rejectNeedsWhy') : undefined}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {decide.isError && <ProblemAlert error={decide.error} />}
      <Group justify="space-between" align="center">
        <MyLimit code={adjustment.currency.code} />
        <Group gap="xs">
          <Button
            variant="default"
            loading={decide.isPending && decide.variables.verb === 'reject'}
            disabled={decide.isPending}
            onClick={() => send('reject')}
          >
            {t('adjustments.reject')}
          </Button>
          <Button
            loading={decide.isPending && decide.variables.verb === 'approve'}
            disabled={decide.isPending || forecast?.refusal !== null}
            onClick={() => send('approve')}
          >
            {t('adjustments.approve')}
          </Button>
        </Group>
      </Group>
    </>
  );
}

/** On how much the person at the screen may decide. */
function MyLimit({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(adjustmentRulesQuery);
  const limit = data?.limits.find((each) => each.currency.code === code);
  if (limit === undefined) return <span />;
  return (
    <Text fz="xs" c="dimmed">
      {limit.approvePointsMax === null
        ? t('adjustments.noLimit')
        : t('adjustments.limit', {
            max: format.pointsOf(limit.approvePointsMax, limit.currency),
          })}
    </Text>
  );
}

const HINTS = {
  own: 'ownHint',
  'above-limit': 'limitHint',
  'no-right': 'rightHint',
} as const;

function WhyNot({ detail: { adjustment }, onClose }: SheetProps) {
  const { t } = useTranslation();
  const { mayDecide } = adjustment;
  return (
    <>
      {mayDecide !== 'decided' && mayDecide !== 'yes' && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />}>
          {t(`adjustments.${HINTS[mayDecide]}`)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.back')}
        </Button>
      </Group>
    </>
  );
}
