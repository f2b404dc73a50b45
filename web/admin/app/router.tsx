import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { SessionAnswer } from '#modules/access/admin-contract.ts';
import { rememberCsrf, whenSignedOut } from '../../kit/api-client.ts';
import { type ScreenRight, sessionQuery } from '../../kit/session.ts';
import { LoginPage } from '../pages/access/login.tsx';
import { readAdjustmentsSearch } from '../pages/adjustments/search.ts';
import { readMemberSearch, readMembersSearch } from '../pages/members/search.ts';
import { readPromotionsSearch } from '../pages/promotions/search.ts';
import { readReceiptsSearch } from '../pages/receipts/search.ts';
import { readTillSearch } from '../pages/till/search.ts';
import { CrashPage, NotFoundPage, PendingPage } from './odd-pages.tsx';
import { queryClient } from './query-client.ts';
import { Shell } from './shell.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { next?: string } =>
    // Only a path of our own: an address of another origin would make the door a trap.
    typeof search.next === 'string' && /^\/(?!\/|\\)/.test(search.next)
      ? { next: search.next }
      : {},
  component: LoginPage,
});

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/login', search: { next: location.href } });
    return { session };
  },
  component: Shell,
});

/** Keeps out whoever came by a link without the right; the page says so instead of failing piecemeal. */
function only(right: ScreenRight) {
  return ({ context }: { context: { session: SessionAnswer } }): void => {
    if (!context.session.rights.includes(right)) throw notFound({ data: 'no-right' });
  };
}

const overview = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: only('receipts.read'),
  component: lazyRouteComponent(() => import('../pages/overview/overview.tsx'), 'OverviewPage'),
});

const receipts = createRoute({
  getParentRoute: () => office,
  path: '/receipts',
  beforeLoad: only('receipts.read'),
  validateSearch: readReceiptsSearch,
  component: lazyRouteComponent(() => import('../pages/receipts/list.tsx'), 'ReceiptsPage'),
});

const receipt = createRoute({
  getParentRoute: () => office,
  path: '/receipts/$bucket/$receiptId',
  beforeLoad: only('receipts.read'),
  component: lazyRouteComponent(() => import('../pages/receipts/detail.tsx'), 'ReceiptPage'),
});

const members = createRoute({
  getParentRoute: () => office,
  path: '/members',
  beforeLoad: only('members.read'),
  validateSearch: readMembersSearch,
  component: lazyRouteComponent(() => import('../pages/members/list.tsx'), 'MembersPage'),
});

const member = createRoute({
  getParentRoute: () => office,
  path: '/members/$memberId',
  beforeLoad: only('members.read'),
  validateSearch: readMemberSearch,
  component: lazyRouteComponent(() => import('../pages/members/detail.tsx'), 'MemberPage'),
});

const adjustments = createRoute({
  getParentRoute: () => office,
  path: '/adjustments',
  beforeLoad: only('points.adjust.read'),
  validateSearch: readAdjustmentsSearch,
  component: lazyRouteComponent(() => import('../pages/adjustments/list.tsx'), 'AdjustmentsPage'),
});

const currencies = createRoute({
  getParentRoute: () => office,
  path: '/currencies',
  beforeLoad: only('currencies.read'),
  component: lazyRouteComponent(() => import('../pages/currencies/list.tsx'), 'CurrenciesPage'),
});

const promotions = createRoute({
  getParentRoute: () => office,
  path: '/promotions',
  beforeLoad: only('promotions.read'),
  validateSearch: readPromotionsSearch,
  component: lazyRouteComponent(() => import('../pages/promotions/list.tsx'), 'PromotionsPage'),
});

const till = createRoute({
  getParentRoute: () => office,
  path: '/till',
  beforeLoad: only('till.emulate'),
  validateSearch: readTillSearch,
  component: lazyRouteComponent(() => import('../pages/till/till.tsx'), 'TillPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    office.addChildren([
      overview,
      receipts,
      receipt,
      members,
      member,
      adjustments,
      promotions,
      currencies,
      till,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: PendingPage,
});

whenSignedOut(() => {
  rememberCsrf('');
  queryClient.setQueryData(sessionQuery.queryKey, null);
  const next = router.state.location.href;
  void router.navigate({ to: '/login', search: { next } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
