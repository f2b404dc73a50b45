import { type PosRoute, posRoute } from '#platform/http/pos-routes.ts';
import { RegisterAnswerShape, RegisterRequestShape } from './contract.ts';
import { type RegisterDeps, registerMember } from './register-member.ts';

/** What registration needs to know of the terminal. */
type Registrar = { readonly id: string; readonly store: { readonly zone: string } };

/** Till routes of the members module. */
export function memberPosRoutes<Terminal extends Registrar>(
  deps: RegisterDeps,
): PosRoute<Terminal>[] {
  return [
    posRoute<Terminal, typeof RegisterRequestShape>({
      path: '/pos/v1/members/register',
      summary: 'Register a member with a phone and a card',
      limit: 'registration',
      isOperation: true,
      request: RegisterRequestShape,
      answer: RegisterAnswerShape,
      story: ({ terminal, ...call }) =>
        registerMember(deps, { ...call, terminalId: terminal.id, zone: terminal.store.zone }),
    }),
  ];
}
