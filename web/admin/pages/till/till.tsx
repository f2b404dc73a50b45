import { Kbd, Paper, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { directoryQuery } from '../../../kit/directory.ts';
import { AnswerTabs } from './answer-tabs.tsx';
import { BasketPanel } from './basket-panel.tsx';
import { GoodsPicker } from './goods-picker.tsx';
import { MemberPanel } from './member-panel.tsx';
import { PayPanel } from './pay-panel.tsx';
import { usePlace, type Who } from './place.ts';
import { PlaceBar } from './place-bar.tsx';
import type { ChosenMoment } from './requests.ts';
import { SalePanel } from './sale-panel.tsx';
import classes from './till.module.css';
import { useTill } from './use-till.ts';

const route = getRouteApi('/office/till');

/** The till emulator: rings up goods and asks the real POS API, as a till of the chosen store. */
export function TillPage() {
  const { t } = useTranslation();
  const directory = useQuery(directoryQuery);
  if (directory.isPending) {
    return (
      <>
        <PageHeader title={t('nav.till')} />
        <Paper withBorder>
          <RowsSkeleton />
        </Paper>
      </>
    );
  }
  if (directory.isError) {
    return (
      <>
        <PageHeader title={t('nav.till')} />
        <ProblemAlert error={directory.error} onRetry={() => void directory.refetch()} />
      </>
    );
  }
  return <Till />;
}

function Till() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<string | undefined>();
  const [moment, setMoment] = useState<ChosenMoment>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const who: Who = {
    memberId: search.member,
    typed: search.member === undefined ? typed : undefined,
  };
  const place = usePlace({ store: search.store, terminal: search.terminal, ...who, moment });
  const till = useTill(place);
  const chooseWho = (next: Who) => {
    setTyped(next.typed);
    void navigate({ to: '/till', search: { ...search, member: next.memberId }, replace: true });
  };
  useHotkeys(
    [
      ['F2', () => searchBox.current?.focus()],
      ['F8', till.calculate],
      ['F9', till.confirm],
    ],
    [],
  );
  return (
    <div className={classes.page}>
      <PageHeader title={t('nav.till')} actions={<KeysHint />} />
      <PlaceBar place={place} moment={moment} onMoment={setMoment} />
      <div className={classes.desk}>
        <GoodsPicker ref={searchBox} onAdd={till.change} />
        {till.sale === null ? (
          <BasketPanel till={till} />
        ) : (
          <SalePanel sale={till.sale} till={till} />
        )}
        <div className={classes.side}>
          <MemberPanel place={place} who={who} onChoose={chooseWho} isLocked={till.sale !== null} />
          {till.sale === null && <PayPanel till={till} />}
          <AnswerTabs till={till} />
        </div>
      </div>
    </div>
  );
}

function KeysHint() {
  const { t } = useTranslation();
  return (
    <Text span fz="sm" visibleFrom="md">
      <Kbd size="xs">F2</Kbd> {t('till.keySearch')} · <Kbd size="xs">F8</Kbd>{' '}
      {t('till.keyCalculate')} · <Kbd size="xs">F9</Kbd> {t('till.keyConfirm')}
    </Text>
  );
}
