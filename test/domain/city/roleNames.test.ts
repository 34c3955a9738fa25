import { roleOf } from '../../../shared/city/import/tables/roles.ts';
import { ROLES, roleNames } from '../../../shared/domain/city/roleNames.ts';

test('every role has a name of its own, which an imported ledger may use', () => {
  expect(new Set(Object.values(roleNames)).size).toBe(ROLES.length);
  for (const role of ROLES) {
    expect(roleOf(roleNames[role])).toBe(role);
    expect(roleOf(role)).toBe(role);
  }
});
