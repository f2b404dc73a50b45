export { type Identification, type MemberFinder, openMemberFinder } from './find-member.ts';
export { readFirstName } from './read-first-name.ts';
export { knownMember, readCardNumber } from './read-member.ts';
export { readMaskedNames } from './read-profile.ts';
export {
  type RegisterCall,
  type RegisterDeps,
  type Registered,
  registerMember,
} from './register-member.ts';
export { memberPosRoutes } from './routes.ts';
export { type MemberFactsRow, memberFacts } from './sql/member-facts.ts';
