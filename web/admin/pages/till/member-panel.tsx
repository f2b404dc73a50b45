import { Avatar, Button, Group, Paper, Select, Text, TextInput } from '@mantine/core';
import { IconCreditCard, IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BalanceAnswer } from '#modules/members/contract.ts';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { allMembersQuery } from '../../../kit/members.ts';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { playTill } from './api.ts';
import type { Place, Who } from './place.ts';

type Props = {
  readonly place: Place | undefined;
  readonly who: Who;
  readonly isLocked: boolean;
  readonly onChoose: (who: Who) => void;
};

/** The buyer: a card or phone that is typed, a member picked from the list, or nobody. */
export function MemberPanel({ place, who, isLocked, onChoose }: Props) {
  const isChosen = who.memberId !== undefined || who.typed !== undefined;
  return (
    <Paper withBorder p="md" data-testid="buyer">
      {isChosen && place !== undefined ? (
        <KnownBuyer place={place} isLocked={isLocked} onForget={() => onChoose({})} />
      ) : (
        <ChooseBuyer onChoose={onChoose} />
      )}
    </Paper>
  );
}

function ChooseBuyer({ onChoose }: { readonly onChoose: (who: Who) => void }) {
  const { t } = useTranslation();
  const can = useRights();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') onChoose({ typed: typed.trim() });
  };
  return (
    <>
      <form onSubmit={submit}>
        <Group gap={8} align="flex-end" wrap="nowrap">
          <TextInput
            label={t('till.buyer')}
            placeholder={t('till.cardOrPhone')}
            leftSection={<IconCreditCard size={17} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            flex={1}
            autoComplete="off"
          />
          <Button type="submit" variant="light" px="sm">
            {t('till.attach')}
          </Button>
        </Group>
      </form>
      {can('members.read') && <QuickPick onChoose={onChoose} />}
    </>
  );
}

function QuickPick({ onChoose }: { readonly onChoose: (who: Who) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useInfiniteQuery(allMembersQuery);
  const members = list.data?.pages.flatMap((page) => page.members) ?? [];
  if (members.length === 0) return null;
  return (
    <Select
      mt={8}
      aria-label={t('till.quickPick')}
      placeholder={t('till.quickPick')}
      data={members.map((member) => ({
        value: member.memberId,
        label: [
          member.name ?? t('member.nameless'),
          member.phone?.slice(-5),
          format.code('tier', member.tierCode),
        ].join(' · '),
      }))}
      value={null}
      onChange={(memberId) => memberId !== null && onChoose({ memberId })}
      searchable
      maxDropdownHeight={320}
      nothingFoundMessage={t('search.nothing')}
    />
  );
}

type KnownProps = {
  readonly place: Place;
  readonly isLocked: boolean;
  readonly onForget: () => void;
};

function KnownBuyer({ place, isLocked, onForget }: KnownProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { terminalCode, memberId, identification } = place;
  const balance = useQuery({
    queryKey: ['till-balance', terminalCode, memberId, identification],
    queryFn: () =>
      playTill<BalanceAnswer>('balance', {
        terminalCode,
        ...(memberId !== undefined && { memberId }),
        body: identification ?? {},
      }),
    retry: false,
  });
  const forget = (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      disabled={isLocked}
      leftSection={<IconUserOff size={15} />}
      onClick={onForget}
    >
      {t('till.forget')}
    </Button>
  );
  if (balance.isError) {
    return (
      <>
        <ProblemAlert error={balance.error} onRetry={() => void balance.refetch()} />
        {forget}
      </>
    );
  }
  const buyer = balance.data;
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap="sm" wrap="nowrap">
        <Avatar name={buyer?.firstName ?? '?'} color="pine" radius="xl" />
        <div>
          <Text fw={600} lh={1.25}>
            {buyer?.firstName ?? t(buyer === undefined ? 'common.loading' : 'member.nameless')}
          </Text>
          <Text fz="sm" c="dimmed" component="div">
            {buyer !== undefined && format.code('tier', buyer.tierCode)}
            {buyer !== undefined && <BuyerPoints balances={buyer.balances} />}
          </Text>
        </div>
      </Group>
      {forget}
    </Group>
  );
}

/** What can be spent, per currency; a member without an account yet has nothing. */
function BuyerPoints({ balances }: Pick<BalanceAnswer, 'balances'>) {
  const format = useFormat();
  const spendable = balances.length === 0 ? [0] : balances.map((each) => each.spendablePoints);
  return (
    <span className="figure" data-testid="buyer-points">
      {spendable.map((points) => ` · ${format.points(points)}`).join('')}
    </span>
  );
}
