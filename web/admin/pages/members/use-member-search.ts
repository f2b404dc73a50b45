import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { compact } from '../../../kit/search-params.ts';
import type { MemberSearch } from './search.ts';

const route = getRouteApi('/office/members/$memberId');

/** What the address says of the member's page, and a way to change a part of it. */
export function useMemberSearch() {
  const search: MemberSearch = route.useSearch();
  const { memberId } = route.useParams();
  const navigate = useNavigate();
  const change = (part: MemberSearch) =>
    void navigate({
      to: '/members/$memberId',
      params: { memberId },
      search: compact({ ...search, ...part }),
      replace: true,
      resetScroll: false,
    });
  return { search, change };
}
