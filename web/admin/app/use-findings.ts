import { useDebouncedValue } from '@mantine/hooks';
import {
  type Icon,
  IconBuildingStore,
  IconDiscount,
  IconReceipt,
  IconUser,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UUIDV7_PATTERN, uuidBucket } from '#shared/ids.ts';
import { directoryQuery, storeName } from '../../kit/directory.ts';
import { searchable } from '../../kit/format.ts';
import { promotionsQuery } from '../../kit/promotions.ts';
import { useRights } from '../../kit/session.ts';
import { useFormat } from '../../kit/use-format.ts';
import { foundMembersQuery, isWholeIdentifier } from '../pages/members/api.ts';
import { useSections } from './paths.ts';

export type Finding = {
  readonly id: string;
  readonly label: string;
  readonly more?: string;
  readonly icon: Icon;
  readonly open: () => void;
};

type Group = { readonly title: string; readonly findings: readonly Finding[] };

const LIMIT = 6;
const RECEIPT_ID = new RegExp(UUIDV7_PATTERN);

/** What the search box has found for `query`, by kind; screens come first while it is empty. */
export function useFindings(query: string): { groups: readonly Group[]; isSearching: boolean } {
  const { t } = useTranslation();
  const members = useMembers(query);
  return {
    groups: [
      { title: t('search.receipts'), findings: useReceipt(query) },
      { title: t('nav.members'), findings: members.findings },
      { title: t('search.screens'), findings: useScreens(query) },
      { title: t('nav.promotions'), findings: usePromotions(query) },
      { title: t('search.stores'), findings: useStores(query) },
    ],
    isSearching: members.isSearching,
  };
}

const matches = (query: string, ...texts: readonly string[]): boolean =>
  texts.some((text) => searchable(text).includes(searchable(query)));

function useScreens(query: string): readonly Finding[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sections = useSections();
  return sections
    .map(({ path, key, icon }) => ({
      id: path,
      label: t(`nav.${key}`),
      more: t(`nav.${key}Hint`),
      icon,
      open: () => void navigate({ to: path }),
    }))
    .filter((finding) => matches(query, finding.label, finding.more));
}

function useReceipt(query: string): readonly Finding[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const receiptId = query.trim().toLowerCase();
  if (!RECEIPT_ID.test(receiptId)) return [];
  const bucket = String(uuidBucket(receiptId));
  const open = () =>
    void navigate({ to: '/receipts/$bucket/$receiptId', params: { bucket, receiptId } });
  return [
    { id: receiptId, label: t('search.openReceipt'), more: receiptId, icon: IconReceipt, open },
  ];
}

function useMembers(query: string) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const can = useRights();
  const [asked] = useDebouncedValue(query.trim(), 250);
  const isAsked = can('members.read') && isWholeIdentifier(asked);
  const { data, isFetching } = useQuery({ ...foundMembersQuery(asked), enabled: isAsked });
  const found = isAsked ? (data?.members ?? []) : [];
  const findings = found.slice(0, LIMIT).map(
    (member): Finding => ({
      id: member.memberId,
      label: member.name ?? t('member.nameless'),
      more: [member.phone, member.memberId].filter(Boolean).join(' · '),
      icon: IconUser,
      open: () =>
        void navigate({ to: '/members/$memberId', params: { memberId: member.memberId } }),
    }),
  );
  return { findings, isSearching: isFetching };
}

function usePromotions(query: string): readonly Finding[] {
  const { words } = useFormat();
  const navigate = useNavigate();
  const can = useRights();
  const isAsked = can('promotions.read') && query.trim() !== '';
  const { data } = useQuery({ ...promotionsQuery, enabled: isAsked });
  if (!isAsked) return [];
  return (data?.promotions ?? [])
    .filter((each) => matches(query, each.code, each.title.ru, each.title.en))
    .slice(0, LIMIT)
    .map((each) => ({
      id: each.code,
      label: words(each.title),
      more: words(each.sentence),
      icon: IconDiscount,
      open: () => void navigate({ to: '/promotions', search: { text: words(each.title) } }),
    }));
}

function useStores(query: string): readonly Finding[] {
  const { words, zone } = useFormat();
  const navigate = useNavigate();
  const can = useRights();
  const isAsked = can('directory.read') && query.trim() !== '';
  const { data } = useQuery({ ...directoryQuery, enabled: isAsked });
  if (!isAsked) return [];
  return (data?.stores ?? [])
    .filter((store) => matches(query, store.code, words(store.title), words(store.city)))
    .slice(0, LIMIT)
    .map((store) => ({
      id: store.code,
      label: storeName(store, words),
      more: `${store.code} · ${zone(store.zone)}`,
      icon: IconBuildingStore,
      open: () => void navigate({ to: '/receipts', search: { store: store.code } }),
    }));
}
