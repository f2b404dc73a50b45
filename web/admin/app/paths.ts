import {
  type Icon,
  IconCashRegister,
  IconChecklist,
  IconCoins,
  IconDiscount,
  IconLayoutDashboard,
  IconReceipt,
  IconUsers,
} from '@tabler/icons-react';
import { type ScreenRight, useRights } from '../../kit/session.ts';

type Section = { path: string; key: string; right: ScreenRight; icon: Icon };

/** The sections of the back office: one row each, in the order of the menu. */
const SECTIONS = [
  { path: '/', key: 'overview', right: 'receipts.read', icon: IconLayoutDashboard },
  { path: '/receipts', key: 'receipts', right: 'receipts.read', icon: IconReceipt },
  { path: '/members', key: 'members', right: 'members.read', icon: IconUsers },
  {
    path: '/adjustments',
    key: 'adjustments',
    right: 'points.adjust.read',
    icon: IconChecklist,
  },
  { path: '/promotions', key: 'promotions', right: 'promotions.read', icon: IconDiscount },
  { path: '/currencies', key: 'currencies', right: 'currencies.read', icon: IconCoins },
  { path: '/till', key: 'till', right: 'till.emulate', icon: IconCashRegister },
] as const satisfies readonly Section[];

/** The sections that the person at the screen may enter. */
export function useSections() {
  const can = useRights();
  return SECTIONS.filter((section) => can(section.right));
}
